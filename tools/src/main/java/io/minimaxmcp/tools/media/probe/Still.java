package io.minimaxmcp.tools.media.probe;

import io.minimaxmcp.tools.media.probe.Boxes.Box;
import java.io.IOException;

/** HEIC and its kin: the largest size among the items, for the picture itself is often a grid of smaller tiles. */
final class Still {
    private final Boxes boxes;
    private final Findings found;
    private long largest;

    Still(Boxes boxes, Findings found) {
        this.boxes = boxes;
        this.found = found;
    }

    void read() throws IOException {
        for (Box box : boxes.top()) {
            if (box.name().equals("meta")) {
                for (Box part : boxes.inFull(box)) {
                    readProperties(part);
                }
            }
        }
    }

    private void readProperties(Box part) throws IOException {
        Box properties = part.name().equals("iprp") ? boxes.find(part, "ipco") : null;
        if (properties == null) {
            return;
        }
        for (Box property : boxes.in(properties)) {
            if (property.name().equals("ispe")) {
                long width = boxes.bytes().u32(property.content() + 4);
                long height = boxes.bytes().u32(property.content() + 8);
                if (width * height > largest) { // an absurd size overflows to a negative one
                    largest = width * height;
                    found.size(width, height);
                }
            }
        }
    }
}
