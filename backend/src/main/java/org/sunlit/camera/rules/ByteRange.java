package org.sunlit.camera.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A single range of bytes (RFC 9110 section 14.1.2).
 *
 * @param first number of the first byte
 * @param last number of the last byte, which is in it
 */
public record ByteRange(int first, int last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,9})-([0-9]{0,9})");

  /**
   * The range a request asks for. Empty for none, for several and for one that isn't there: the
   * whole is answered then, as section 14.2 allows.
   *
   * @param header null without one
   */
  public static Optional<ByteRange> of(String header, int size) {
    Matcher said = SINGLE.matcher(header == null ? "" : header.replace(" ", ""));
    if (!said.matches() || said.group(1).isEmpty() && said.group(2).isEmpty()) {
      return Optional.empty();
    }
    int last = size - 1;
    ByteRange range =
        said.group(1).isEmpty()
            ? new ByteRange(Math.max(0, size - Integer.parseInt(said.group(2))), last)
            : new ByteRange(
                Integer.parseInt(said.group(1)),
                said.group(2).isEmpty() ? last : Math.min(last, Integer.parseInt(said.group(2))));
    return Optional.of(range).filter(it -> it.first <= it.last);
  }

  /** As Content-Range says it. */
  public String contentRange(int size) {
    return "bytes " + first + '-' + last + '/' + size;
  }
}
