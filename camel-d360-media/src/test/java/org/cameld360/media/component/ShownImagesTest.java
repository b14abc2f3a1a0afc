package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownImagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <img src="cid:image001.png@01DA">                 | <image001.png@01DA>
            <img src='cid:logo@x' alt='a > b'>                | <logo@x>
            <IMG SRC=CID:Logo@X>                              | <logo@x>
            <td background="cid:logo@x">                      | logo@x
            <p style="background: url(cid:logo@x)">           | <logo@x>
            <img src="cid:a%40b%2Bc">                         | <a@b+c>
            <img src="cid:a+b@c">                             | <a+b@c>
            <img src="cid:a&amp;b@c">                         | <a&b@c>
            <img src="cid:100%@c">                            | <100%@c>
            [cid:image001.png@01DA]                           | <image001.png@01DA>
            """)
    void findsWhatIsShown(String text, String id) {
        assertThat(ShownImages.in(text).has(id)).isTrue();
        assertThat(ShownImages.in(text).has("<other@x>")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <html><body>Hello</body></html> | true
            <DIV>Hello</DIV>                | true
            Hello<br/>you                   | true
            Hello                           | false
            1 < 2 and 3 > 2                 | false
            [cid:logo@x]                    | false
            """)
    void knowsHtmlFromWhatMayBeLeftOfIt(String text, boolean html) {
        assertThat(ShownImages.in(text).isAllThereIs()).isEqualTo(html);
    }

    @Test
    void readsHostileTextInLinearTime() {
        String hostile = "cid:".repeat(500_000) + "<".repeat(1_000_000) + "<img src=cid:" + "%".repeat(1_000_000);

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> ShownImages.in(hostile));
    }
}
