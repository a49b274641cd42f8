package org.sunlit.powerlist.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds out which encoding a text is in: UTF-8 with or without a byte order mark, UTF-16 with one
 * (Excel's "Unicode text"), or GB18030, in which Excel writes CSV on a Chinese Windows. A broken
 * text is refused with its line, never read with replacement characters.
 */
public final class TextDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** UTF-8 with some broken places has far more sound ones; GB18030 read as UTF-8 hardly any. */
  private static final int SOUND_FOR_EACH_BROKEN = 4;

  private TextDecoder() {}

  /**
   * The text.
   *
   * @throws TableProblem with the first line that is broken
   */
  public static String decode(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return strictly(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return strictly(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      return strictly(bytes, 3, StandardCharsets.UTF_8);
    }
    Utf8Count count = Utf8Count.of(bytes);
    if (count.broken() == 0 || count.sound() >= SOUND_FOR_EACH_BROKEN * count.broken()) {
      return strictly(bytes, 0, StandardCharsets.UTF_8);
    }
    return strictly(bytes, 0, GB18030);
  }

  private static String strictly(byte[] bytes, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    if (decoder.decode(in, out, true).isError() || decoder.flush(out).isError()) {
      throw new TableProblem(line(bytes, in.position()), "import.encoding", charset.name());
    }
    return out.flip().toString();
  }

  private static int line(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position && i < bytes.length; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  /** How many sequences beyond ASCII are sound UTF-8 and how many bytes are not. */
  private record Utf8Count(int sound, int broken) {
    static Utf8Count of(byte[] bytes) {
      int sound = 0;
      int broken = 0;
      int at = 0;
      while (at < bytes.length) {
        int length = length(bytes, at);
        if (length == 0) {
          broken++;
          at++;
        } else {
          sound += length > 1 ? 1 : 0;
          at += length;
        }
      }
      return new Utf8Count(sound, broken);
    }

    private static int length(byte[] bytes, int at) {
      int first = bytes[at] & 0xFF;
      int length =
          first < 0x80
              ? 1
              : first >= 0xC2 && first < 0xE0
                  ? 2
                  : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
      if (at + length > bytes.length) {
        return 0;
      }
      for (int i = 1; i < length; i++) {
        if ((bytes[at + i] & 0xC0) != 0x80) {
          return 0;
        }
      }
      return length;
    }
  }
}
