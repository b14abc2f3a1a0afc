package org.cameld360.media.it.secrecy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.cameld360.media.D360MediaException;

/** All places where a running context shows something of itself. */
final class Surfaces {

    /** Consoles that don't show something but do something. */
    private static final Set<String> ACTING = Set.of("send", "receive", "reload");

    private Surfaces() {}

    static void endpoints(CamelContext context, Findings findings) throws Exception {
        for (Endpoint endpoint : context.getEndpoints()) {
            findings.look("endpoint URI", endpoint.getEndpointUri());
            findings.look("endpoint key", endpoint.getEndpointKey());
            findings.look("endpoint toString", endpoint);
        }
        context.getEndpointRegistry().keySet().forEach(key -> findings.look("endpoint registry key", key));
        context.getRoutes().forEach(route -> {
            findings.look("route toString", route);
            findings.look("route description", route.getEndpoint() + " " + route.getProperties());
            route.getServices().forEach(service -> findings.look("service toString", service));
        });
    }

    /** The objects of the component and its HTTP client that can be reached from an endpoint, a component or a producer. */
    static void objects(CamelContext context, Findings findings) throws Exception {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : context.getComponentNames()) {
            walk(context.hasComponent(name), seen, findings);
        }
        for (Endpoint endpoint : context.getEndpoints()) {
            if (isOurs(endpoint)) {
                walk(endpoint, seen, findings);
                Producer producer = endpoint.createProducer();
                walk(producer, seen, findings);
                walk(endpoint.createAsyncProducer(), seen, findings);
            }
        }
    }

    private static void walk(Object object, Set<Object> seen, Findings findings) throws IllegalAccessException {
        if (object == null || !seen.add(object)) {
            return;
        }
        if (object instanceof Collection<?> several) {
            for (Object one : several) {
                walk(one, seen, findings);
            }
        } else if (object instanceof Map<?, ?> map) {
            walk(map.keySet().toArray(), seen, findings);
            walk(map.values().toArray(), seen, findings);
        } else if (object.getClass().isArray()) {
            for (int i = 0;
                    i < Array.getLength(object)
                            && !object.getClass().getComponentType().isPrimitive();
                    i++) {
                walk(Array.get(object, i), seen, findings);
            }
        } else if (isOurs(object)) {
            findings.look(object.getClass().getSimpleName() + ".toString", object);
            for (Class<?> type = object.getClass();
                    type.getName().startsWith("org.cameld360");
                    type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        walk(field.get(object), seen, findings);
                    }
                }
            }
        } else if (!(object instanceof CharSequence)) {
            findings.look(object.getClass().getName() + ".toString", object);
        }
    }

    private static boolean isOurs(Object object) {
        return object.getClass().getName().startsWith("org.cameld360");
    }

    /** Names and readable attributes of all that Camel registered. */
    static void jmx(CamelContext context, Findings findings) throws JMException {
        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            findings.look("JMX object name", name);
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable()) {
                    try {
                        Object value = server.getAttribute(name, attribute.getName());
                        findings.look("JMX attribute " + attribute.getName() + " of " + name, flat(value));
                    } catch (RuntimeMBeanException unreadable) {
                        findings.look("JMX attribute " + attribute.getName() + " of " + name, stackTrace(unreadable));
                    }
                }
            }
        }
    }

    private static String flat(Object value) {
        if (value instanceof CompositeData data) {
            return flat(data.values());
        }
        if (value instanceof TabularData data) {
            return flat(data.values());
        }
        if (value instanceof Map<?, ?> map) {
            return flat(map.keySet()) + flat(map.values());
        }
        if (value instanceof Collection<?> several) {
            return flat(several.toArray());
        }
        if (value instanceof Object[] several) {
            StringBuilder all = new StringBuilder();
            for (Object one : several) {
                all.append(flat(one)).append('\n');
            }
            return all.toString();
        }
        return String.valueOf(value);
    }

    static void health(CamelContext context, Findings findings) {
        HealthCheckHelper.invoke(context).forEach(result -> {
            findings.look("health", result.getCheck() + " " + result.getMessage() + " " + result.getDetails());
            result.getError().ifPresent(error -> findings.look("health", stackTrace(error)));
        });
    }

    static void devConsoles(CamelContext context, Findings findings) {
        DevConsoleRegistry registry = DevConsoleRegistry.get(context);
        registry.loadDevConsoles();
        registry.stream().filter(console -> !ACTING.contains(console.getId())).forEach(console -> {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                if (console.supportMediaType(type)) {
                    findings.look("dev console " + console.getId() + " as " + type, console.call(type));
                }
            }
        });
    }

    /** The exchange as it goes on, and all that is said by its exception. */
    static void exchange(Exchange exchange, Findings findings) {
        findings.look("exchange", exchange);
        findings.look("message headers", exchange.getMessage().getHeaders());
        findings.look("exchange properties", exchange.getAllProperties());
        findings.look("body", exchange.getMessage().getBody());
        if (exchange.getException() != null) {
            exception(exchange.getException(), findings);
        }
    }

    static void exception(Throwable thrown, Findings findings) {
        findings.look("exception", stackTrace(thrown));
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            findings.look("exception toString", cause);
            findings.look("exception message", cause.getMessage() + cause.getLocalizedMessage());
            for (Throwable suppressed : cause.getSuppressed()) {
                exception(suppressed, findings);
            }
            if (cause instanceof D360MediaException ours) {
                findings.look("exception fields", ours.getDetails() + " " + ours.getTraceId() + " " + ours.getCode());
            }
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
