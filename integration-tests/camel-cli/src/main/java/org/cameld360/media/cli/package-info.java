/** The Camel CLI, for tests. */
package org.cameld360.media.cli;
