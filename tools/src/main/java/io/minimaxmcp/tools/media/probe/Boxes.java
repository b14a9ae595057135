package io.minimaxmcp.tools.media.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds boxes inside boxes, no more in all than a budget that a hostile file cannot stretch. */
final class Boxes {
    private static final int HEADER = 8;

    private final Bytes in;
    private int budget = 20_000;

    /** A box's name and where its content starts and ends. */
    record Box(String name, long content, long end) {}

    Boxes(Bytes in) {
        this.in = in;
    }

    Bytes bytes() {
        return in;
    }

    List<Box> top() throws IOException {
        return between(0, in.size());
    }

    List<Box> in(Box box) throws IOException {
        return between(box.content, box.end);
    }

    /** The boxes inside one that keeps a version and flags before them. */
    List<Box> inFull(Box box) throws IOException {
        return between(box.content + 4, box.end);
    }

    /** The first box inside of this name, or null. */
    @Nullable
    Box find(Box box, String name) throws IOException {
        for (Box child : in(box)) {
            if (child.name.equals(name)) {
                return child;
            }
        }
        return null;
    }

    private List<Box> between(long from, long end) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at <= end - HEADER && budget-- > 0) {
            long length = in.u32(at);
            long header = HEADER;
            if (length == 1 && at <= end - 2 * HEADER) {
                length = in.i64(at + HEADER);
                header = 2 * HEADER;
            } else if (length == 0) {
                length = end - at;
            }
            if (length < header) {
                break;
            }
            // A box that is longer than its surroundings was cut off: its beginning still counts.
            long boxEnd = length > end - at ? end : at + length;
            boxes.add(new Box(in.name(at + 4), at + header, boxEnd));
            at = boxEnd;
        }
        return boxes;
    }
}
