package org.luodi.evidence;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A small upright picture for pages and papers, made once when a photo comes in. */
final class Preview {

    private static final int EDGE = 640;

    private Preview() {}

    /** Empty where this Java cannot read the picture; it is kept all the same. */
    static Optional<byte[]> of(Inspected picture) {
        return of(picture, EDGE);
    }

    /** The same with its longer side not above so many points. */
    static Optional<byte[]> of(Inspected picture, int edge) {
        if (!picture.type().isPicture()) {
            return Optional.empty();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            BufferedImage coarse = coarse(readers.next(), in, edge);
            return Optional.of(written(scaled(coarse, orientation(picture), edge)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Reads only as many points as are needed, so that no large picture stands in memory. */
    private static BufferedImage coarse(ImageReader reader, ImageInputStream in, int edge) throws IOException {
        try {
            reader.setInput(in, true, true);
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * edge));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static int orientation(Inspected picture) {
        return picture.type() == FileType.JPEG ? Jpeg.orientation(picture.content()) : Orientation.UPRIGHT;
    }

    private static BufferedImage scaled(BufferedImage coarse, int orientation, int edge) {
        double scale = Math.min(1, (double) edge / Math.max(coarse.getWidth(), coarse.getHeight()));
        int width = Math.max(1, (int) Math.round(coarse.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(coarse.getHeight() * scale));
        boolean lies = orientation > 4;
        BufferedImage small =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.setBackground(java.awt.Color.WHITE);
        brush.clearRect(0, 0, small.getWidth(), small.getHeight());
        AffineTransform turn = turn(orientation, width, height);
        turn.scale((double) width / coarse.getWidth(), (double) height / coarse.getHeight());
        brush.drawImage(coarse, turn, null);
        brush.dispose();
        return small;
    }

    /** From how the points lie in the file to how they are to be seen (Exif 2.3, orientation 1 to 8). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage small) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", out);
        return out.toByteArray();
    }
}
