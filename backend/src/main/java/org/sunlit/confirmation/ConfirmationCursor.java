package org.sunlit.confirmation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The last request of a page, which the next one goes on from. */
record ConfirmationCursor(Instant requestedAt, UUID id) {
  static ConfirmationCursor of(ConfirmationRequest last) {
    return new ConfirmationCursor(last.requestedAt(), last.id());
  }

  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((requestedAt + " " + id).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The cursor as it was given out; null for none.
   *
   * @throws Problem 400 for one that was never given out
   */
  static ConfirmationCursor read(String text) {
    if (text == null) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String[] parts = plain.split(" ", -1);
      if (parts.length == 2) {
        return new ConfirmationCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeParseException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
