package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void takesPortKeysAndFolder(@TempDir Path folder) {
        String data = folder.resolve("media").toString();
        try (D360Simulator simulator = CommandLine.parse(
                        "--port", "0", "--api-key", "ONE", "--data", data, "--api-key", "TWO")
                .builder()
                .start()) {
            Client client = new Client(simulator, ApiVersion.V1);

            assertThat(simulator.apiKey()).isEqualTo("ONE");
            assertThat(client.get("/media/1").status()).isEqualTo(404);
            assertThat(client.withKey("TWO").get("/media/1").status()).isEqualTo(404);
            assertThat(client.withKey("THREE").get("/media/1").status()).isEqualTo(401);
            assertThat(Path.of(data)).isDirectory();
        }
    }

    @Test
    void greetsWithAddressesKeyAndReadyCommands() {
        try (D360Simulator simulator = D360Simulator.start()) {
            assertThat(Greeting.of(simulator))
                    .contains(
                            simulator.baseUrl(ApiVersion.V1) + "/media",
                            simulator.baseUrl(ApiVersion.V2) + "/media",
                            "key  " + simulator.apiKey(),
                            "-H 'D360-API-KEY: " + simulator.apiKey() + "'",
                            "-F messaging_product=whatsapp");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port|x|--port must be a number from 0 (any free port) to 65535",
                "--port|65536|--port must be a number from 0 (any free port) to 65535",
                "--port|-1|--port must be a number from 0 (any free port) to 65535",
                "--api-key|with space|--api-key must be printable ASCII without spaces",
                "--data|''|--data needs the name of a folder",
                "--limits|some|--limits must be real, strictest or none",
                "--media-volume|0|--media-volume must be a whole number above 0",
                "--webhook|nowhere|--webhook: the url must be an absolute http or https URL",
                "--webhook-header|secret|--webhook-header must be NAME:VALUE",
                "--webhook-header|a:secret|--webhook-header needs a --webhook",
                "--delivery|never|--delivery must be brisk, immediate, unread or undelivered",
                "--inspect|x|--inspect must be own, ffprobe or none",
                "--fault-rate|cut|--fault-rate must be WHAT=SHARE, with a share from 0 to 1",
                "--fault-rate|cut=2|--fault-rate must be WHAT=SHARE, with a share from 0 to 1",
                "--fault-rate|rain=0.5|--fault-rate knows unavailable, cut, lost and late only",
                "--keep|0|--keep must be a whole number above 0",
                "--host|x|Unknown option --host"
            })
    void saysWhatIsWrong(String option, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse(option, value))
                .withMessage(message);
    }

    @Test
    void saysThatAValueIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("--port"))
                .withMessage("--port needs a value");
    }

    @Test
    void takesAllOptionsAtOnce() {
        try (D360Simulator simulator = CommandLine.parse(
                        ("--port 0 --limits none --media-volume 10 --webhook http://127.0.0.1:9/hook"
                                        + " --webhook-header X-Secret:s --delivery undelivered --inspect none"
                                        + " --fault-rate unavailable=1 --fault-rate late=.5 --keep 7")
                                .split(" "))
                .builder()
                .start()) {
            Client client = new Client(simulator, ApiVersion.V1);
            for (int i = 0; i < 9; i++) {
                assertThat(client.get("/media/1").status()).isEqualTo(503);
            }
            assertThat(simulator.calls()).hasSize(7);
        }
    }
}
