package org.cameld360.simulator;

/** What {@link Main} says once it runs. */
final class Greeting {

    private Greeting() {}

    static String of(D360Simulator simulator) {
        String v1 = simulator.baseUrl(ApiVersion.V1);
        String v2 = simulator.baseUrl(ApiVersion.V2);
        String key = simulator.apiKey();
        return """
                A stand-in for 360dialog is running; Ctrl-C stops it.
                  v1   %s
                  v2   %s
                  key  %s
                Upload an image, v1:
                  curl -H 'D360-API-KEY: %s' -H 'Content-Type: image/png' --data-binary @image.png %s/media
                Upload an image, v2:
                  curl -H 'D360-API-KEY: %s' -F messaging_product=whatsapp -F 'file=@image.png;type=image/png' %s/media
                """.formatted(v1, v2, key, key, v1, key, v2);
    }
}
