package org.sunlit.place;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Where a page of what is newest first ends.
 *
 * @param at null at the beginning
 */
record PlaceCursor(Instant at, UUID id) {
  private static final PlaceCursor BEGINNING = new PlaceCursor(null, null);

  static String write(Instant at, UUID id) {
    return encode(at + "/" + id);
  }

  static String encode(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Problem 400 for what isn't a cursor
   */
  static String decode(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (plain.chars().noneMatch(Character::isISOControl)) {
        return plain;
      }
    } catch (IllegalArgumentException notOne) {
      // Said below.
    }
    throw wrong();
  }

  /**
   * @throws Problem 400 for what isn't a cursor
   */
  static PlaceCursor read(String cursor) {
    String plain = decode(cursor);
    if (plain == null) {
      return BEGINNING;
    }
    String[] parts = plain.split("/", -1);
    try {
      if (parts.length == 2) {
        return new PlaceCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (DateTimeParseException | IllegalArgumentException notOne) {
      // Said below.
    }
    throw wrong();
  }

  private static Problem wrong() {
    return Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
  }
}
