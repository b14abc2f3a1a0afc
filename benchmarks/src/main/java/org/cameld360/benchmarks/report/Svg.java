package org.cameld360.benchmarks.report;

import java.util.Locale;

/** Draws on paper that is light or dark, as the reader has it. */
final class Svg {

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328; }
              .title { font-weight: 600; font-size: 14px; }
              .soft { fill: #59636e; }
              .ours { fill: #1a7f37; }
              .other { fill: #8c959f; }
              .line { stroke: #1a7f37; stroke-width: 2; fill: none; }
              .spread { stroke: #1f2328; stroke-width: 1.5; }
              .grid { stroke: #d1d9e0; stroke-width: 1; }
              .paper { fill: #ffffff; }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc; }
                .soft { fill: #9198a1; }
                .ours { fill: #3fb950; }
                .other { fill: #656c76; }
                .line { stroke: #3fb950; }
                .spread { stroke: #f0f6fc; }
                .grid { stroke: #3d444d; }
                .paper { fill: #0d1117; }
              }
            </style>
            """;

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
        text("title", 12, 24, "start", title);
    }

    void text(String kind, double x, double y, String anchor, String words) {
        shapes.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                kind,
                x,
                y,
                anchor,
                escape(words)));
    }

    void bar(String kind, double x, double y, double length, double thickness) {
        shapes.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>%n",
                kind,
                x,
                y,
                Math.max(length, 1),
                thickness));
    }

    void line(String kind, double fromX, double fromY, double toX, double toY) {
        shapes.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                fromX,
                fromY,
                toX,
                toY));
    }

    void dot(String kind, double x, double y) {
        shapes.append(
                String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>%n", kind, x, y));
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" aria-label=\""
                + escape(title).replace("\"", "&quot;")
                + "\">\n" + STYLE + "<rect class=\"paper\" width=\"" + width + "\" height=\"" + height + "\"/>\n"
                + shapes + "</svg>\n";
    }
}
