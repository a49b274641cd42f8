package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.disclosure.rules.LimitUnit;
import org.sunlit.disclosure.rules.Timing;
import org.sunlit.identity.Actor;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Keeping categories and duties, and recording what has to be published now. */
@ApplicationScoped
public class Duties {
  /**
   * A duty as it is written down.
   *
   * @param every one of month, quarter, halfYear, year; null unless the timing is regular
   * @param limit how long after the end of the period, the stage or the event
   */
  public record Form(
      String departmentCode,
      String category,
      String title,
      String titleEn,
      Timing timing,
      String every,
      int limit,
      LimitUnit unit,
      String ground,
      LocalDate fromOn,
      LocalDate untilOn) {}

  private static final String KNOWN =
      """
      select cast(json_build_object('department', exists (select 1 from department where code = :department),
        'category', exists (select 1 from disclosure_category where code = :category)) as text)
      """;
  private static final String KEEP =
      """
      insert into disclosure_duty (code, department_code, category, title, title_en, timing, every, amount, unit,
        ground, from_on, until_on)
      values (:code, :department, :category, :title, :titleEn, :timing, cast(:every as text), :amount, :unit,
        :ground, :fromOn, cast(:untilOn as date))
      on conflict (code) do update set category = excluded.category, title = excluded.title,
        title_en = excluded.title_en, amount = excluded.amount, unit = excluded.unit, ground = excluded.ground,
        until_on = excluded.until_on
      where disclosure_duty.department_code = excluded.department_code
        and disclosure_duty.timing = excluded.timing
        and disclosure_duty.every is not distinct from excluded.every
        and disclosure_duty.from_on = excluded.from_on
      """;
  private static final String TIMING =
      "select timing from disclosure_duty where code = :code and department_code = :department";
  private static final String RECORD =
      """
      insert into disclosure_occasion (duty_code, occasion, about, happened_at, recorded_by, recorded_at)
      values (:code, :occasion, :about, :happenedAt, :by, :at) on conflict do nothing
      """;
  private static final String CATEGORY =
      """
      insert into disclosure_category (code, name, name_en, ground, position)
      values (:code, :name, :nameEn, :ground, :position)
      on conflict (code) do update set name = excluded.name, name_en = excluded.name_en,
        ground = excluded.ground, position = excluded.position
      """;

  private record Known(boolean department, boolean category) {}

  private final Transactor transactor;
  private final Journal journal;
  private final Clock clock;

  Duties(Transactor transactor, Journal journal, Clock clock) {
    this.transactor = transactor;
    this.journal = journal;
    this.clock = clock;
  }

  /** Writes a duty down, or changes it; whose it is and when it comes back never change. */
  public Uni<Void> keep(String code, Form form, Actor actor) {
    check(form);
    return transactor.write(
        session ->
            session
                .createNativeQuery(KNOWN, String.class)
                .setParameter("department", form.departmentCode())
                .setParameter("category", form.category())
                .getSingleResult()
                .map(row -> StoredJson.read(row, Known.class))
                .invoke(Duties::known)
                .chain(() -> write(session, code, form))
                .invoke(
                    kept -> {
                      if (kept == 0) {
                        throw Problem.of(ProblemType.UNPROCESSABLE)
                            .at("/timing", "disclosure.duty-stays");
                      }
                    })
                .chain(() -> told(session, code, "dutyKept", actor, form)));
  }

  private static void check(Form form) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (form.title().isBlank()) {
      throw wrong.at("/title", "field.not-blank");
    }
    if ((form.timing() == Timing.REGULAR) != (form.every() != null)) {
      throw wrong.at("/every", "disclosure.every-for-regular");
    }
    if (form.timing() == Timing.REGULAR && form.unit() == LimitUnit.HOURS) {
      throw wrong.at("/unit", "disclosure.regular-in-days");
    }
    if (form.untilOn() != null && form.untilOn().isBefore(form.fromOn())) {
      throw wrong.at("/untilOn", "disclosure.ends-before-it-begins");
    }
    if (form.fromOn().getYear() < 2007 || form.fromOn().getYear() > 2100) {
      throw wrong.at("/fromOn", "field.invalid");
    }
  }

  private static void known(Known known) {
    if (!known.department()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/departmentCode", "field.invalid");
    }
    if (!known.category()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/category", "disclosure.no-category");
    }
  }

  private static Uni<Integer> write(Mutiny.Session session, String code, Form form) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("code", code)
        .setParameter("department", form.departmentCode())
        .setParameter("category", form.category())
        .setParameter("title", form.title().strip())
        .setParameter("titleEn", form.titleEn().strip())
        .setParameter("timing", form.timing().code())
        .setParameter("every", form.every())
        .setParameter("amount", form.limit())
        .setParameter("unit", form.unit().code())
        .setParameter("ground", form.ground().strip())
        .setParameter("fromOn", form.fromOn())
        .setParameter("untilOn", form.untilOn())
        .executeUpdate();
  }

  /** Records that a stage is reached or something has happened; from then on the time runs. */
  public Uni<Void> record(
      String code, String occasion, String about, Instant happenedAt, Actor actor) {
    Instant at = clock.instant();
    if (about.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/about", "field.not-blank");
    }
    if (happenedAt.isAfter(at)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/happenedAt", "disclosure.not-ahead");
    }
    return transactor.write(
        session ->
            session
                .createNativeQuery(TIMING, String.class)
                .setParameter("code", code)
                .setParameter("department", String.valueOf(actor.departmentCode()))
                .getResultList()
                .invoke(
                    found -> {
                      if (found.isEmpty()) {
                        throw Problem.of(ProblemType.NOT_FOUND);
                      }
                      if (found.contains(Timing.REGULAR.code())) {
                        throw Problem.of(ProblemType.CONFLICT).detail("disclosure.by-calendar");
                      }
                    })
                .chain(
                    () ->
                        session
                            .createNativeQuery(RECORD)
                            .setParameter("code", code)
                            .setParameter("occasion", occasion.strip())
                            .setParameter("about", about.strip())
                            .setParameter("happenedAt", CityTime.offset(happenedAt))
                            .setParameter("by", actor.accountId())
                            .setParameter("at", CityTime.offset(at))
                            .executeUpdate())
                .invoke(
                    added -> {
                      if (added == 0) {
                        throw Problem.of(ProblemType.CONFLICT).detail("disclosure.recorded");
                      }
                    })
                .chain(
                    () ->
                        told(
                            session,
                            code,
                            "occasionRecorded",
                            actor,
                            Map.of("occasion", occasion))));
  }

  /** Writes a category down, or changes it. */
  public Uni<Void> keepCategory(
      String code, String name, String nameEn, String ground, int position, Actor actor) {
    return transactor.write(
        session ->
            session
                .createNativeQuery(CATEGORY)
                .setParameter("code", code)
                .setParameter("name", name)
                .setParameter("nameEn", nameEn)
                .setParameter("ground", ground)
                .setParameter("position", position)
                .executeUpdate()
                .chain(() -> told(session, code, "categoryKept", actor, Map.of("name", name))));
  }

  private Uni<Void> told(
      Mutiny.Session session, String code, String kind, Actor actor, Object payload) {
    return journal.append(
        session,
        JournalEntry.inside(
            SubjectKind.DISCLOSURE,
            code,
            "disclosure." + kind,
            actor.accountId(),
            clock.instant(),
            StoredJson.write(payload)));
  }
}
