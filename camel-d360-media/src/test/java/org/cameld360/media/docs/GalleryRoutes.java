package org.cameld360.media.docs;

import org.apache.camel.builder.RouteBuilder;
import org.cameld360.media.D360MediaException;

/** The routes of the README, in Java. Between the marks stands what the README shows. */
// spotless:off
final class GalleryRoutes {

    private GalleryRoutes() {}

    static final class Upload extends RouteBuilder {
        @Override
        public void configure() {
            // README upload
            from("direct:upload")
                .to("d360-media:upload")
                .log("uploaded as ${body.id}, a ${body.type} of ${body.size} bytes, until ${body.expiresAt}");
            // end
        }
    }

    static final class Get extends RouteBuilder {
        @Override
        public void configure() {
            // README get
            from("direct:get")
                .setHeader("CamelD360MediaId", body())
                .to("d360-media:get")
                .to("file:{{folder}}?fileName=${header.CamelD360MediaFileName}");
            // end
        }
    }

    static final class Delete extends RouteBuilder {
        @Override
        public void configure() {
            // README delete
            from("direct:delete")
                .setHeader("CamelD360MediaId", body())
                .to("d360-media:delete?ignoreMissing=true");
            // end
        }
    }

    static final class Send extends RouteBuilder {
        @Override
        public void configure() {
            // README send
            onException(D360MediaException.class)
                .log("${exception.message}");

            from("file:{{folder}}?move=.sent&moveFailed=.failed")
                .setHeader("CamelD360MediaCaption", simple("Here is ${file:onlyname}."))
                .to("d360-media:send?to=+49 151 234567")
                .log("message ${body.messageId} to ${body.to}");
            // end
        }
    }
}
// spotless:on
