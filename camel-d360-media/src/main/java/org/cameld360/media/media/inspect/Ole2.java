package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compound files ([MS-CFB]), which old Office documents are: the names at the top of their directory tell which. */
final class Ole2 {

    private static final Map<String, String> BY_NAME = Map.of(
            "WordDocument", "application/msword",
            "Workbook", "application/vnd.ms-excel",
            "Book", "application/vnd.ms-excel",
            "PowerPoint Document", "application/vnd.ms-powerpoint",
            "VisioDocument", "application/vnd.visio",
            "__properties_version1.0", "application/vnd.ms-outlook");

    private static final int FIRST_SECTOR_OF_DIRECTORY = 48;
    private static final int TABLE = 76;
    private static final int TABLE_SIZE = 109;
    private static final int ENTRY = 128;
    private static final int MOST_SECTORS = 64;
    private static final int MOST_ENTRIES = 256;

    private final View view;
    private final int shift;

    private Ole2(View view, int shift) {
        this.view = view;
        this.shift = shift;
    }

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return false;
        }
        findings.contentType("application/x-ole-storage");
        int shift = view.u16le(30);
        if (shift != 9 && shift != 12) {
            throw new Broken("damaged: its header is wrong");
        }
        String found = new Ole2(view, shift).contentType();
        if (found != null) {
            findings.contentType(found);
        }
        return true;
    }

    /** The entries of a folder are a binary tree; a cyclic one ends by the number of entries. */
    private @Nullable String contentType() throws IOException {
        List<Long> sectors = directory();
        Deque<Long> open = new ArrayDeque<>();
        long root = entry(sectors, 0);
        open.push(root < 0 ? -1 : view.u32le(root + 76));
        for (int i = 0; i < MOST_ENTRIES && !open.isEmpty(); i++) {
            long entry = entry(sectors, open.pop());
            if (entry >= 0) {
                String type = BY_NAME.get(name(entry));
                if (type != null) {
                    return type;
                }
                open.push(view.u32le(entry + 68));
                open.push(view.u32le(entry + 72));
            }
        }
        return null;
    }

    private List<Long> directory() throws IOException {
        List<Long> sectors = new ArrayList<>();
        long sector = view.u32le(FIRST_SECTOR_OF_DIRECTORY);
        while (at(sector) >= 0 && sectors.size() < MOST_SECTORS) {
            view.step();
            sectors.add(sector);
            sector = next(sector);
        }
        return sectors;
    }

    /** By the part of the allocation table that the header points to, which covers the first 7 MB at least. */
    private long next(long sector) throws IOException {
        long inSector = 1L << (shift - 2);
        long table = sector / inSector;
        long at = table < TABLE_SIZE ? at(view.u32le(TABLE + table * 4)) : -1;
        return at < 0 ? -1 : view.u32le(at + sector % inSector * 4);
    }

    /** Where a sector begins; below 0 where there is no such one. */
    private long at(long sector) {
        long at = sector < 0 ? -1 : (sector + 1) << shift;
        return at >= 0 && at <= view.length() - (1L << shift) ? at : -1;
    }

    /** Where an entry of the directory stands; below 0 where there is no such one. */
    private long entry(List<Long> sectors, long number) {
        long inSector = (1L << shift) / ENTRY;
        return number < 0 || number / inSector >= sectors.size()
                ? -1
                : at(sectors.get((int) (number / inSector))) + number % inSector * ENTRY;
    }

    private String name(long entry) throws IOException {
        int bytes = Math.min(view.u16le(entry + 64), 64);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < bytes - 2; i += 2) {
            name.append((char) view.u16le(entry + i));
        }
        return name.toString();
    }
}
