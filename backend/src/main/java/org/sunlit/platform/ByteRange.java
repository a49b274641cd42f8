package org.sunlit.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file's bytes (RFC 9110, section 14).
 *
 * @param first counted from 0
 * @param last itself part of it
 */
public record ByteRange(long first, long last) {
  /** One range; several at once may be answered with the whole (14.2). */
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** It begins behind the end of the file. */
  public static final class Unsatisfiable extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The range that a {@code Range} header asks for; none where the whole is to be sent.
   *
   * @param size of the file
   */
  public static Optional<ByteRange> of(String header, long size) throws Unsatisfiable {
    Matcher asked = ONE.matcher(header == null ? "" : header.strip());
    if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (asked.group(1).isEmpty()) {
      long length = Long.parseLong(asked.group(2));
      if (length == 0) {
        throw new Unsatisfiable();
      }
      return Optional.of(new ByteRange(Math.max(0, size - length), size - 1));
    }
    long first = Long.parseLong(asked.group(1));
    long last = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    if (!asked.group(2).isEmpty() && last < first) {
      return Optional.empty();
    }
    if (first >= size) {
      throw new Unsatisfiable();
    }
    return Optional.of(new ByteRange(first, Math.min(last, size - 1)));
  }

  /** As Content-Range says it (14.4). */
  String contentRange(long size) {
    return "bytes " + first + '-' + last + '/' + size;
  }

  /** Its beginning, when it is longer. */
  ByteRange atMost(long most) {
    return length() > most ? new ByteRange(first, first + most - 1) : this;
  }

  public long length() {
    return last - first + 1;
  }
}
