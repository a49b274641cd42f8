package org.sunlit.casework;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * How large a picture becomes when it is unpacked, read from its head alone: a few kilobytes may
 * claim a picture that fills a clerk's memory.
 */
final class Pixels {
  /** An A3 page at 600 dpi has seventy million. */
  static final long MOST_PIXELS = 100_000_000;

  static final int LONGEST_SIDE = 30_000;

  private static final int PNG_SIGNATURE_BYTES = 8;
  private static final int PNG_HEADER_LENGTH = 13;
  private static final int PNG_HEADER_TYPE = 0x49484452; // IHDR
  private static final int JPEG_START = 0xffd8;
  private static final int JPEG_MARKER = 0xff;
  private static final int JPEG_SCAN = 0xda;
  private static final int JPEG_END = 0xd9;
  private static final int JPEG_PRECISION_BYTES = 1;

  private record Size(int width, int height) {}

  private Pixels() {}

  /**
   * Looks at a picture's head; anything that isn't a picture passes.
   *
   * @throws Problem 422 when it has none that can be read, or claims too much
   */
  static void inspect(MaterialType type, Path file) throws IOException {
    Optional<Size> size =
        switch (type) {
          case PNG -> read(file, Pixels::png);
          case JPEG -> read(file, Pixels::jpeg);
          case PDF, OFD, DOCX, XLSX, ISSUED -> Optional.of(new Size(1, 1));
        };
    if (size.isEmpty() || size.get().width() == 0 || size.get().height() == 0) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.damaged");
    }
    int width = size.get().width();
    int height = size.get().height();
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("file", "upload.too-many-pixels", width, height, MOST_PIXELS / 1_000_000);
    }
  }

  @FunctionalInterface
  private interface Head {
    Optional<Size> size(DataInputStream in) throws IOException;
  }

  private static Optional<Size> read(Path file, Head head) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
      return head.size(data);
    } catch (EOFException cutOff) {
      return Optional.empty();
    }
  }

  /** The first chunk says it (ISO/IEC 15948, 11.2.2). */
  private static Optional<Size> png(DataInputStream in) throws IOException {
    in.skipNBytes(PNG_SIGNATURE_BYTES);
    if (in.readInt() != PNG_HEADER_LENGTH || in.readInt() != PNG_HEADER_TYPE) {
      return Optional.empty();
    }
    return size(in.readInt(), in.readInt());
  }

  /** The frame header says it (ITU-T T.81, B.2.2), behind segments that say how long they are. */
  private static Optional<Size> jpeg(DataInputStream in) throws IOException {
    if (in.readUnsignedShort() != JPEG_START) {
      return Optional.empty();
    }
    while (true) {
      int marker = marker(in);
      if (marker == JPEG_SCAN || marker == JPEG_END || marker < 0) {
        return Optional.empty();
      }
      if (standsAlone(marker)) {
        continue;
      }
      int length = in.readUnsignedShort() - Short.BYTES;
      if (length < 0) {
        return Optional.empty();
      }
      if (isFrame(marker)) {
        in.skipNBytes(JPEG_PRECISION_BYTES);
        int height = in.readUnsignedShort();
        return size(in.readUnsignedShort(), height);
      }
      in.skipNBytes(length);
    }
  }

  private static int marker(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() != JPEG_MARKER) {
      return -1;
    }
    int marker = in.readUnsignedByte();
    while (marker == JPEG_MARKER) {
      marker = in.readUnsignedByte();
    }
    return marker;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
  }

  /** SOF0 to SOF15 without the tables that stand between them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static Optional<Size> size(int width, int height) {
    return width < 0 || height < 0 ? Optional.empty() : Optional.of(new Size(width, height));
  }
}
