package org.cameld360.benchmarks.contenders;

import java.io.File;
import java.net.http.HttpClient;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.whatsapp.WhatsAppComponent;
import org.apache.camel.component.whatsapp.model.UploadMedia;
import org.apache.camel.component.whatsapp.model.UploadMediaRequest;

/** Camel's own component for Meta's API: a form, of unknown length. */
public final class CamelWhatsApp extends CamelRoute {

    public CamelWhatsApp(Target target) throws Exception {
        super("camel-whatsapp", false, target, "");
    }

    @Override
    void prepare(CamelContext context, Target target) {
        WhatsAppComponent component = context.getComponent("whatsapp", WhatsAppComponent.class);
        component.setPhoneNumberId("15550100199");
        component.setAuthorizationToken("benchmark");
        component.setBaseUri(target.address().toString());
        if (target.isTls()) {
            component.setClient(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(target.context())
                    .build());
        }
    }

    @Override
    void describe(RouteBuilder routes, Target target, String options) {
        routes.from("direct:upload")
                .process(exchange -> {
                    UploadMediaRequest request = new UploadMediaRequest();
                    request.setUploadMedia(
                            new UploadMedia(exchange.getMessage().getBody(File.class), target.contentType()));
                    exchange.getMessage().setBody(request);
                })
                .to("whatsapp:15550100199")
                .transform(routes.constant("uploaded"));
    }
}
