package org.cameld360.simulator.message;

import java.util.Set;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.rules.ApiRules;
import org.jspecify.annotations.Nullable;

/** What a message says beside its content. */
final class Context {

    private Context() {}

    static @Nullable String replyTo(Fields message) {
        Fields context = message.object("context");
        if (context == null) {
            return null;
        }
        context.refuseOthersThan(Set.of("message_id"));
        return context.text("message_id", Rule.PARAMETER_WRONG);
    }

    static @Nullable String callbackData(Fields message) {
        String data = message.text("biz_opaque_callback_data");
        if (data != null && data.length() > ApiRules.MAX_CALLBACK_DATA) {
            throw new RefusedException(
                    Rule.CALLBACK_DATA_TOO_LONG,
                    "Param biz_opaque_callback_data must be at most " + ApiRules.MAX_CALLBACK_DATA
                            + " characters long");
        }
        return data;
    }
}
