package org.sunlit.charge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The last of a page of bills, the newest first. */
record BillCursor(Instant at, String billNumber) {
  /** Before the newest. */
  static final BillCursor START = new BillCursor(Instant.parse("9999-01-01T00:00:00Z"), "C");

  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + billNumber).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The cursor as it was given out; null is the start.
   *
   * @throws Problem 400 for one that was never given out
   */
  static BillCursor read(String text) {
    if (text == null) {
      return START;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String[] parts = plain.split(" ", -1);
      if (parts.length == 2 && parts[0].startsWith("2") && parts[1].startsWith("B")) {
        return new BillCursor(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeParseException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
