package org.sunlit.staff;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Reading rows, pages of rows and the cursors between them. */
final class Rows {
  private static final String BETWEEN = "\n";

  private Rows() {}

  /** A page: one row more than asked for was read, and tells whether there is another. */
  record Page<T>(List<T> items, String nextCursor) {}

  static <T> Page<T> page(
      RowSet<Row> rows, int limit, Function<Row, T> read, Function<Row, String> cursor) {
    List<T> items = new ArrayList<>();
    Row last = null;
    for (Row row : rows) {
      if (items.size() == limit) {
        return new Page<>(items, cursor.apply(last));
      }
      items.add(read.apply(row));
      last = row;
    }
    return new Page<>(items, null);
  }

  static String cursor(Object... parts) {
    String text = Stream.of(parts).map(String::valueOf).collect(Collectors.joining(BETWEEN));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The parts of a cursor, nulls without one. */
  static String[] parts(String cursor, int count) {
    if (cursor == null || cursor.isEmpty()) {
      return new String[count];
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split(BETWEEN, -1);
      if (parts.length == count) {
        return parts;
      }
    } catch (IllegalArgumentException notOurs) {
      // Told below.
    }
    throw badCursor();
  }

  static Long number(String part) {
    try {
      return part == null ? null : Long.valueOf(part);
    } catch (NumberFormatException notOurs) {
      throw badCursor();
    }
  }

  static OffsetDateTime moment(String part) {
    try {
      return part == null ? null : OffsetDateTime.parse(part);
    } catch (DateTimeParseException notOurs) {
      throw badCursor();
    }
  }

  static Problem badCursor() {
    return Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
  }

  /** What is typed, as a pattern that means itself; null for nothing. */
  static String pattern(String typed) {
    return typed == null || typed.isBlank()
        ? null
        : "%" + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  static Instant instant(Row row, String column) {
    OffsetDateTime stored = row.getOffsetDateTime(column);
    return stored == null ? null : stored.toInstant();
  }

  static OffsetDateTime local(Row row, String column) {
    return CityTime.offset(instant(row, column));
  }

  static Set<Role> roles(Row row) {
    return Stream.of(row.getArrayOfStrings("roles"))
        .flatMap(code -> Role.of(code).stream())
        .collect(Collectors.toSet());
  }

  static Named named(Row row, String what) {
    return Named.of(row, what + "_code", what + "_name");
  }
}
