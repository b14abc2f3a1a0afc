package org.cameld360.media.component;

import org.apache.camel.spi.Metadata;

/** The names of the headers. All begin with {@code Camel}, so that Camel's default filters keep outsiders from setting them. */
public final class D360MediaConstants {

    @Metadata(
            description = "The media id to get, delete or send; and the id that an operation used or got.",
            javaType = "String")
    public static final String MEDIA_ID = "CamelD360MediaId";

    @Metadata(
            label = "send",
            description = "The recipient, or several separated by commas, in international form.",
            javaType = "String")
    public static final String TO = "CamelD360MediaTo";

    @Metadata(
            label = "upload,send",
            description = "The media type: auto, image, video, audio, document or sticker. Out: the decided type.",
            javaType = "String")
    public static final String TYPE = "CamelD360MediaType";

    @Metadata(description = "The MIME type of the media.", javaType = "String")
    public static final String CONTENT_TYPE = "CamelD360MediaContentType";

    @Metadata(description = "The file name of the media.", javaType = "String")
    public static final String FILE_NAME = "CamelD360MediaFileName";

    @Metadata(label = "send", description = "The text below the media.", javaType = "String")
    public static final String CAPTION = "CamelD360MediaCaption";

    @Metadata(label = "send", description = "An http(s) link to send instead of an upload.", javaType = "String")
    public static final String LINK = "CamelD360MediaLink";

    @Metadata(label = "send", description = "The message id that the message answers.", javaType = "String")
    public static final String REPLY_TO = "CamelD360MediaReplyTo";

    @Metadata(label = "send", description = "Whether audio goes as a voice note.", javaType = "Boolean")
    public static final String VOICE = "CamelD360MediaVoice";

    @Metadata(
            label = "send",
            description = "A text that the API echoes in its status webhooks (v2).",
            javaType = "String")
    public static final String CALLBACK_DATA = "CamelD360MediaCallbackData";

    @Metadata(
            label = "security",
            description = "The API key of this message. It is removed before the exchange goes on.",
            javaType = "String")
    public static final String API_KEY = "CamelD360MediaApiKey";

    @Metadata(
            label = "send",
            description =
                    "The report of an earlier attempt, so that only the rest is sent: a SendReport, its JSON, or the"
                            + " PartsFailedException. It is removed when everything is sent, and else brought up to date.",
            javaType = "org.cameld360.media.SendReport")
    public static final String RESUME = "CamelD360MediaResume";

    @Metadata(label = "send", description = "Out: the id of the message that was accepted.", javaType = "String")
    public static final String MESSAGE_ID = "CamelD360MediaMessageId";

    @Metadata(label = "upload,get", description = "Out: the size of the media in bytes.", javaType = "Long")
    public static final String SIZE = "CamelD360MediaSize";

    @Metadata(label = "upload,get", description = "Out: the SHA-256 of the media, hex.", javaType = "String")
    public static final String SHA256 = "CamelD360MediaSha256";

    @Metadata(
            label = "upload,send",
            description = "Out: whether the media went by the id of an earlier upload of the same content.",
            javaType = "Boolean")
    public static final String REUSED = "CamelD360MediaReused";

    private D360MediaConstants() {}
}
