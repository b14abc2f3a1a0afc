package org.cameld360.media.component;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.cameld360.media.store.MediaStore;
import org.jspecify.annotations.Nullable;

/** The options that component and endpoint share. Times are in milliseconds. */
@UriParams
public class D360MediaConfiguration implements Cloneable {

    @UriParam(label = "security", secret = true)
    private volatile @Nullable String apiKey;

    @UriParam(enums = "v1,v2")
    private @Nullable String apiVersion;

    @UriParam
    private @Nullable String baseUrl;

    @UriParam(enums = "auto,image,video,audio,document,sticker", defaultValue = "auto")
    private String mediaType = "auto";

    @UriParam
    private @Nullable String contentType;

    @UriParam
    private @Nullable String fileName;

    @UriParam(label = "send")
    private @Nullable String replyTo;

    @UriParam(label = "send")
    private @Nullable Boolean voice;

    @UriParam(label = "send")
    private @Nullable String callbackData;

    @UriParam(label = "send", enums = "auto,only,none", defaultValue = "auto")
    private String attachments = "auto";

    @UriParam(label = "send")
    private boolean inlineAttachments;

    @UriParam(enums = "strict,warn,off", defaultValue = "strict")
    private String validation = "strict";

    @UriParam(enums = "fail,document", defaultValue = "fail")
    private String onUnsupported = "fail";

    @UriParam(label = "upload,send")
    private boolean reuseMedia;

    @UriParam(label = "upload,send")
    private @Nullable MediaStore mediaStore;

    @UriParam(label = "get")
    private @Nullable String saveTo;

    @UriParam(label = "get")
    private long maxSize;

    @UriParam(label = "get")
    private boolean asAttachment;

    @UriParam(label = "delete")
    private boolean ignoreMissing;

    @UriParam(label = "advanced", defaultValue = "10s", javaType = "java.time.Duration")
    private long connectTimeout = 10_000;

    @UriParam(label = "advanced", defaultValue = "60s", javaType = "java.time.Duration")
    private long responseTimeout = 60_000;

    @UriParam(label = "advanced", defaultValue = "3")
    private int maxRetries = 3;

    @UriParam(label = "advanced", defaultValue = "1s", javaType = "java.time.Duration")
    private long retryDelay = 1_000;

    @UriParam(label = "advanced", defaultValue = "30s", javaType = "java.time.Duration")
    private long maxRetryDelay = 30_000;

    @UriParam(label = "advanced", defaultValue = "200")
    private int maxConnections = 200;

    @UriParam(label = "traffic")
    private @Nullable Integer maxUploadsPerSecond;

    @UriParam(label = "traffic", defaultValue = "80")
    private int maxMessagesPerSecond = 80;

    @UriParam(label = "traffic", defaultValue = "5")
    private int maxFailedGets = 5;

    @UriParam(label = "traffic", defaultValue = "60s", javaType = "java.time.Duration")
    private long maxHoldBack = 60_000;

    @UriParam(label = "security")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(label = "security")
    private boolean useGlobalSslContextParameters;

    @UriParam(label = "proxy")
    private @Nullable String proxyHost;

    @UriParam(label = "proxy")
    private @Nullable Integer proxyPort;

    @UriParam(label = "proxy,security", secret = true)
    private @Nullable String proxyUsername;

    @UriParam(label = "proxy,security", secret = true)
    private @Nullable String proxyPassword;

    /** A copy that an endpoint can change. */
    public D360MediaConfiguration copy() {
        try {
            return (D360MediaConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getApiKey() {
        return apiKey;
    }

    /** The D360-API-KEY. Write header:CamelD360MediaApiKey where it comes with each message. */
    public void setApiKey(@Nullable String apiKey) {
        this.apiKey = apiKey;
    }

    public @Nullable String getApiVersion() {
        return apiVersion;
    }

    /** The generation of the API: v1, or v2, which 360dialog's numbers speak today. The default is v1, and v2 where baseUrl is 360dialog's v2 host. */
    public void setApiVersion(@Nullable String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public @Nullable String getBaseUrl() {
        return baseUrl;
    }

    /** Where the API is; for a gateway, a proxy or the simulator. The default is 360dialog's own host for the API version. */
    public void setBaseUrl(@Nullable String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getMediaType() {
        return mediaType;
    }

    /** What the media goes as; auto decides by the content. */
    public void setMediaType(String mediaType) {
        this.mediaType = mediaType;
    }

    public @Nullable String getContentType() {
        return contentType;
    }

    /** The MIME type of the media. The default is what the content proves, else what the source says. */
    public void setContentType(@Nullable String contentType) {
        this.contentType = contentType;
    }

    public @Nullable String getFileName() {
        return fileName;
    }

    /** The file name of the media. The default is what the source says. */
    public void setFileName(@Nullable String fileName) {
        this.fileName = fileName;
    }

    public @Nullable String getReplyTo() {
        return replyTo;
    }

    /** The id of the message that the message answers. */
    public void setReplyTo(@Nullable String replyTo) {
        this.replyTo = replyTo;
    }

    public @Nullable Boolean getVoice() {
        return voice;
    }

    /** Whether audio goes as a voice note. It must be Opus in Ogg then. */
    public void setVoice(@Nullable Boolean voice) {
        this.voice = voice;
    }

    public @Nullable String getCallbackData() {
        return callbackData;
    }

    /** A text that the API echoes in its status webhooks (v2). */
    public void setCallbackData(@Nullable String callbackData) {
        this.callbackData = callbackData;
    }

    public String getAttachments() {
        return attachments;
    }

    /** Which media of an exchange goes: auto takes the attachments if there are any, else the body; only takes nothing but attachments; none takes the body. */
    public void setAttachments(String attachments) {
        this.attachments = attachments;
    }

    public boolean isInlineAttachments() {
        return inlineAttachments;
    }

    /** Whether images that a mail shows within its text go as well, and its signatures. */
    public void setInlineAttachments(boolean inlineAttachments) {
        this.inlineAttachments = inlineAttachments;
    }

    public String getValidation() {
        return validation;
    }

    /** What happens to media that 360dialog or WhatsApp would refuse, now or minutes later: strict refuses it before a byte leaves; warn sends it with a warning; off does not check. */
    public void setValidation(String validation) {
        this.validation = validation;
    }

    public String getOnUnsupported() {
        return onUnsupported;
    }

    /** What happens to media that can't go as its own type: fail refuses it; document sends it as a document where a document may hold it. */
    public void setOnUnsupported(String onUnsupported) {
        this.onUnsupported = onUnsupported;
    }

    public boolean isReuseMedia() {
        return reuseMedia;
    }

    /** Whether media goes by the id that the same content has already, as long as 360dialog holds it. */
    public void setReuseMedia(boolean reuseMedia) {
        this.reuseMedia = reuseMedia;
    }

    public @Nullable MediaStore getMediaStore() {
        return mediaStore;
    }

    /** Where media ids are kept for reuseMedia. The default is the memory of the component. */
    public void setMediaStore(@Nullable MediaStore mediaStore) {
        this.mediaStore = mediaStore;
    }

    public @Nullable String getSaveTo() {
        return saveTo;
    }

    /** The folder that downloads are written into. The default is a temporary file, removed some time after the exchange has ended. */
    public void setSaveTo(@Nullable String saveTo) {
        this.saveTo = saveTo;
    }

    public long getMaxSize() {
        return maxSize;
    }

    /** The most bytes that a download may have. The default, 0, stands for the API's own limit. */
    public void setMaxSize(long maxSize) {
        this.maxSize = maxSize;
    }

    public boolean isAsAttachment() {
        return asAttachment;
    }

    /** Whether a download becomes an attachment of the message, with its name and type, and leaves the body as it is; to be mailed, say. */
    public void setAsAttachment(boolean asAttachment) {
        this.asAttachment = asAttachment;
    }

    public boolean isIgnoreMissing() {
        return ignoreMissing;
    }

    /** Whether deleting media that is gone already is no error. */
    public void setIgnoreMissing(boolean ignoreMissing) {
        this.ignoreMissing = ignoreMissing;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** How long a connection may take to stand, TLS included. */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    /** The longest silence on the wire. An answer that is no media must be complete within it. */
    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /** How often something is repeated that is safe to repeat. */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    /** The delay before the first repeat; it doubles for each further one. */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** The longest delay before a repeat. A server that asks for a longer one is not waited for. */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    /** The most connections to one host. */
    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public @Nullable Integer getMaxUploadsPerSecond() {
        return maxUploadsPerSecond;
    }

    /** Uploads stay below that rate, for all endpoints with the same key; 0 for no limit. The default is 360dialog's own limit: 25 on v2; 20 on v1, where get and delete count too. */
    public void setMaxUploadsPerSecond(@Nullable Integer maxUploadsPerSecond) {
        this.maxUploadsPerSecond = maxUploadsPerSecond;
    }

    public int getMaxMessagesPerSecond() {
        return maxMessagesPerSecond;
    }

    /** Messages stay below that rate, for all endpoints with the same key; 0 for no limit. */
    public void setMaxMessagesPerSecond(int maxMessagesPerSecond) {
        this.maxMessagesPerSecond = maxMessagesPerSecond;
    }

    public int getMaxFailedGets() {
        return maxFailedGets;
    }

    /** Gets are held back before that many have failed within an hour, since 360dialog would block every get then; 0 for no limit. */
    public void setMaxFailedGets(int maxFailedGets) {
        this.maxFailedGets = maxFailedGets;
    }

    public long getMaxHoldBack() {
        return maxHoldBack;
    }

    /** The longest time that a request is held back to stay below the limits. What would have to wait longer fails at once. */
    public void setMaxHoldBack(long maxHoldBack) {
        this.maxHoldBack = maxHoldBack;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** TLS for https, as in Camel HTTP. */
    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /** Whether the SSLContextParameters of the Camel context are used where none are set here. */
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    /** The host of an HTTP proxy. */
    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    /** The port of the HTTP proxy. */
    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public @Nullable String getProxyUsername() {
        return proxyUsername;
    }

    /** The user name for the HTTP proxy. */
    public void setProxyUsername(@Nullable String proxyUsername) {
        this.proxyUsername = proxyUsername;
    }

    public @Nullable String getProxyPassword() {
        return proxyPassword;
    }

    /** The password for the HTTP proxy. */
    public void setProxyPassword(@Nullable String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }
}
