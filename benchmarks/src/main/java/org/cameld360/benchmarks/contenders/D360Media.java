package org.cameld360.benchmarks.contenders;

import java.io.File;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;

/** The component. Its rates are those of a gateway without limits, as nothing could be measured below 25 a second. */
public class D360Media extends CamelRoute {

    /** Whom messages go to. */
    static final String RECIPIENT = "4915123456789";

    /** An id as both generations have it. */
    static final String MEDIA_ID = "1166846181421424";

    D360Media(String name, boolean blocks, Target target, Description description) throws Exception {
        super(name, blocks, target, description);
    }

    public static Contender asDelivered(Target target) throws Exception {
        return new D360Media("d360-media", false, target, upload(""));
    }

    /** Without looking into the media first. */
    public static Contender withoutValidation(Target target) throws Exception {
        return new D360Media("d360-media, validation off", false, target, upload("&validation=off"));
    }

    /** Of a medium that was uploaded before. */
    public static Contender sendingById(Target target) throws Exception {
        return new D360Media("d360-media", false, target, (routes, to) -> routes.from(START)
                .to(uri("send", to, "&to=" + RECIPIENT + "&mediaType=document&mediaId=" + MEDIA_ID))
                .process(exchange -> exchange.getMessage()
                        .setBody(
                                exchange.getMessage().getBody(SentMessage.class).messageId())));
    }

    /** Of a medium of that many bytes, which is removed as soon as it is there. */
    public static Contender getting(Target target, long bytes) throws Exception {
        return new D360Media("d360-media", false, target, get(bytes, ""));
    }

    /** The same, where it does not matter how many of them fail: as delivered, only so many may be under way. */
    public static Contender gettingUnlimited(Target target, long bytes) throws Exception {
        return new D360Media("d360-media, gets not limited", false, target, get(bytes, "&maxFailedGets=0"));
    }

    private static Description get(long bytes, String options) {
        return (routes, target) -> routes.from(START)
                .to(uri("get", target, "&mediaId=" + bytes + options))
                .process(exchange ->
                        Downloaded.remove(exchange, exchange.getMessage().getBody(File.class), bytes));
    }

    static Description upload(String options) {
        return (routes, target) -> routes.from(START)
                .to(uri("upload", target, options))
                .process(exchange -> exchange.getMessage()
                        .setBody(exchange.getMessage()
                                .getBody(UploadedMedia.class)
                                .id()));
    }

    /** Of the endpoint, with nothing set but where it is, without rates, and as many connections as everybody has. */
    static String uri(String operation, Target target, String options) {
        return "d360-media:" + operation + "?apiKey=benchmark&apiVersion=" + target.version()
                + "&baseUrl=" + target.address() + (target.isForm() ? "" : "/v1")
                + "&maxUploadsPerSecond=0&maxMessagesPerSecond=0&maxConnections=" + target.connections()
                + (target.isTls() ? "&sslContextParameters=" + TLS : "") + options;
    }

    @Override
    public String threadName() {
        return "d360-media";
    }
}
