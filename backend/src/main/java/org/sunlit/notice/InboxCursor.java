package org.sunlit.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The last of a page of an inbox, which the next one goes on from. */
record InboxCursor(Instant at, UUID id) {
  /** After everything that can be told. */
  private static final InboxCursor START =
      new InboxCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

  /** Microseconds since 1970, as exact as the database keeps them, and the id. */
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,17}) ([0-9a-f-]{36})");

  String write() {
    String text = ChronoUnit.MICROS.between(Instant.EPOCH, at) + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The cursor as it was given out; null is the start.
   *
   * @throws Problem 400 for one that was never given out
   */
  static InboxCursor read(String text) {
    if (text == null) {
      return START;
    }
    try {
      Matcher parts =
          SHAPE.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
      if (parts.matches()) {
        return new InboxCursor(
            Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
            UUID.fromString(parts.group(2)));
      }
    } catch (IllegalArgumentException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
