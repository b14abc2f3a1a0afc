package org.cameld360.media.observe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;
import org.cameld360.media.client.ApiOperation;

/** The figures of every component of the context, for {@code camel get d360-media} and the like. */
@DevConsole(
        name = "d360-media",
        displayName = "360dialog media",
        description = "Calls of 360dialog's API and how they ended")
public class D360MediaDevConsole extends AbstractDevConsole {

    /** Has figures to show. */
    public interface Observed {

        /** Counts since it was started. */
        Figures figures();
    }

    public D360MediaDevConsole() {
        super("camel", "d360-media", "360dialog media", "Calls of 360dialog's API and how they ended");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        figures().forEach((name, figures) -> {
            text.append(name).append('\n');
            rows(figures).forEach((what, count) -> text.append("    ")
                    .append(what)
                    .append(": ")
                    .append(count)
                    .append('\n'));
        });
        return text.toString();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject json = new JsonObject();
        figures().forEach((name, figures) -> json.put(name, new JsonObject(rows(figures))));
        return json;
    }

    private Map<String, Figures> figures() {
        Map<String, Figures> all = new LinkedHashMap<>();
        for (String name : getCamelContext().getComponentNames()) {
            Component component = getCamelContext().hasComponent(name);
            if (component instanceof Observed observed) {
                all.put(name, observed.figures());
            }
        }
        return all;
    }

    private static Map<String, Object> rows(Figures figures) {
        Map<String, Object> rows = new LinkedHashMap<>();
        for (ApiOperation operation : ApiOperation.values()) {
            for (Outcome outcome : Outcome.values()) {
                long count = figures.calls(operation, outcome);
                if (count > 0) {
                    rows.put(operation.value() + " " + outcome.value(), count);
                }
            }
        }
        rows.put("uploaded bytes", figures.uploadedBytes());
        rows.put("downloaded bytes", figures.downloadedBytes());
        rows.put("rejected here", figures.rejections());
        rows.put("repeats", figures.repeats());
        rows.put("ids reused", figures.reusedIds());
        rows.put("held back, ms", figures.heldBack().toMillis());
        return rows;
    }
}
