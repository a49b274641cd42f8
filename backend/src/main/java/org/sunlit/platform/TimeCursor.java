package org.sunlit.platform;

import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The last of a page that goes from the newest to the oldest. */
public record TimeCursor(Instant at, UUID id) {
  /** After everything. */
  public static final TimeCursor START =
      new TimeCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  /** After this row, whose moment is in the column; its id is {@code id}. */
  public static TimeCursor of(Row row, String column) {
    return new TimeCursor(row.getOffsetDateTime(column).toInstant(), row.getUUID("id"));
  }

  /**
   * What goes on after a page, as it is given out; null where the page was all.
   *
   * @param found one more than the page has, where there are more
   * @param limit how many the page has at the most
   * @param last where its last one stands
   */
  public static <T> String next(List<T> found, int limit, Function<T, TimeCursor> last) {
    return found.size() > limit ? last.apply(found.get(limit - 1)).write() : null;
  }

  public String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The cursor as it was given out; null is the start.
   *
   * @throws Problem 400 for one that was never given out
   */
  public static TimeCursor read(String text) {
    if (text == null) {
      return START;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String[] parts = plain.split(" ", -1);
      if (parts.length == 2 && parts[0].startsWith("2")) {
        return new TimeCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeParseException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
