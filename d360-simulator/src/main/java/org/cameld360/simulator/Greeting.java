package org.cameld360.simulator;

/** What {@link Main} says once it runs. */
final class Greeting {

    private Greeting() {}

    static String of(D360Simulator simulator) {
        String v1 = simulator.baseUrl(ApiVersion.V1);
        String v2 = simulator.baseUrl(ApiVersion.V2);
        String key = simulator.apiKey().replace("'", "'\\''");
        return """
                A stand-in for 360dialog is running; Ctrl-C stops it.
                  page %s
                  v1   %s
                  v2   %s
                  key  %s
                Send a message, v2:
                  %s
                Upload an image of yours, v2 and v1:
                  curl -H 'D360-API-KEY: %s' -F messaging_product=whatsapp -F 'file=@image.png;type=image/png' %s/media
                  curl -H 'D360-API-KEY: %s' -H 'Content-Type: image/png' --data-binary @image.png %s/media
                """.formatted(simulator.pageUrl(), v1, v2, key, sendLine(v2, key), key, v2, key, v1);
    }

    /** Works as it is, in any shell that knows single quotes. */
    private static String sendLine(String baseUrl, String key) {
        String message = "{\"messaging_product\":\"whatsapp\",\"to\":\"15555550123\",\"type\":\"text\","
                + "\"text\":{\"body\":\"Hello\"}}";
        return "curl -H 'D360-API-KEY: " + key + "' -H 'Content-Type: application/json' -d '" + message + "' " + baseUrl
                + "/messages";
    }
}
