package org.cameld360.media.component;

import jakarta.activation.FileDataSource;
import java.nio.file.Path;

/** A download as content of an attachment: a file, under the name and of the type that it has at the API. */
final class DownloadedFile extends FileDataSource {

    private final String name;
    private final String contentType;

    DownloadedFile(Path file, String name, String contentType) {
        super(file.toFile());
        this.name = name;
        this.contentType = contentType;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getContentType() {
        return contentType;
    }
}
