package org.cameld360.simulator.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.body.HeapBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTest {

    private static final String TYPE = "multipart/form-data; boundary=xx";

    @Test
    void readsNamesTypesAndContent() throws MalformedFormException {
        List<Part> parts = parse("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                + "--xx\r\ncontent-type: image/png\r\nCONTENT-DISPOSITION: Form-Data; filename=\"b c.png\" ; name=\"b\"\r\n"
                + "Content-Transfer-Encoding: binary\r\n\r\n--x\r\n--x\r\r\n--xx--\r\n");

        assertThat(parts).extracting(Part::name).containsExactly("a", "b");
        assertThat(parts).extracting(Part::fileName).containsExactly(null, "b c.png");
        assertThat(parts).extracting(Part::contentType).containsExactly("", "image/png");
        assertThat(parts).extracting(Part::text).containsExactly("1", "--x\r\n--x\r");
    }

    @Test
    void readsAnEmptyPartAndABodyWithoutLastLineEnd() throws MalformedFormException {
        assertThat(parse("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--xx--"))
                .singleElement()
                .satisfies(part -> assertThat(part.content().size()).isZero());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data; boundary=\"xx\"",
                "Multipart/Form-Data;boundary=xx",
                "multipart/form-data; charset=UTF-8; boundary=xx",
                "multipart/form-data; boundary=xx; charset=UTF-8"
            })
    void findsTheBoundary(String contentType) throws MalformedFormException {
        assertThat(FormParser.parse(
                        contentType, bytes("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xx--")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain; boundary=xx",
                "multipart/mixed; boundary=xx",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"xx",
                "multipart/form-data; boundary=x x"
            })
    void refusesATypeWithoutBoundary(String contentType) {
        assertThatExceptionOfType(MalformedFormException.class)
                .isThrownBy(() -> FormParser.parse(contentType, bytes("--xx--")))
                .withMessageContaining("boundary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=file",
                "name=\"file\"; filename=a.png",
                "name=\"file\"; filename=\"a.png",
                "name=\"file\"; filename=\"a\"b.png\"",
                "name=\"file\"; filename=\"a\\b.png\"",
                "name=\"file\"; filename*=UTF-8''a.png",
                "name=\"file\"; filename*=\"UTF-8''a.png\"",
                "name=\"file\"; filename=\"a\"; filename=\"b\"",
                "name=\"file\"; filename=\"a\u0007b\"",
                "name=\"file\";",
                "name=\"\"",
                "filename=\"a.png\"",
                "name=\"file\" filename=\"a.png\""
            })
    void refusesAMalformedDisposition(String parameters) {
        assertMalformed("--xx\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n1\r\n--xx--\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: image/png",
                "Content-Disposition: attachment; name=\"a\"",
                "Content-Disposition: form-data",
                "Content-Disposition form-data; name=\"a\"",
                "Content-Disposition: form-data;\r\n name=\"a\"",
                "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
                "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
                "Content-Disposition: form-data; name=\"a\"\nContent-Type: image/png"
            })
    void refusesMalformedHeaders(String headers) {
        assertMalformed("--xx\r\n" + headers + "\r\n\r\n1\r\n--xx--\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x",
                "preamble\r\n--xx\r\nH\r\n\r\n1\r\n--xx--",
                "--xx\nH\n\n1\n--xx--",
                "--xx\r\nH",
                "--xx\r\nH\r\n\r\n1",
                "--xx\r\nH\r\n\r\n1\r\n--xx",
                "--xx\r\nH\r\n\r\n1\r\n--xx-",
                "--xx\r\nH\r\n\r\n1--xx--",
                "--xx\r\nH\r\n\r\n1\r\n--xx--epilogue",
                "--xx\r\nH\r\n\r\n1\r\n--xx--\r\n\r\n",
                "--xx\r\nH\r\n--xx--\r\n",
                "--xx\r\nH\r\n\r\n--xx--\r\n",
                "--xx  \r\nH\r\n\r\n1\r\n--xx--"
            })
    void refusesAMalformedFrame(String body) {
        assertMalformed(body.replace("H", "Content-Disposition: form-data; name=\"a\""));
    }

    @Test
    void refusesHeadersThatAreNotUtf8() {
        byte[] body = "--xx\r\nContent-Disposition: form-data; name=\"\u00FC\"\r\n\r\n1\r\n--xx--"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(MalformedFormException.class)
                .isThrownBy(() -> FormParser.parse(TYPE, new HeapBody(body)))
                .withMessageContaining("UTF-8");
    }

    @Test
    void readsAVeryLongName() throws MalformedFormException {
        String name = "n".repeat(100_000);

        assertThat(parse("--xx\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n1\r\n--xx--"))
                .extracting(Part::name)
                .containsExactly(name);
    }

    private static void assertMalformed(String body) {
        assertThatExceptionOfType(MalformedFormException.class).isThrownBy(() -> parse(body));
    }

    private static List<Part> parse(String body) throws MalformedFormException {
        return FormParser.parse(TYPE, bytes(body));
    }

    private static Body bytes(String text) {
        return new HeapBody(text.getBytes(StandardCharsets.UTF_8));
    }
}
