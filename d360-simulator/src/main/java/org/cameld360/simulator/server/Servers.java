package org.cameld360.simulator.server;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.function.Function;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Api;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.fault.FaultScript;
import org.cameld360.simulator.media.MediaFolder;

/** Sets WireMock up. It looks for no stubs or files on disk, so whatever lies in the working folder makes no difference. */
public final class Servers {

    private static final int THREADS = 64;
    private static final int LOGGED_RESPONSE_BYTES = 16 * 1024;

    private Servers() {}

    /** A server that is not yet started; port 0 is any free one. */
    public static WireMockServer create(
            int port,
            Api v1,
            Api v2,
            Function<Call, Answer> page,
            FaultScript faults,
            CallLog calls,
            MediaFolder folder) {
        FileSource noFiles = new ClasspathFileSource("org/cameld360/simulator/no-files");
        return new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(port)
                .containerThreads(THREADS)
                .jettyAcceptQueueSize(THREADS)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .maxLoggedResponseSize(LOGGED_RESPONSE_BYTES)
                .fileSource(noFiles)
                .withStores(new SlimStores(noFiles))
                .extensionScanningEnabled(false)
                .extensions(
                        new ApiStub(), new ApiTransformer(v1, v2, page, faults), calls, new UnspoiltBodies(folder)));
    }
}
