package org.sunlit.casework;

import java.nio.ByteBuffer;

/** Heads of pictures of any size, without the pictures. */
final class Pictures {
  private Pictures() {}

  static byte[] png(int width, int height) {
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(new byte[] {'I', 'H', 'D', 'R'})
        .putInt(width)
        .putInt(height)
        .put(new byte[] {8, 2, 0, 0, 0})
        .array();
  }

  /** With a comment and a table before the frame, as cameras have them. */
  static byte[] jpeg(int width, int height) {
    return ByteBuffer.allocate(64)
        .put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16})
        .put(new byte[] {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0})
        .put(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 4, 'h', 'i'})
        .put(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xdb, 0, 5, 1, 2, 3})
        .put(new byte[] {(byte) 0xff, (byte) 0xc2, 0, 17, 8})
        .putShort((short) height)
        .putShort((short) width)
        .array();
  }
}
