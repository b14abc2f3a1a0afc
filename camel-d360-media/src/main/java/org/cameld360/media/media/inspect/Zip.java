package org.cameld360.media.media.inspect;

import java.io.IOException;

/** ZIP, and what is one: Office documents, OpenDocument, EPUB, Java archives. Reads names only; nothing is unpacked. */
final class Zip {

    private static final String LOCAL = "PK\u0003\u0004";
    private static final String CENTRAL = "PK\u0001\u0002";
    private static final String END = "PK\u0005\u0006";
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LONGEST_NAME = 512;

    /** Far more than the entries of which the kind of a document hangs. */
    private static final int ENTRIES = 4_000;

    private Zip() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, LOCAL) && !view.has(0, END)) {
            return false;
        }
        findings.contentType("application/zip");
        if (view.has(0, END)) {
            return true;
        }
        ZipKind kind = new ZipKind(mimeType(view));
        try {
            names(view, kind);
        } finally {
            findings.contentType(kind.contentType());
        }
        return true;
    }

    /** EPUB and OpenDocument name themselves in their first entry, which is not compressed. */
    private static String mimeType(View view) throws IOException {
        boolean stored = view.length() > 38 && view.u16le(8) == 0 && view.u16le(26) == 8 && view.has(30, "mimetype");
        if (!stored) {
            return "";
        }
        long size = Math.min(view.u32le(18), 100);
        long at = 38L + view.u16le(28);
        return view.latin1(at, (int) Math.min(size, Math.max(0, view.length() - at)));
    }

    private static void names(View view, ZipKind kind) throws IOException {
        long end = view.has(view.length() - END_SIZE, END) ? view.length() - END_SIZE : searchEnd(view);
        if (end < 0) {
            localNames(view, kind);
            throw new Broken("cut off: the list of its entries is missing");
        }
        long at = view.u32le(end + 16);
        if (!view.has(at, CENTRAL)) { // with something before it, or larger than 4 GB
            localNames(view, kind);
            return;
        }
        for (int i = 0; i < ENTRIES && view.has(at, CENTRAL); i++) {
            view.step();
            int name = view.u16le(at + 28);
            kind.entry(view.latin1(at + 46, Math.min(name, LONGEST_NAME)));
            at += 46L + name + view.u16le(at + 30) + view.u16le(at + 32);
        }
    }

    private static long searchEnd(View view) throws IOException {
        return view.lastIndexOf(END, Math.max(0, view.length() - END_SIZE - LONGEST_COMMENT), view.length());
    }

    /** Where an entry was written without knowing its size, the next one can't be found. */
    private static void localNames(View view, ZipKind kind) throws IOException {
        long at = 0;
        for (int i = 0; i < ENTRIES && view.has(at, LOCAL); i++) {
            view.step();
            int name = view.u16le(at + 26);
            kind.entry(view.latin1(at + 30, Math.min(name, LONGEST_NAME)));
            at += 30L + name + view.u16le(at + 28) + view.u32le(at + 18);
        }
    }
}
