package org.cameld360.media.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexer;
import org.apache.hc.core5.reactor.IOSession;

/** Reads answers. What breaks the rules of HTTP is quoted in HttpCore's exceptions, and from there in HttpClient's log. */
final class QuietHandler extends ClientHttp1IOEventHandler {

    private final ClientHttp1StreamDuplexer stream;

    QuietHandler(ClientHttp1StreamDuplexer stream) {
        super(stream);
        this.stream = stream;
    }

    @Override
    public void inputReady(IOSession session, ByteBuffer bytes) throws IOException {
        try {
            stream.onInput(bytes);
        } catch (HttpException quoting) {
            stream.onException(new ProtocolException("what came is no proper HTTP answer"));
        } catch (TruncatedChunkException counting) {
            throw counting;
        } catch (MalformedChunkCodingException quoting) {
            throw new MalformedChunkCodingException("what came is no proper chunk of an HTTP answer");
        }
    }
}
