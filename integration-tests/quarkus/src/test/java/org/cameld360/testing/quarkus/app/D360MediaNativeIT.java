package org.cameld360.testing.quarkus.app;

import org.junit.jupiter.api.extension.ExtendWith;

/** The same as a native executable, where there is a compiler for one. */
@ExtendWith(NativeExecutable.class)
class D360MediaNativeIT extends D360MediaIT {}
