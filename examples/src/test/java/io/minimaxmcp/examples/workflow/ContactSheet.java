package io.minimaxmcp.examples.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** A page that shows what a workflow has made: pictures, sound as it swells, what is said when, and what it would cost. */
final class ContactSheet {
    private static final int WIDTH = 880;
    private static final int ROW = 196;
    private static final int TOP = 64;
    private static final int PICTURE_WIDTH = 300;
    private static final int PICTURE_HEIGHT = 168;
    private static final int TEXT_AT = 340;
    private static final int LINE = 66;

    private final StringBuilder svg = new StringBuilder();
    private final List<Path> pictures = new ArrayList<>();
    /** Where what has a URI is. */
    private final Map<String, String> files = new HashMap<>();

    private BigDecimal cost = BigDecimal.ZERO;

    private ContactSheet() {}

    static String of(String title, List<Workflow.Step> steps) throws IOException {
        ContactSheet sheet = new ContactSheet();
        for (int i = 0; i < steps.size(); i++) {
            sheet.row(steps.get(i), TOP + i * ROW);
        }
        int height = TOP + steps.size() * ROW + 8;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="system-ui, sans-serif" font-size="14">
                <rect width="100%%" height="100%%" fill="#fbfaf7"/>
                <text x="20" y="40" font-size="24" font-weight="600">%s</text>
                <text x="%d" y="40" text-anchor="end" fill="#666">list price of the calls on a real account: $%s</text>
                %s</svg>
                """.formatted(WIDTH, height, escaped(title), WIDTH - 20, sheet.cost.toPlainString(), sheet.svg);
    }

    private void row(Workflow.Step step, int y) throws IOException {
        svg.append("<rect x=\"12\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#fff\" stroke=\"#e3e0d8\"/>\n"
                .formatted(y, WIDTH - 24, ROW - 12));
        BigDecimal price = step.result().at("/cost/estimated_usd").decimalValue();
        cost = cost.add(price);
        text(y + 30, "600", "#222", step.tool() + (price.signum() == 0 ? "" : "  $" + price.toPlainString()));
        int line = y + 52;
        for (String words : wrapped(words(step.arguments()))) {
            text(line, "400", "#444", words);
            line += 18;
        }
        for (JsonNode artifact : step.artifacts()) {
            Path file = Path.of(artifact.path("path").asText());
            files.put(artifact.path("uri").asText(), file.toString());
            text(line + 4, "400", "#7a5c00", file.getFileName() + facts(artifact));
            line += 18;
            show(file, artifact.path("mime_type").asText(), y + 8, line + 8);
        }
        if (step.artifacts().isEmpty()) {
            text(
                    line + 4,
                    "400",
                    "#7a5c00",
                    "$" + step.result().path("estimated_usd").asText() + " before anything is paid");
        }
    }

    private void show(Path file, String type, int y, int below) throws IOException {
        switch (type) {
            case "image/jpeg", "image/png" -> {
                pictures.add(file);
                picture(file, 20, y, PICTURE_WIDTH, PICTURE_HEIGHT);
            }
            case "video/mp4" -> film(y);
            case "audio/mpeg" -> sound(file, y);
            case "application/x-subrip" -> cues(file, below + 18);
            default -> {}
        }
    }

    /** Its first and its last picture. */
    private void film(int y) throws IOException {
        int half = PICTURE_WIDTH / 2 - 4;
        if (!pictures.isEmpty()) {
            picture(pictures.get(0), 20, y + 34, half, PICTURE_HEIGHT - 68);
            picture(pictures.get(pictures.size() - 1), 20 + half + 8, y + 34, half, PICTURE_HEIGHT - 68);
        }
        svg.append("<circle cx=\"170\" cy=\"%d\" r=\"22\" fill=\"#000\" fill-opacity=\".55\"/>".formatted(y + 84))
                .append("<path d=\"M163 %d l16 10 l-16 10 z\" fill=\"#fff\"/>\n".formatted(y + 74));
    }

    private void sound(Path file, int y) throws IOException {
        double[] loudness = Loudness.of(file, PICTURE_WIDTH / 3);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < loudness.length; i++) {
            double half = 2 + 70 * loudness[i];
            path.append(String.format(Locale.ROOT, "M%d %.0fv%.0f", 21 + 3 * i, y + 84 - half, 2 * half));
        }
        svg.append("<path d=\"%s\" stroke=\"#2f6f73\" stroke-width=\"2\" fill=\"none\"/>\n".formatted(path));
    }

    /** What is said first. */
    private void cues(Path subtitles, int from) throws IOException {
        String[] first = Files.readString(subtitles).split("\n\n", 2)[0].split("\n", 3);
        text(
                from,
                "400",
                "#666",
                "▸ " + first[1] + "  " + first[2].lines().findFirst().orElse(""));
    }

    private void picture(Path file, int x, int y, int width, int height) throws IOException {
        svg.append("<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" href=\"data:image/jpeg;base64,%s\"/>\n"
                .formatted(x, y, width, height, small(file, width)));
    }

    private static String small(Path file, int width) throws IOException {
        BufferedImage whole = ImageIO.read(file.toFile());
        int height = whole.getHeight() * width / whole.getWidth();
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(whole, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", jpeg);
        return Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }

    private void text(int y, String weight, String colour, String words) {
        svg.append("<text x=\"%d\" y=\"%d\" font-weight=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(TEXT_AT, y, weight, colour, escaped(words)));
    }

    private String words(JsonNode arguments) {
        for (String field : List.of("prompt", "text", "text_file", "audio")) {
            String words = arguments.path(field).asText("");
            if (!words.isEmpty()) {
                String file = files.getOrDefault(words, words);
                return file.startsWith("/") ? file.substring(file.lastIndexOf('/') + 1) : file;
            }
        }
        return arguments.path("tool").asText();
    }

    private static List<String> wrapped(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            if (line.length() + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String facts(JsonNode artifact) {
        String size = artifact.hasNonNull("width")
                ? "  " + artifact.path("width").asInt() + " × "
                        + artifact.path("height").asInt()
                : "";
        return artifact.hasNonNull("duration_ms")
                ? size
                        + String.format(
                                Locale.ROOT,
                                "  %.1f s",
                                artifact.path("duration_ms").asDouble() / 1000)
                : size;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
