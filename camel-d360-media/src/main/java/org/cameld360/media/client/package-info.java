/** 360dialog's HTTP API in both generations, on Apache HttpClient 5 async. Knows nothing of Camel. */
@NullMarked
package org.cameld360.media.client;

import org.jspecify.annotations.NullMarked;
