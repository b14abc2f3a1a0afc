package org.cameld360.simulator.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.cameld360.simulator.json.StrictJson;

/** Answers that come from before the API: pages of a proxy, and the gateway's own JSON. */
public final class Trouble {

    private static final Map<Integer, String> PAGES = Map.of(
            502, "502 Bad Gateway",
            503, "503 Service Temporarily Unavailable",
            504, "504 Gateway Time-out");

    private Trouble() {}

    public static boolean isPage(int status) {
        return PAGES.containsKey(status);
    }

    /** As nginx writes it. */
    public static Answer page(int status) {
        String title = PAGES.getOrDefault(status, Integer.toString(status));
        String page = """
                <html>
                <head><title>%s</title></head>
                <body>
                <center><h1>%s</h1></center>
                <hr><center>nginx</center>
                </body>
                </html>
                """.formatted(title, title);
        return Answer.text(status, "text/html", page.replace("\n", "\r\n"));
    }

    /** The gateway's older object, in the spelling that goes with 555. */
    public static Answer meta(int status, String message) {
        ObjectNode answer = StrictJson.object();
        answer.putObject("meta").put("success", false).put("http_code", status).put("developer_message", message);
        return Answer.json(status, answer);
    }
}
