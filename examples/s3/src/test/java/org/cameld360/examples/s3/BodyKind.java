package org.cameld360.examples.s3;

import static org.cameld360.examples.s3.BodyKind.Outcome.ARRIVES;
import static org.cameld360.examples.s3.BodyKind.Outcome.OUT_OF_MEMORY;

import java.util.Locale;
import java.util.Map;

/** What sources hand over, and what becomes of 100 MB of it. The route of each is {@code streams/NAME.yaml}. */
enum BodyKind {
    FILE("`file:`", ARRIVES, ARRIVES, ARRIVES),
    GET_AND_SEND("`d360-media:get`", ARRIVES, ARRIVES, ARRIVES),
    S3_BYTES("`aws2-s3:` as it comes", OUT_OF_MEMORY, OUT_OF_MEMORY, OUT_OF_MEMORY),
    S3_STREAM("`aws2-s3:` with `includeBody=false`", OUT_OF_MEMORY, ARRIVES, ARRIVES),
    S3_GET_OBJECT("`aws2-s3:` with `operation=getObject`", OUT_OF_MEMORY, ARRIVES, ARRIVES),
    HTTP("`http:`", OUT_OF_MEMORY, ARRIVES, OUT_OF_MEMORY),
    HTTP_UNCACHED("`http:` with `disableStreamCache=true`", OUT_OF_MEMORY, ARRIVES, ARRIVES),
    FTP("`ftp:` as it comes", OUT_OF_MEMORY, OUT_OF_MEMORY, OUT_OF_MEMORY),
    FTP_STREAM("`ftp:` with `streamDownload=true&stepwise=false`", OUT_OF_MEMORY, ARRIVES, ARRIVES),
    FTP_WORK_DIRECTORY("`ftp:` with `localWorkDirectory`", ARRIVES, ARRIVES, ARRIVES);

    enum Outcome {
        ARRIVES,
        OUT_OF_MEMORY
    }

    /** How Camel keeps streams. */
    enum Setting {
        DEFAULT(Map.of("camel.main.stream-caching-enabled", "true")),
        SPOOLING(
                Map.of("camel.main.stream-caching-enabled", "true", "camel.main.stream-caching-spool-enabled", "true")),
        OFF(Map.of("camel.main.stream-caching-enabled", "false"));

        private final Map<String, String> properties;

        Setting(Map<String, String> properties) {
            this.properties = properties;
        }

        Map<String, String> properties() {
            return properties;
        }
    }

    private final String title;
    private final Map<Setting, Outcome> expected;

    BodyKind(String title, Outcome byDefault, Outcome spooling, Outcome off) {
        this.title = title;
        this.expected = Map.of(Setting.DEFAULT, byDefault, Setting.SPOOLING, spooling, Setting.OFF, off);
    }

    /** As the page on streams calls it. */
    String title() {
        return title;
    }

    Outcome expected(Setting setting) {
        return expected.get(setting);
    }

    String routes() {
        return "classpath:streams/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
    }
}
