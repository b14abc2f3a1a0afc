package org.cameld360.simulator.fault;

import java.util.regex.Pattern;
import org.cameld360.simulator.call.Call;

/** Which calls a fault is for; both versions of the API are meant. */
public final class CallPattern {

    private final String name;
    private final String method;
    private final Pattern path;

    private CallPattern(String name, String method, String path) {
        this.name = name;
        this.method = method;
        this.path = Pattern.compile(path);
    }

    /** An upload of media. */
    public static CallPattern upload() {
        return new CallPattern("upload", "POST", "(?:/v1)?/media/?");
    }

    /** A message that is to be sent. */
    public static CallPattern message() {
        return new CallPattern("message", "POST", "(?:/v1)?/messages/?");
    }

    /** What v2 says of media, before the bytes are got. */
    public static CallPattern metadata() {
        return new CallPattern("metadata", "GET", "/[0-9]+");
    }

    /** The bytes of media. */
    public static CallPattern download() {
        return new CallPattern("download", "GET", "/v1/media/[^/]+|/whatsapp_business/attachments/");
    }

    /** A deletion of media. */
    public static CallPattern delete() {
        return new CallPattern("delete", "DELETE", "/v1/media/[^/]+|/[0-9]+");
    }

    /** Any call to the API. */
    public static CallPattern anyCall() {
        return new CallPattern("any call", "", ".*");
    }

    boolean matches(Call call) {
        return (method.isEmpty() || call.is(method))
                && path.matcher(call.path()).matches();
    }

    @Override
    public String toString() {
        return name;
    }
}
