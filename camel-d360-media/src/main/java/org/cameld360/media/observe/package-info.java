/** What operators see: figures, health, spans. None of it shows a key, a caption, a phone number or media content. */
@NullMarked
package org.cameld360.media.observe;

import org.jspecify.annotations.NullMarked;
