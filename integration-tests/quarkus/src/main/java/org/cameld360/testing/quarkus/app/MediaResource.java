package org.cameld360.testing.quarkus.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The four operations, each by the route of its name. */
@Path("/media")
public class MediaResource {

    @Inject
    ProducerTemplate template;

    /** Answers with the id of the media. */
    @POST
    public String upload(InputStream media) {
        return template.requestBody("direct:upload", media, String.class);
    }

    /** Answers with the id of the message. */
    @POST
    @Path("/to/{number}")
    public String send(@PathParam("number") String number, InputStream media) {
        return template.requestBodyAndHeader("direct:send", media, "CamelD360MediaTo", number, String.class);
    }

    @GET
    @Path("/{id}")
    public InputStream get(@PathParam("id") String id) {
        return template.requestBody("direct:get", id, InputStream.class);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        template.requestBody("direct:delete", id);
    }

    @ServerExceptionMapper
    Response explain(CamelExecutionException failure) {
        Throwable cause = failure.getCause();
        Throwable reason = cause == null ? failure : cause;
        int status =
                reason instanceof MediaRejectedException ? 422 : reason instanceof MediaNotFoundException ? 404 : 502;
        return Response.status(status).entity(reason.getMessage()).build();
    }
}
