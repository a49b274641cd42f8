package org.sunlit.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The last case of a page, which the next one goes on from. */
record ListCursor(int priority, Instant dueOrder, String caseNumber) {
  /** Before every case. */
  static final ListCursor START = new ListCursor(0, Instant.EPOCH, "");

  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (priority + " " + dueOrder + " " + caseNumber).getBytes(StandardCharsets.US_ASCII));
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
      if (parts.length == 3 && parts[0].matches("[01]") && parts[2].matches("[0-9-]{1,24}")) {
        return new ListCursor(Integer.parseInt(parts[0]), Instant.parse(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeParseException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
