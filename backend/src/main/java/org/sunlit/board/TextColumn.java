package org.sunlit.board;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.journal.PlacedPublicRow;
import org.sunlit.journal.PublicProjection;
import org.sunlit.platform.CityTime;

/** A column that a plain-text feed can show. */
enum TextColumn {
  PLACE(8, row -> Long.toString(row.place())),
  DATE(10, row -> Times.DATE.format(row.projection().occurredAt())),
  TIME(5, row -> Times.TIME.format(row.projection().occurredAt())),
  NUMBER(20, row -> row.projection().caseNumber()),
  ITEM(28, row -> row.projection().itemName()),
  DEPARTMENT(12, row -> row.projection().departmentName()),
  WINDOW(
      12,
      row ->
          Optional.ofNullable(row.projection().takenIn())
              .map(PublicProjection.TakenIn::name)
              .orElse("")),
  STEP(12, row -> row.projection().stepName()),
  STATE(8, row -> StateText.chinese(row.projection().state())),
  APPLICANT(8, row -> Optional.ofNullable(row.projection().applicantMasked()).orElse("")),
  DUE(10, row -> day(row.projection().dueAt()));

  private static final class Times {
    static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(CityTime.ZONE);
    static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("HH:mm").withZone(CityTime.ZONE);
  }

  private final int usualWidth;
  private final Function<PlacedPublicRow, String> text;

  TextColumn(int usualWidth, Function<PlacedPublicRow, String> text) {
    this.usualWidth = usualWidth;
    this.text = text;
  }

  static Optional<TextColumn> of(String name) {
    return Stream.of(values())
        .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Every column's name, for telling a reader what there is. */
  static String names() {
    return Stream.of(values())
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  int usualWidth() {
    return usualWidth;
  }

  String text(PlacedPublicRow row) {
    return text.apply(row);
  }

  private static String day(Instant dueAt) {
    return dueAt == null ? "" : Times.DATE.format(dueAt);
  }
}
