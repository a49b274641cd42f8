package org.sunlit.promise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Where a page ended: a moment, and words that tell apart what shares it. */
record Cursors(Instant at, String rest) {
  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + rest).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The cursor as it was given out; null is the start.
   *
   * @param form what the words look like, as a regular expression
   * @throws Problem 400 for one that was never given out
   */
  static Cursors read(String text, Cursors start, String form) {
    if (text == null) {
      return start;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 2);
      if (parts.length == 2 && parts[0].matches("[0-9]{4}-.{6,30}") && parts[1].matches(form)) {
        return new Cursors(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeParseException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
