package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cameld360.media.media.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents, archives, text and programs built by hand. */
class DocumentsTest {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    @ParameterizedTest
    @CsvSource({
        "[Content_Types].xml word/document.xml, " + OOXML + "wordprocessingml.document",
        "_rels/.rels xl/workbook.xml [Content_Types].xml, " + OOXML + "spreadsheetml.sheet",
        "[Content_Types].xml ppt/presentation.xml, " + OOXML + "presentationml.presentation",
        "[Content_Types].xml word/document.xml word/vbaProject.bin, application/vnd.ms-word.document.macroenabled.12",
        "[Content_Types].xml xl/workbook.xml xl/vbaProject.bin, application/vnd.ms-excel.sheet.macroenabled.12",
        "[Content_Types].xml ppt/vbaProject.bin, application/vnd.ms-powerpoint.presentation.macroenabled.12",
        "word/holiday.jpg, application/zip",
        "META-INF/MANIFEST.MF a/B.class, application/java-archive",
        "META-INF/MANIFEST.MF AndroidManifest.xml, application/vnd.android.package-archive",
        "photo.jpg, application/zip"
    })
    void tellsByTheirEntriesWhatZipFilesAre(String names, String contentType) throws Exception {
        byte[] zip = zip("", names.split(" "));

        assertThat(Look.at(zip).contentType()).isEqualTo(contentType);
        assertThat(Look.at(zip).damage()).isNull();
        assertThat(Look.at(new Bytes().add(zip).add("trailer")).contentType()).isEqualTo(contentType);
    }

    @ParameterizedTest
    @CsvSource({
        "application/epub+zip, application/epub+zip",
        "application/vnd.oasis.opendocument.text, application/vnd.oasis.opendocument.text",
        "image/png, application/zip",
        "application/vnd.oasis.opendocument.EVIL, application/zip"
    })
    void believesOnlyDocumentsThatNameThemselves(String said, String contentType) throws Exception {
        assertThat(Look.at(zip(said, "content.xml")).contentType()).isEqualTo(contentType);
    }

    @Test
    void readsTheLocalHeadersWhereTheListOfEntriesIsMissing() throws Exception {
        byte[] zip = zip("", "[Content_Types].xml", "word/document.xml");
        Inspection found = Look.at(Arrays.copyOf(zip, zip.length - 40));

        assertThat(found.contentType()).isEqualTo("application/zip");
        assertThat(found.damage()).isEqualTo("cut off: the list of its entries is missing");
    }

    @Test
    void readsTheLocalHeadersWhereTheListOfEntriesIsElsewhere() {
        Bytes local = entry("[Content_Types].xml").add(entry("xl/workbook.xml"));
        Bytes end = Bytes.of("PK\u0005\u0006").zeros(12).u32le(0xFFFFFFFFL).zeros(2);

        assertThat(Look.at(local.add(end)).contentType()).isEqualTo(OOXML + "spreadsheetml.sheet");
    }

    @Test
    void knowsAnEmptyZip() {
        assertThat(Look.at(Bytes.of("PK\u0005\u0006").zeros(18)).contentType()).isEqualTo("application/zip");
    }

    @ParameterizedTest
    @CsvSource({
        "WordDocument, application/msword",
        "Workbook, application/vnd.ms-excel",
        "Book, application/vnd.ms-excel",
        "PowerPoint Document, application/vnd.ms-powerpoint",
        "VisioDocument, application/vnd.visio",
        "__properties_version1.0, application/vnd.ms-outlook",
        "EncryptedPackage, application/x-ole-storage"
    })
    void tellsByTheNamesInThemWhatOldOfficeDocumentsAre(String name, String contentType) {
        assertThat(Look.at(ole2(1, name)).contentType()).isEqualTo(contentType);
    }

    @Test
    void looksOnlyAtTheTopOfTheDirectory() {
        byte[] nested = ole2(2, "WordDocument"); // the root's child is an entry without a name

        assertThat(Look.at(nested).contentType()).isEqualTo("application/x-ole-storage");
        assertThat(Look.at(nested).damage()).isNull();
    }

    @Test
    void saysThatAnOldOfficeDocumentIsDamaged() {
        Bytes sign = Bytes.hex("D0CF11E0A1B11AE1");

        assertThat(Look.at(sign.array()).damage()).startsWith("cut off: ");
        assertThat(Look.at(sign.zeros(2000)).damage()).isEqualTo("damaged: its header is wrong");
        assertThat(Look.at(sign).contentType()).isEqualTo("application/x-ole-storage");
    }

    @ParameterizedTest
    @CsvSource({
        "4D5A9000, application/vnd.microsoft.portable-executable",
        "7F454C460201, application/x-executable",
        "CFFAEDFE07000001, application/x-mach-binary",
        "FEEDFACE00000012, application/x-mach-binary",
        "CAFEBABE00000002, application/x-mach-binary",
        "CAFEBABE0000003D, application/java-vm"
    })
    void knowsPrograms(String hex, String contentType) {
        assertThat(Look.at(Bytes.hex(hex)).contentType()).isEqualTo(contentType);
    }

    @Test
    void leavesScriptsText() {
        assertThat(look("#!/bin/sh\nrm -rf /\n").contentType()).isNull();
        assertThat(look("#!/bin/sh\nrm -rf /\n").text()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE html><p>Hello                                     | text/html
            <!-- saved --><HTML lang="en"><body>                        | text/html
            <?xml version="1.0"?><html xmlns="x"/>                      | application/xhtml+xml
            <svg xmlns="http://www.w3.org/2000/svg"/>                   | image/svg+xml
            <?xml version="1.0"?><!-- a -- b --><svg viewBox="0 0 1 1"> | image/svg+xml
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg>    | image/svg+xml
            <?xml version="1.0" encoding="UTF-8"?><note/>               | application/xml
            <?xml version="1.0"?>                                       | application/xml
            {"a": [1, -2.5e3, true, null, {}], "b\\"": "\\u00e4"}       | application/json
            [ {"a":1}, [], "x" ]                                        | application/json
            {\\rtf1 Hello}                                              | application/rtf
            """)
    void knowsTextByItsBeginning(String text, String contentType) {
        Inspection found = look(text);

        assertThat(found.contentType()).isEqualTo(contentType);
        assertThat(found.text()).isEqualTo(!contentType.endsWith("rtf"));
        assertThat(look("\uFEFF\n" + text).contentType()).isEqualTo(contentType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<note/>",
                "<p>Hello",
                "See <html>",
                "< html>",
                "[INFO] started",
                "[x]",
                "{a: 1}",
                "{'a': 1}",
                "{\"a\" 1}",
                "{\"a\":1}\n{\"a\":2}",
                "[1,2],3",
                "[1,]",
                "[1 2]",
                "[01]",
                "[truex]",
                "{\"a\":}",
                "{,}",
                "[}",
                "[1",
                "[\"x",
                "{\"a\"",
                "{",
                "12",
                "\"x\"",
                "",
                " ",
                "{\"a\\\""
            })
    void leavesOtherTextPlain(String text) {
        Inspection found = look(text + "\n");

        assertThat(found.contentType()).isNull();
        assertThat(found.text()).isTrue();
    }

    @Test
    void readsJsonThatIsLongerThanTheHead() {
        assertThat(look("[" + "{\"name\": \"value\"},".repeat(1000)).contentType())
                .isEqualTo("application/json");
        assertThat(look("{\"name\": \"" + "x".repeat(5000)).contentType()).isEqualTo("application/json");
        assertThat(look("[".repeat(1_000_000)).contentType()).isEqualTo("application/json");
        assertThat(look("[" + "1".repeat(5000)).contentType()).isEqualTo("application/json");
        assertThat(look("{\"a\"  " + " ".repeat(5000)).contentType()).isEqualTo("application/json");
        assertThat(look("{\"a\":1} x" + " ".repeat(5000)).contentType()).isNull();
    }

    @Test
    void knowsMarkupInOtherCharacterSets() {
        byte[] latin1 = "<html><title>Zo\u00EB</title>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Look.at(latin1).contentType()).isEqualTo("text/html");
        assertThat(Look.at(latin1).text()).isFalse();
    }

    private static Inspection look(String text) {
        return Look.at(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] zip(String mimeType, String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (!mimeType.isEmpty()) {
                byte[] content = mimeType.getBytes(StandardCharsets.ISO_8859_1);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry("mimetype");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[500]);
            }
        }
        return out.toByteArray();
    }

    private static Bytes entry(String name) {
        return Bytes.of("PK\u0003\u0004")
                .zeros(14)
                .u32le(4)
                .u32le(4)
                .u16le(name.length())
                .u16le(0)
                .add(name)
                .zeros(4);
    }

    /** Sector 0 is the allocation table, sector 1 the directory: the root, an entry without a name, and one with that name. */
    static byte[] ole2(int child, String name) {
        Bytes header = Bytes.hex("D0CF11E0A1B11AE1")
                .zeros(22)
                .u16le(9)
                .zeros(16)
                .u32le(1)
                .zeros(24)
                .u32le(0);
        header.add(Bytes.hex("FF".repeat(512 - header.size())));
        Bytes table = Bytes.hex("FDFFFFFF FEFFFFFF" + "FF".repeat(504));
        Bytes directory = directoryEntry("Root Entry", -1, child == 1 ? 2 : 1)
                .add(directoryEntry("", -1, 2))
                .add(directoryEntry(name, child == 1 ? 1 : -1, -1))
                .zeros(128);
        return header.add(table).add(directory).array();
    }

    private static Bytes directoryEntry(String name, int left, int child) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_16LE);
        return new Bytes()
                .add(Arrays.copyOf(encoded, 64))
                .u16le(encoded.length + 2)
                .u16le(0)
                .u32le(left)
                .u32le(-1)
                .u32le(child)
                .zeros(48);
    }

    @Test
    void knowsWhatOutlookWraps() throws Exception {
        assertThat(Look.at(new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0}).contentType())
                .isEqualTo("application/ms-tnef");
    }
}
