/** How sending grows beyond one machine: the arithmetic, and a simulation in virtual time that checks it. */
package org.cameld360.scaling;
