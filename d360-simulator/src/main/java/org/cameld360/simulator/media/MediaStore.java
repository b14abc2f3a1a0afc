package org.cameld360.simulator.media;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;

/** What was uploaded, in order. Media belongs to the key that it came with, and to the version that it came through. */
public final class MediaStore {

    private record Entry(String owner, Instant expiry, boolean inbound, StoredMedia media) {}

    private final MediaFolder folder;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public MediaStore(MediaFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public StoredMedia add(Upload upload) {
        StoredMedia media = folder.write(upload);
        synchronized (entries) {
            entries.put(
                    media.id(),
                    new Entry(upload.owner(), clock.instant().plus(upload.retention()), upload.inbound(), media));
        }
        return media;
    }

    /** The media, where the key may have it and it is not older than its retention. */
    public Optional<StoredMedia> find(ApiVersion apiVersion, String owner, String id) {
        return entry(id)
                .filter(entry -> entry.media().apiVersion() == apiVersion)
                .filter(entry -> entry.owner().equals(owner))
                .filter(this::isThere)
                .map(Entry::media);
    }

    public void delete(StoredMedia media) {
        synchronized (entries) {
            entries.remove(media.id());
        }
        folder.delete(media);
    }

    /** Whatever its age, its direction, and whoever owns it. */
    public Optional<StoredMedia> get(String id) {
        return entry(id).map(Entry::media);
    }

    /** What the business uploaded. */
    public List<StoredMedia> uploads() {
        synchronized (entries) {
            return entries.values().stream()
                    .filter(entry -> !entry.inbound())
                    .map(Entry::media)
                    .toList();
        }
    }

    /** The bytes of one version's media that are not yet too old. */
    public long volume(ApiVersion apiVersion) {
        synchronized (entries) {
            return entries.values().stream()
                    .filter(entry -> entry.media().apiVersion() == apiVersion)
                    .filter(this::isThere)
                    .mapToLong(entry -> entry.media().size())
                    .sum();
        }
    }

    public void clear() {
        List<Entry> all;
        synchronized (entries) {
            all = List.copyOf(entries.values());
        }
        all.forEach(entry -> delete(entry.media()));
    }

    private boolean isThere(Entry entry) {
        return clock.instant().isBefore(entry.expiry());
    }

    private Optional<Entry> entry(String id) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(id));
        }
    }
}
