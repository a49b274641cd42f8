package org.sunlit.waybill;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.sunlit.platform.Coded;
import org.sunlit.waybill.rules.Direction;
import org.sunlit.waybill.rules.Passage;

/**
 * A waybill as it is stored, with the names of where it goes.
 *
 * @param materials codes of the materials that travel; empty for a result
 * @param received null while nobody has signed for it
 * @param missing null while nobody has said that it is lost
 */
record Waybill(
    UUID id,
    String caseNumber,
    String itemName,
    String itemNameEn,
    Direction direction,
    String carrier,
    String number,
    List<String> materials,
    Ends ends,
    LocalDate expectedOn,
    Mark sent,
    Mark received,
    Mark missing,
    int version) {
  /** Who did something, and when. */
  record Mark(Instant at, String account, String name, String nameEn) {}

  /**
   * Between whom a case's paper goes.
   *
   * @param counterKind what kind of place took it in, {@code cityHall} or another
   * @param counterRegion code of the region of the place that took it in
   */
  record Ends(
      String counterKind,
      String counterRegion,
      String counterName,
      String counterNameEn,
      String homeName,
      String homeNameEn) {
    static final String COLUMNS =
        """
        p.body -> 'takenIn' ->> 'kind' as counter_kind, p.taken_in_at as counter_region,
        p.body -> 'takenIn' ->> 'name' as counter_name, p.body -> 'takenIn' ->> 'nameEn' as counter_name_en,
        d.name as home_name, d.name_en as home_name_en
        """;

    static Ends of(Row row) {
      return new Ends(
          row.getString("counter_kind"),
          row.getString("counter_region"),
          row.getString("counter_name"),
          row.getString("counter_name_en"),
          row.getString("home_name"),
          row.getString("home_name_en"));
    }
  }

  static Waybill of(Row row) {
    return new Waybill(
        row.getUUID("id"),
        row.getString("case_number"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        Coded.of(Direction.class, row.getString("direction")),
        row.getString("carrier"),
        row.getString("number"),
        List.of(row.getArrayOfStrings("materials")),
        Ends.of(row),
        row.getLocalDate("expected_on"),
        mark(row, "sent"),
        mark(row, "received"),
        mark(row, "missing"),
        row.getInteger("version"));
  }

  Passage passage() {
    return new Passage(direction, expectedOn, received != null, missing != null);
  }

  private static Mark mark(Row row, String what) {
    OffsetDateTime at = row.getOffsetDateTime(what + "_at");
    return at == null
        ? null
        : new Mark(
            at.toInstant(),
            row.getString(what + "_by"),
            row.getString(what + "_name"),
            row.getString(what + "_name_en"));
  }
}
