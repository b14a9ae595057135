package io.minimaxmcp.tools.sandbox.studio;

import java.util.ArrayList;
import java.util.List;

/** A prompt, word-wrapped as large as it fits over the lower part of a picture, with a small footer. */
final class Caption {
    private static final int WHITE = 0xffffff;
    private static final int SHADE = 0x10141c;
    private static final double LARGEST_SHARE_OF_HEIGHT = 0.4;

    private final String text;
    private final String footer;

    Caption(String text, String footer) {
        this.text = text;
        this.footer = footer;
    }

    void paint(Canvas canvas) {
        int margin = Math.min(canvas.width(), canvas.height()) / 24;
        int room = canvas.width() - 2 * margin;
        int roomBelow = (int) (canvas.height() * LARGEST_SHARE_OF_HEIGHT);
        int scale = Math.max(2, Math.min(canvas.width(), canvas.height()) / 110);
        List<String> lines = wrap(text, columns(room, scale));
        while (scale > 1 && lines.size() * Glyphs.LINE * scale > roomBelow) {
            scale--;
            lines = wrap(text, columns(room, scale));
        }
        lines = lines.subList(0, Math.min(lines.size(), roomBelow / (Glyphs.LINE * scale)));
        int small = Math.max(1, scale / 2);
        int footerTop = canvas.height() - margin / 2 - Glyphs.LINE * small;
        int top = footerTop - lines.size() * Glyphs.LINE * scale;
        canvas.fill(0, top - margin / 2, canvas.width(), canvas.height(), SHADE, 0.55);
        for (int i = 0; i < lines.size(); i++) {
            write(canvas, lines.get(i), margin, top + i * Glyphs.LINE * scale, scale);
        }
        write(canvas, footer, margin, footerTop, small);
    }

    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Glyphs.drawable(text).strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > columns) {
                lines.add(line.substring(0, columns));
                line.delete(0, columns);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static int columns(int room, int scale) {
        return Math.max(1, room / (Glyphs.ADVANCE * scale));
    }

    private static void write(Canvas canvas, String line, int left, int top, int scale) {
        for (int i = 0; i < line.length(); i++) {
            for (int column = 0; column < Glyphs.WIDTH; column++) {
                int bits = Glyphs.column(line.charAt(i), column);
                for (int row = 0; row < Glyphs.HEIGHT; row++) {
                    if (((bits >> row) & 1) == 1) {
                        int x = left + (i * Glyphs.ADVANCE + column) * scale;
                        canvas.fill(x, top + row * scale, scale, scale, WHITE, 1);
                    }
                }
            }
        }
    }
}
