package org.cameld360.simulator.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSON object. */
final class Fields {

    private final ObjectNode node;
    private final String prefix;

    Fields(ObjectNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Null where it is absent. An empty text is not the same as none: the API wants the field left out. */
    @Nullable
    String text(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new RefusedException(Rule.PARAMETER_WRONG, "Param " + prefix + name + " must be a non-empty string");
        }
        return value.textValue();
    }

    String text(String name, Rule missing) {
        String value = text(name);
        if (value == null) {
            throw new RefusedException(missing, "The parameter " + prefix + name + " is required.");
        }
        return value;
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new RefusedException(Rule.PARAMETER_WRONG, "Param " + prefix + name + " must be a boolean");
        }
        return value.booleanValue();
    }

    /** Null where it is absent. */
    @Nullable
    Fields object(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            throw new RefusedException(Rule.PARAMETER_WRONG, "Param " + prefix + name + " must be an object");
        }
        return new Fields(object, prefix + name + ".");
    }

    Fields object(String name, Rule missing) {
        Fields object = object(name);
        if (object == null) {
            throw new RefusedException(missing, "The parameter " + prefix + name + " is required.");
        }
        return object;
    }

    void refuse(String name, Rule rule) {
        if (node.has(name)) {
            throw new RefusedException(rule, "Param " + prefix + name + " is not allowed here");
        }
    }

    void refuseOthersThan(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(name, Rule.PARAMETER_UNKNOWN);
            }
        });
    }

    String nameOf(String field) {
        return prefix + field;
    }
}
