package org.cameld360.benchmarks.contenders;

import org.apache.camel.builder.RouteBuilder;
import org.cameld360.media.UploadedMedia;

/** The component. Its rate is that of a gateway without limits, as nothing could be measured below 25 a second. */
public final class D360Media extends CamelRoute {

    private D360Media(String name, Target target, String options) throws Exception {
        super(name, false, target, options);
    }

    public static D360Media asDelivered(Target target) throws Exception {
        return new D360Media("d360-media", target, "");
    }

    /** Without looking into the media first. */
    public static D360Media withoutValidation(Target target) throws Exception {
        return new D360Media("d360-media, validation off", target, "&validation=off");
    }

    @Override
    void describe(RouteBuilder routes, Target target, String options) {
        routes.from("direct:upload")
                .to("d360-media:upload?apiKey=benchmark&apiVersion=" + target.version()
                        + "&baseUrl=" + target.address() + (target.isForm() ? "" : "/v1")
                        + "&maxUploadsPerSecond=0&maxConnections=" + target.connections()
                        + (target.isTls() ? "&sslContextParameters=" + TLS : "") + options)
                .process(exchange -> exchange.getMessage()
                        .setBody(exchange.getMessage().getBody(UploadedMedia.class).id()));
    }
}
