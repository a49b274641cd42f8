package org.sunlit.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The last case of a page, which the next one goes on from. */
record ListCursor(Instant dueOrder, String caseNumber) {
  /** Before every case. */
  static final ListCursor START = new ListCursor(Instant.EPOCH, "");

  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((dueOrder + " " + caseNumber).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The cursor as it was given out; null is the start.
   *
   * @throws Problem 400 for one that was never given out
   */
  static ListCursor read(String text) {
    if (text == null) {
      return START;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String[] parts = plain.split(" ", -1);
      if (parts.length == 2 && parts[1].matches("[0-9-]{1,24}")) {
        return new ListCursor(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeParseException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
