package org.cameld360.simulator.v2;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.multipart.FormParser;
import org.cameld360.simulator.multipart.MalformedFormException;
import org.cameld360.simulator.multipart.Part;

/** The parts of an upload, each at most once and none that the API does not know. */
final class UploadForm {

    private static final Set<String> KNOWN = Set.of("messaging_product", "file", "type");

    private final Map<String, Part> parts = new HashMap<>();

    private UploadForm() {}

    static UploadForm of(Call call) {
        UploadForm form = new UploadForm();
        parts(call).forEach(form::add);
        return form;
    }

    Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private void add(Part part) {
        if (!KNOWN.contains(part.name())) {
            throw new RefusedException(Rule.FORM_FIELD_UNKNOWN, "Unexpected param " + part.name());
        }
        if (parts.putIfAbsent(part.name(), part) != null) {
            throw new RefusedException(Rule.FORM_FIELD_REPEATED, "Param " + part.name() + " was given more than once");
        }
    }

    private static Iterable<Part> parts(Call call) {
        try {
            return FormParser.parse(call.header("Content-Type").orElse(""), call.body());
        } catch (MalformedFormException e) {
            throw new RefusedException(
                    Rule.MULTIPART_MALFORMED, "The body is not well-formed multipart/form-data: " + e.getMessage());
        }
    }
}
