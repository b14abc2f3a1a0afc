package org.cameld360.media.media.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Builds media byte by byte. */
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A char a byte. */
    static Bytes of(String latin1) {
        return new Bytes().add(latin1);
    }

    static Bytes hex(String digits) {
        return new Bytes().add(HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    /** Of an ISO base media file. */
    static Bytes box(String type, Bytes... contents) {
        Bytes content = new Bytes();
        for (Bytes part : contents) {
            content.add(part.array());
        }
        return new Bytes().u32(8L + content.size()).add(type).add(content);
    }

    /** Of an EBML document, with a size of eight bytes. */
    static Bytes element(long id, Bytes... contents) {
        Bytes content = new Bytes();
        for (Bytes part : contents) {
            content.add(part.array());
        }
        return new Bytes().id(id).add(hex("01")).u24(0).u32(content.size()).add(content);
    }

    /** Of a RIFF file. */
    static Bytes chunk(String type, Bytes content) {
        Bytes chunk = of(type).u32le(content.size()).add(content);
        return content.size() % 2 == 0 ? chunk : chunk.zeros(1);
    }

    static Bytes riff(String form, Bytes... chunks) {
        Bytes content = of(form);
        for (Bytes chunk : chunks) {
            content.add(chunk);
        }
        return chunk("RIFF", content);
    }

    Bytes id(long id) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (id >> shift != 0) {
                u8((int) (id >> shift));
            }
        }
        return this;
    }

    Bytes add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes add(Bytes bytes) {
        return add(bytes.array());
    }

    Bytes add(String latin1) {
        return add(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes zeros(int count) {
        return add(new byte[count]);
    }

    Bytes u8(int value) {
        out.write(value);
        return this;
    }

    Bytes u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Bytes u24(int value) {
        return u8(value >> 16).u16(value);
    }

    Bytes u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    Bytes u64(long value) {
        return u32(value >> 32).u32(value);
    }

    Bytes u16le(int value) {
        return u8(value).u8(value >> 8);
    }

    Bytes u24le(int value) {
        return u16le(value).u8(value >> 16);
    }

    Bytes u32le(long value) {
        return u16le((int) value).u16le((int) (value >> 16));
    }

    Bytes u64le(long value) {
        return u32le(value).u32le(value >> 32);
    }

    int size() {
        return out.size();
    }

    byte[] array() {
        return out.toByteArray();
    }
}
