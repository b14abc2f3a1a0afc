package org.cameld360.media.component;

import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaSource;

/** Media that may go, and how it goes. */
record PreparedMedia(MediaSource source, MediaDecision decision) {}
