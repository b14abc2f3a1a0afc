package org.cameld360.simulator.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;

/** What was uploaded, in order. Media belongs to the key that it came with, and to the version that it came through. */
public final class MediaStore {

    private record Entry(String owner, Instant uploadedAt, StoredMedia media) {}

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
            entries.put(media.id(), new Entry(upload.owner(), clock.instant(), media));
        }
        return media;
    }

    /** The media, where the key may have it and it is not older than the retention. */
    public Optional<StoredMedia> find(ApiVersion apiVersion, String owner, String id, Duration retention) {
        return entry(id)
                .filter(entry -> entry.media().apiVersion() == apiVersion)
                .filter(entry -> entry.owner().equals(owner))
                .filter(entry -> clock.instant().isBefore(entry.uploadedAt().plus(retention)))
                .map(Entry::media);
    }

    public void delete(StoredMedia media) {
        synchronized (entries) {
            entries.remove(media.id());
        }
        folder.delete(media);
    }

    public Optional<StoredMedia> get(String id) {
        return entry(id).map(Entry::media);
    }

    public List<StoredMedia> all() {
        synchronized (entries) {
            return entries.values().stream().map(Entry::media).toList();
        }
    }

    public void clear() {
        all().forEach(this::delete);
    }

    private Optional<Entry> entry(String id) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(id));
        }
    }
}
