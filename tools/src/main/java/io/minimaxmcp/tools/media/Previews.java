package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Preview;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small pictures of saved images, for a result to show. A picture that cannot be made is left out, and nothing else happens. */
public final class Previews {
    static final int MAX_BYTES = 48_000;
    static final int MAX_SIDE = 768;

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final long MAX_PIXELS = 100_000_000;
    private static final int MIN_SIDE = 96;
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.55f, 0.4f};

    private final FileWork work;

    public Previews(FileWork work) {
        this.work = work;
    }

    /** Empty where the artifact is no image, is not on this machine, or cannot be read. Never fails. */
    public CompletionStage<Optional<Preview>> of(Artifact artifact) {
        String path = artifact.path();
        if (path == null || !artifact.mimeType().startsWith("image/")) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return work.run(() -> Optional.of(new Preview("image/jpeg", jpeg(Path.of(path)))))
                .exceptionally(noPicture -> {
                    LOG.atDebug().setCause(noPicture).log("no preview");
                    return Optional.empty();
                });
    }

    private static byte[] jpeg(Path file) throws IOException {
        BufferedImage image = read(file);
        for (int side = MAX_SIDE; side >= MIN_SIDE; side = side * 2 / 3) {
            BufferedImage scaled = scaled(image, side);
            for (float quality : QUALITIES) {
                byte[] bytes = encoded(scaled, quality);
                if (bytes.length <= MAX_BYTES) {
                    return bytes;
                }
            }
        }
        throw new IOException("no preview of " + file + " is small enough");
    }

    /** Reads only every n-th pixel of large images: a picture of 20 million pixels would take 80 MB of heap. */
    private static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader for " + file);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reader.read(0, sampling(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReadParam sampling(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new IOException("too many pixels: " + width + "x" + height);
        }
        int step = Math.max(1, Math.max(width, height) / MAX_SIDE);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    /** On white, since JPEG knows no transparency. */
    private static BufferedImage scaled(BufferedImage image, int maxSide) {
        double factor = Math.min(1.0, (double) maxSide / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, width, height);
            canvas.drawImage(image, 0, 0, width, height, null);
        } finally {
            canvas.dispose();
        }
        return scaled;
    }

    private static byte[] encoded(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(MAX_BYTES);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
