package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void needsNothing() {
        Settings settings = Settings.from(Map.of("D360_API_KEY", " "));

        assertThat(settings.apiKey()).isNull();
        assertThat(settings.to()).isEqualTo(Settings.FICTIONAL_NUMBER);
        assertThat(settings.inbox()).isEqualTo(Path.of("inbox").toAbsolutePath());
    }

    @Test
    void inventsNoRecipientForRealMessages() {
        assertThat(Settings.from(Map.of("D360_API_KEY", "key")).to()).isNull();
        assertThat(Settings.from(Map.of("D360_API_KEY", "key", "D360_TO", "+49 151 234-567"))
                        .to())
                .isEqualTo("49151234567");
    }

    @ParameterizedTest
    @CsvSource({
        "D360_TO, me, D360_TO is 'me'",
        "D360_TO, '491511234567,491511234568', one phone number",
        "D360_API_VERSION, v3, It can be v1 or v2",
        "D360_BASE_URL, http://localhost:1, D360_API_KEY is not",
        "D360_API_KEY, se cret, D360_API_KEY holds",
        "D360_API_KEY, se{{cret, D360_API_KEY holds",
    })
    void saysWhichSettingIsWrongAndNeverTheKey(String name, String value, String message) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "what?", "{{x}}", "${x}"})
    void refusesFoldersThatAUriMistakes(String folder) {
        assertThatThrownBy(() -> Settings.from(Map.of("D360_INBOX", folder)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(folder);
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(Settings.from(Map.of("D360_API_KEY", "secret"))).asString().doesNotContain("secret");
    }

    @Test
    void knowsItsArguments() {
        assertThat(Arguments.parse(List.of("--once"))).isEqualTo(new Arguments(true, false));
        assertThat(Arguments.parse(List.of())).isEqualTo(new Arguments(false, false));
        assertThatThrownBy(() -> Arguments.parse(List.of("--one")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("--one");
    }
}
