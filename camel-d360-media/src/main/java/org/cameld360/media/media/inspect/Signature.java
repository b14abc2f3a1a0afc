package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.ContentTypes;

/** Formats of which only the name is of interest. */
final class Signature {

    private static final String EXECUTABLE = "application/x-executable";
    private static final String MACH_O = "application/x-mach-binary";

    private Signature() {}

    static boolean pdf(View view, Findings findings) throws IOException {
        return starts(view, behindBlanks(view), "%PDF-", "application/pdf", findings);
    }

    static boolean rtf(View view, Findings findings) throws IOException {
        return starts(view, behindBlanks(view), "{\\rtf", "application/rtf", findings);
    }

    /** The signature of MS-OXTNEF, 2.1.3.1: 0x223E9F78, the lowest byte first. */
    static boolean tnef(View view, Findings findings) throws IOException {
        return starts(view, 0, "x\u009F>\"", ContentTypes.TNEF, findings);
    }

    /** Scripts are text, and stay it. */
    static boolean executable(View view, Findings findings) throws IOException {
        return starts(view, 0, "MZ", "application/vnd.microsoft.portable-executable", findings)
                || starts(view, 0, "\u007FELF", EXECUTABLE, findings)
                || starts(view, 0, "\u00FE\u00ED\u00FA\u00CE", MACH_O, findings)
                || starts(view, 0, "\u00FE\u00ED\u00FA\u00CF", MACH_O, findings)
                || starts(view, 0, "\u00CE\u00FA\u00ED\u00FE", MACH_O, findings)
                || starts(view, 0, "\u00CF\u00FA\u00ED\u00FE", MACH_O, findings)
                || universal(view, findings);
    }

    /** Java classes begin as Mach-O files for several processors do; those have few processors, and classes a version above 44. */
    private static boolean universal(View view, Findings findings) throws IOException {
        boolean few = view.length() >= 8 && view.u32(4) < 45;
        return starts(view, 0, "\u00CA\u00FE\u00BA\u00BE", few ? MACH_O : "application/java-vm", findings);
    }

    private static boolean starts(View view, long at, String sign, String contentType, Findings findings)
            throws IOException {
        if (!view.has(at, sign)) {
            return false;
        }
        findings.contentType(contentType);
        return true;
    }

    /** Careless servers put blank lines or a byte order mark before a document, and readers take it all the same. */
    private static long behindBlanks(View view) throws IOException {
        long at = view.has(0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        long end = Math.min(view.length(), View.HEAD);
        while (at < end && (view.u8(at) == ' ' || view.u8(at) == '\r' || view.u8(at) == '\n')) {
            at++;
        }
        return at;
    }
}
