/** What a medium is, where its bytes come from, and whether it may go. Pure Java. */
@NullMarked
package org.cameld360.media.media;

import org.jspecify.annotations.NullMarked;
