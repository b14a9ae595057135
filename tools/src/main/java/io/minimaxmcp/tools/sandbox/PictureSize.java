package io.minimaxmcp.tools.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Width and height of a picture, as its header gives them. */
record PictureSize(int width, int height) {

    /** Empty for what is no picture, or one whose header Java cannot read (WebP, HEIC). */
    static Optional<PictureSize> of(byte[] bytes, MediaType type) {
        if (type != MediaType.JPEG && type != MediaType.PNG) {
            return Optional.empty();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.name());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException e) {
            throw Refusal.invalid("the image cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    int shortSide() {
        return Math.min(width, height);
    }

    int longSide() {
        return Math.max(width, height);
    }

    double ratio() {
        return (double) width / height;
    }
}
