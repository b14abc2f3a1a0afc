package org.cameld360.media.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a configuration is said when the route starts, in words that name what is allowed. */
@ExtendWith(D360SimulatorExtension.class)
class StartUpIT {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    publish?apiKey=K                          | operation, publish, upload, get, delete, send
                    upload?apiKey=K&captoin=x                 | captoin, Allowed, apiKey, caption, mediaId
                    upload?apiKey=K&apiVersion=v3             | apiVersion, v3, v1, v2
                    send?apiKey=K&mediaType=gif               | mediaType, gif, image, video, audio, document, sticker, auto
                    send?apiKey=K&attachments=all             | attachments, all, auto, only, none
                    send?apiKey=K&validation=lenient          | validation, lenient, strict, warn, off
                    send?apiKey=K&onUnsupported=skip          | onUnsupported, skip, fail, document
                    upload?apiKey=K&maxRetries=many           | maxRetries, many, a whole number
                    get?apiKey=K&maxSize=10MB                 | maxSize, 10MB, a whole number
                    get?apiKey=K&operation=delete             | operation, Allowed
                    get?apiKey=K&configuration.apiKey=L       | configuration.apiKey, Allowed
                    send?apiKey=K&to=abc                      | abc, phone number
                    get?apiKey=K&mediaId=../x                 | ../x, media id
                    send?apiKey=K&link=nolink                 | link, http
                    send?apiKey=K&callbackData=x              | callbackData, apiVersion=v2
                    upload?apiKey=K&contentType=image         | contentType, image/jpeg
                    upload?apiKey=K&maxRetries=-1             | maxRetries, -1, 0 or more
                    upload?apiKey=K&maxConnections=0          | maxConnections, 0, 1 or more
                    upload?apiKey=K&responseTimeout=soon      | responseTimeout, soon, 10s
                    upload?apiKey=K&responseTimeout=0         | responseTimeout, 1 or more
                    get?apiKey=K&maxSize=-5                   | maxSize, -5, 0 or more
                    delete?apiKey=K&ignoreMissing=maybe       | ignoreMissing, maybe, true or false
                    upload                                    | apiKey, camel.component.d360-media.api-key, header:CamelD360MediaApiKey
                    upload?apiKey=K&baseUrl=waba.360dialog.io | baseUrl, waba.360dialog.io, https
                    upload?apiKey=K&baseUrl=ftp://example.org | baseUrl, ftp://example.org, https
                    upload?apiKey=K&baseUrl=http:///v1        | baseUrl, http:///v1, https
                    upload?apiKey=K&baseUrl=https://h/?a=b    | baseUrl, https://h/?a=b
                    upload?apiKey=K&proxyHost=localhost       | proxyHost, proxyPort, both
                    """)
    void saysAtTheStartWhatIsWrongAndWhatIsAllowed(String uri, String expected) throws Exception {
        Throwable failure = catchThrowable(() -> start(uri));

        assertThat(failure).isNotNull();
        assertThat(told(failure)).contains(expected.split(", "));
        assertThat(context.isStarted()).isFalse();
    }

    @Test
    void refusesAKeyThatNoHeaderMayHoldWithoutShowingIt() {
        assertThatThrownBy(() -> start("upload?apiKey=RAW(half of a key)"))
                .rootCause()
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("API key")
                .hasMessageNotContaining("half");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "header:CamelD360MediaApiKey",
                "header.CamelD360MediaApiKey",
                "RAW(${header.CamelD360MediaApiKey})"
            })
    void startsWithoutAKeyWhereTheMessagesBringIt(String apiKey, D360Simulator simulator) throws Exception {
        start("upload?apiKey=" + apiKey + "&apiVersion=v2&baseUrl=" + simulator.baseUrl(ApiVersion.V2));

        Exchange withKey = upload(simulator.apiKey());
        Exchange withoutKey = upload(null);
        Exchange withWrongKey = upload("WRONG");

        assertThat(withKey.getException()).isNull();
        assertThat(withKey.getMessage().getBody()).isInstanceOf(UploadedMedia.class);
        assertThat(withKey.getMessage().getHeaders()).doesNotContainKey("CamelD360MediaApiKey");
        assertThat(withoutKey.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("header CamelD360MediaApiKey");
        assertThat(withWrongKey.getException()).isInstanceOf(AuthenticationException.class);
        assertThat(withWrongKey.getMessage().getHeaders()).doesNotContainKey("CamelD360MediaApiKey");
        assertThat(simulator.allMedia()).hasSize(1);
    }

    @Test
    void warnsOnceThatTheHostOfV1IsRetiredAndNamesTheOptionToChange() throws Exception {
        try (RecordedLog log = RecordedLog.of(D360MediaComponent.class, Level.WARN)) {
            start("upload?apiKey=K", "send?apiKey=K&to=491510000001", "get?apiKey=K&apiVersion=v1");

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("v1", "2025-10-23", "apiVersion=v2", "baseUrl");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upload?apiKey=K&apiVersion=v2",
                "upload?apiKey=K&baseUrl=https://waba-v2.360dialog.io",
                "upload?apiKey=K&baseUrl=http://127.0.0.1:1/v1"
            })
    void doesNotWarnWhereTheRetiredHostIsNotUsed(String uri) throws Exception {
        try (RecordedLog log = RecordedLog.of(D360MediaComponent.class, Level.WARN)) {
            start(uri);

            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void theConnectionErrorSaysThatTheHostOfV1IsRetired() throws Exception {
        start("upload?apiKey=K&maxRetries=0&proxyHost=127.0.0.1&proxyPort=" + closedPort());

        assertThat(upload(null).getException())
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContainingAll("waba.360dialog.io", "retired", "2025-10-23", "apiVersion=v2");
    }

    @Test
    void theConnectionErrorOfV2SaysWhatToCheck() throws Exception {
        start("upload?apiKey=K&apiVersion=v2&maxRetries=0&proxyHost=127.0.0.1&proxyPort=" + closedPort());

        assertThat(upload(null).getException())
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContainingAll("no connection", "baseUrl", "proxy")
                .hasMessageNotContaining("retired");
    }

    private void start(String... uris) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < uris.length; i++) {
                    from("direct:in" + (i == 0 ? "" : i)).to("d360-media:" + uris[i]);
                }
            }
        });
        context.start();
    }

    private Exchange upload(String key) {
        return context.createProducerTemplate().request("direct:in", exchange -> {
            exchange.getMessage().setBody(PseudoRandomFiles.jpeg(1_000, 1));
            exchange.getMessage().setHeader("CamelD360MediaFileName", "photo.jpg");
            if (key != null) {
                exchange.getMessage().setHeader("CamelD360MediaApiKey", key);
            }
        });
    }

    /** The messages of the whole chain, as a log shows them. */
    private static String told(Throwable failure) {
        String causes = failure.getCause() == null ? "" : "\n" + told(failure.getCause());
        return failure.getMessage() + causes;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
