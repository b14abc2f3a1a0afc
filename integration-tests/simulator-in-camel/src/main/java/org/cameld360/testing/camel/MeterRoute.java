package org.cameld360.testing.camel;

import org.apache.camel.builder.RouteBuilder;

/** Sends the photo of a meter. */
public class MeterRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:meter")
                .setHeader("CamelD360MediaCaption", constant("The meter"))
                .to("d360-media:send?to={{meter.to}}");
    }
}
