package org.cameld360.media.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;

/**
 * Finds every endpoint and property of the component in a text: in prose, Java, YAML, XML and properties, also where a page quotes them. It reads lines and
 * not the grammar of each language, so that half a snippet is looked at too.
 */
final class OptionFinder {

    private static final Pattern URI = Pattern.compile("d360-media:([a-z]+)(\\?(?:\\{\\{[^}]*}}|\\$\\{[^}]*}"
            + "|RAW\\((?:\\{\\{[^}]*}}|[^)])*\\)|\\+49 151 234-?567|&amp;|[A-Za-z0-9_.,:/=&+%#-])*)?");
    private static final Pattern PROPERTY =
            Pattern.compile("camel\\.component\\.(?:d360-media|d360Media)\\.([A-Za-z-]+)\\s*[=:]\\s*([^\\s\"'`,)]*)");
    private static final Pattern VARIABLE =
            Pattern.compile("CAMEL_COMPONENT_D360_MEDIA_([A-Z_]*[A-Z])(?:\\s*[=:]\\s*([^\\s\"'`,)]+))?");
    private static final Pattern PARAMETERS = Pattern.compile("( *)parameters:\\s*(\\{.*})?\\s*(?:#.*)?");
    private static final Pattern PARAMETER =
            Pattern.compile("( *)\"?([A-Za-z-]+)\"?: +(\"[^\"]*\"|'[^']*'|[^#]*?)\\s*(?:#.*)?");
    private static final Pattern IN_BRACES = Pattern.compile("\"?([A-Za-z-]+)\"?: *(\"[^\"]*\"|'[^']*'|[^,}]*)");

    private final Path file;
    private final List<String> lines;
    private final List<OptionUse> found = new ArrayList<>();

    private OptionFinder(Path file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static List<OptionUse> in(Path file, String text) {
        OptionFinder finder = new OptionFinder(file, text);
        for (int line = 0; line < finder.lines.size(); line++) {
            finder.look(line);
        }
        return finder.found;
    }

    private void look(int line) {
        String text = lines.get(line);
        Matcher uris = URI.matcher(text);
        while (uris.find()) {
            boolean comesAfterName =
                    uris.start() > 0 && text.substring(0, uris.start()).matches(".*[A-Za-z0-9.-]");
            boolean isPlaceholder = uris.group(1).equals("operation");
            boolean isKey = uris.group(2) == null && text.substring(uris.end()).matches(":.*");
            if (!comesAfterName && !isPlaceholder && !isKey) {
                String uri = uris.group().replace("&amp;", "&");
                found.add(new OptionUse(file, line + 1, withParameters(uri, line), null));
            }
        }
        Matcher properties = PROPERTY.matcher(text);
        while (properties.find()) {
            property(line, properties.group(1), properties.group(2));
        }
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            property(line, variables.group(1).toLowerCase(Locale.ROOT).replace('_', '-'), variables.group(2));
        }
    }

    private void property(int line, String name, String value) {
        found.add(new OptionUse(
                file,
                line + 1,
                null,
                "camel.component.d360-media." + name + "=" + (value == null || value.isEmpty() ? "{{any}}" : value)));
    }

    /** The {@code parameters:} of YAML that belong to the {@code uri:} in this line, above it or below. */
    private String withParameters(String uri, int line) {
        if (!lines.get(line).matches(".*\\buri\"?: *[\"']?d360-media:.*")) {
            return uri;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        int indent = lines.get(line).indexOf(lines.get(line).contains("\"uri\"") ? "\"uri\"" : "uri:");
        Matcher inLine = Pattern.compile("parameters\"?: *(\\{.*?}+)").matcher(lines.get(line));
        if (inLine.find()) {
            inBraces(inLine.group(1), parameters);
        }
        for (int next = line + 1; next < lines.size() && isWithin(next, indent); next++) {
            collect(next, indent, parameters);
        }
        for (int before = line - 1; before >= 0 && isWithin(before, indent); before--) {
            collect(before, indent, parameters);
        }
        StringBuilder whole = new StringBuilder(uri);
        parameters.forEach((name, value) -> whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(StringHelper.dashToCamelCase(name))
                .append('=')
                .append(value));
        return whole.toString();
    }

    private boolean isWithin(int line, int indent) {
        String text = lines.get(line);
        return text.isBlank() || text.length() - text.stripLeading().length() >= indent;
    }

    private void collect(int line, int indent, Map<String, String> parameters) {
        Matcher start = PARAMETERS.matcher(lines.get(line));
        if (!start.matches() || start.group(1).length() != indent) {
            return;
        }
        if (start.group(2) != null) {
            inBraces(start.group(2), parameters);
        }
        for (int next = line + 1; next < lines.size() && isWithin(next, indent + 1); next++) {
            Matcher parameter = PARAMETER.matcher(lines.get(next));
            if (parameter.matches()) {
                parameters.put(parameter.group(2), plain(parameter.group(3)));
            }
        }
    }

    private static void inBraces(String braces, Map<String, String> parameters) {
        Matcher parameter = IN_BRACES.matcher(braces.substring(1));
        while (parameter.find()) {
            parameters.put(parameter.group(1), plain(parameter.group(2)));
        }
    }

    /** Free text may hold signs that would end a query, so only what can be wrong is kept as it is. */
    private static String plain(String value) {
        String text = value.strip().replaceAll("^[\"']|[\"']$", "");
        return text.matches("[A-Za-z0-9_.-]+|\\{\\{[^}]*}}|RAW\\(\\{\\{[^}]*}}\\)") ? text : "text";
    }
}
