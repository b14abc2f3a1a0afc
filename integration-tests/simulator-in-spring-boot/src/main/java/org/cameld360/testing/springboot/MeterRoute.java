package org.cameld360.testing.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Sends the photo of a meter. */
@Component
public class MeterRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:meter")
                .setHeader("CamelD360MediaCaption", constant("The meter"))
                .to("d360-media:send?to={{meter.to}}");
    }
}
