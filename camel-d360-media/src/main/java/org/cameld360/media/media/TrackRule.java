package org.cameld360.media.media;

import java.util.Set;

/**
 * What the tracks of one container may be. A container whose tracks can't be seen is not held against it, unless proof
 * is asked for.
 *
 * @param video the codecs of its pictures; empty where it may hold none, and where it is not, it holds some
 * @param audio the codecs of its sound
 * @param maxAudioTracks the most tracks of sound
 * @param maxChannels the most channels of sound; 0 where any number may go
 * @param proof whether the codec of its sound must be seen
 */
public record TrackRule(Set<String> video, Set<String> audio, int maxAudioTracks, int maxChannels, boolean proof) {}
