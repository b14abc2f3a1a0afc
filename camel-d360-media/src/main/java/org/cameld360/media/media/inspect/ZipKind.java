package org.cameld360.media.media.inspect;

import java.util.regex.Pattern;

/** What a ZIP file is, by the names of its entries. */
final class ZipKind {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    /** Of what a file says of itself, only this is believed. */
    private static final Pattern SELF_NAMED =
            Pattern.compile("application/(?:epub\\+zip|vnd\\.oasis\\.opendocument\\.[a-z.-]{1,40})");

    private final String mimeType;
    private boolean parts;
    private boolean word;
    private boolean excel;
    private boolean powerPoint;
    private boolean macros;
    private boolean manifest;
    private boolean android;

    /** @param mimeType what its entry of that name says; empty where there is none */
    ZipKind(String mimeType) {
        this.mimeType = mimeType;
    }

    void entry(String name) {
        parts |= name.equals("[Content_Types].xml");
        word |= name.startsWith("word/");
        excel |= name.startsWith("xl/");
        powerPoint |= name.startsWith("ppt/");
        macros |= name.endsWith("/vbaProject.bin");
        manifest |= name.equals("META-INF/MANIFEST.MF");
        android |= name.equals("AndroidManifest.xml");
    }

    String contentType() {
        if (SELF_NAMED.matcher(mimeType).matches()) {
            return mimeType;
        }
        if (parts && word) {
            return macros ? "application/vnd.ms-word.document.macroenabled.12" : OOXML + "wordprocessingml.document";
        }
        if (parts && excel) {
            return macros ? "application/vnd.ms-excel.sheet.macroenabled.12" : OOXML + "spreadsheetml.sheet";
        }
        if (parts && powerPoint) {
            return macros
                    ? "application/vnd.ms-powerpoint.presentation.macroenabled.12"
                    : OOXML + "presentationml.presentation";
        }
        if (android) {
            return "application/vnd.android.package-archive";
        }
        return manifest ? "application/java-archive" : "application/zip";
    }
}
