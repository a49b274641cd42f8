package org.sunlit.disclosure;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.sunlit.disclosure.rules.Duty;
import org.sunlit.disclosure.rules.DutyState;
import org.sunlit.disclosure.rules.Every;
import org.sunlit.disclosure.rules.LimitUnit;
import org.sunlit.disclosure.rules.Timing;
import org.sunlit.platform.Coded;

/** A duty as it is stored, with whose it is. */
record DutyRow(
    String code,
    String department,
    String departmentName,
    String departmentNameEn,
    String category,
    String title,
    String titleEn,
    String ground,
    Duty duty) {

  /**
   * One time it has to be fulfilled.
   *
   * @param about what was reached or happened; null for a period
   * @param doneAt when it was published first; null while it isn't
   * @param number what it was published as
   */
  record Occasion(
      DutyRow of, String name, String about, Instant dueAt, Instant doneAt, String number) {
    DutyState state(Instant now) {
      return DutyState.of(dueAt, doneAt, now);
    }
  }

  static DutyRow of(Row row) {
    String every = row.getString("every");
    return new DutyRow(
        row.getString("code"),
        row.getString("department_code"),
        row.getString("department"),
        row.getString("department_en"),
        row.getString("category"),
        row.getString("title"),
        row.getString("title_en"),
        row.getString("ground"),
        new Duty(
            Coded.of(Timing.class, row.getString("timing")),
            every == null ? null : Coded.of(Every.class, every),
            row.getInteger("amount"),
            Coded.of(LimitUnit.class, row.getString("unit")),
            row.getLocalDate("from_on"),
            row.getLocalDate("until_on")));
  }

  static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
