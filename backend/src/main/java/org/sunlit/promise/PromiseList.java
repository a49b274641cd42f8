package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.PromiseCounts;
import org.sunlit.api.model.PromisePage;
import org.sunlit.api.model.PromisePieceState;
import org.sunlit.api.model.PromiseRow;
import org.sunlit.calendar.CalendarService;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;

/** What was promised to one's own unit, by the day it is due. */
@ApplicationScoped
class PromiseList {
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final Cursors START = new Cursors(Instant.EPOCH, "");
  private static final String CURSOR = "[0-9-]{1,24}/.{1,100}";
  private static final int NOW = Reach.PARAMETERS + 1;
  private static final int SOON = Reach.PARAMETERS + 2;

  /** What each list shows: the names are the contract's. */
  private enum Show {
    OPEN("open", "p.state in ('promised', 'awaited', 'handedIn')"),
    SOON_DUE("soon", "p.due_at >= $%1$d and p.due_at < $%2$d"),
    LATE("late", "p.due_at < $%1$d"),
    TO_REVIEW("toReview", "p.to_review"),
    EXTENSIONS(
        "extensions",
        "o.extension = 'asked' and not o.ended and p.kind = 'late' and p.state = 'awaited'"),
    TO_CHECK("toCheck", "p.kind = 'conditions' and p.state = 'awaited'"),
    BROKEN("broken", "p.state = 'broken'");

    private final String code;
    private final String condition;

    Show(String code, String condition) {
      this.code = code;
      this.condition = "(" + condition.formatted(NOW, SOON) + ")";
    }

    static Show of(String code) {
      for (Show show : values()) {
        if (show.code.equals(code)) {
          return show;
        }
      }
      return OPEN;
    }
  }

  private static final String WITHIN =
      " from promise_piece p join promise o on o.case_number = p.case_number where "
          + Reach.within("p.department_code", "p.region_code", 1);
  private static final String PAGE =
      """
      select p.case_number, p.code, p.kind, p.name, p.name_en, o.item_name, o.item_name_en, p.department_code,
        p.state, p.to_review, o.extension = 'asked' and p.kind = 'late' and p.state = 'awaited' as extension_asked,
        o.applicant_masked, p.due_on, p.due_provisional, coalesce(p.due_at, $8) as due_order
      """
          + WITHIN
          + """
           and $6::timestamptz is not null and $7::timestamptz is not null and %s
            and (coalesce(p.due_at, $8), p.case_number || '/' || p.code) > ($9, $10)
          order by coalesce(p.due_at, $8), p.case_number || '/' || p.code limit $11
          """;

  private final Pool pool;
  private final CalendarService calendars;
  private final PromiseSettings settings;
  private final Clock clock;

  PromiseList(Pool pool, CalendarService calendars, PromiseSettings settings, Clock clock) {
    this.pool = pool;
    this.calendars = calendars;
    this.settings = settings;
    this.clock = clock;
  }

  Uni<PromisePage> page(String show, int limit, String cursor, Actor actor) {
    Cursors after = Cursors.read(cursor, START, CURSOR);
    Tuple asked = asked(actor);
    asked
        .addValue(CityTime.offset(NEVER))
        .addValue(CityTime.offset(after.at()))
        .addValue(after.rest())
        .addValue(limit + 1);
    return pool.preparedQuery(PAGE.formatted(Show.of(show).condition))
        .execute(asked)
        .chain(
            rows ->
                counts(actor)
                    .map(
                        counts -> {
                          List<Row> found = new ArrayList<>();
                          rows.forEach(found::add);
                          return page(found, limit).counts(counts);
                        }));
  }

  private static PromisePage page(List<Row> found, int limit) {
    List<Row> shown = found.subList(0, Math.min(limit, found.size()));
    PromisePage page = new PromisePage().items(shown.stream().map(PromiseList::row).toList());
    if (found.size() > limit) {
      Row last = shown.get(limit - 1);
      page.nextCursor(
          new Cursors(
                  last.getOffsetDateTime("due_order").toInstant(),
                  last.getString("case_number") + "/" + last.getString("code"))
              .write());
    }
    return page;
  }

  private Uni<PromiseCounts> counts(Actor actor) {
    StringBuilder columns = new StringBuilder("select");
    for (Show show : Show.values()) {
      columns
          .append(show.ordinal() == 0 ? " " : ", ")
          .append("count(*) filter (where ")
          .append(show.condition)
          .append(") as ")
          .append(show.name().toLowerCase(java.util.Locale.ROOT));
    }
    return pool.preparedQuery(
            columns + WITHIN + " and $6::timestamptz is not null and $7::timestamptz is not null")
        .execute(asked(actor))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new PromiseCounts()
                    .open(count(row, Show.OPEN))
                    .soon(count(row, Show.SOON_DUE))
                    .late(count(row, Show.LATE))
                    .toReview(count(row, Show.TO_REVIEW))
                    .extensions(count(row, Show.EXTENSIONS))
                    .toCheck(count(row, Show.TO_CHECK))
                    .broken(count(row, Show.BROKEN)));
  }

  private static int count(Row row, Show show) {
    return row.getLong(show.name().toLowerCase(java.util.Locale.ROOT)).intValue();
  }

  /** How far the actor reaches, now, and until when a thing is due soon. */
  private Tuple asked(Actor actor) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    Instant soon =
        calendars
            .current()
            .plusWorkingDays(today, settings.soonDays())
            .plusDays(1)
            .atTime(LocalTime.MIDNIGHT)
            .atZone(CityTime.ZONE)
            .toInstant();
    return Reach.of(actor)
        .addTo(Tuple.tuple())
        .addValue(CityTime.offset(now))
        .addValue(CityTime.offset(soon));
  }

  private static PromiseRow row(Row row) {
    return new PromiseRow()
        .caseNumber(row.getString("case_number"))
        .code(row.getString("code"))
        .kind(PromiseRow.KindEnum.fromString(row.getString("kind")))
        .name(row.getString("name"))
        .nameEn(row.getString("name_en"))
        .itemName(row.getString("item_name"))
        .itemNameEn(row.getString("item_name_en"))
        .departmentCode(row.getString("department_code"))
        .state(PromisePieceState.fromString(row.getString("state")))
        .toReview(row.getBoolean("to_review"))
        .extensionAsked(row.getBoolean("extension_asked") ? true : null)
        .applicantMasked(row.getString("applicant_masked"))
        .dueOn(row.getLocalDate("due_on"))
        .dueProvisional(row.getBoolean("due_provisional") ? true : null);
  }
}
