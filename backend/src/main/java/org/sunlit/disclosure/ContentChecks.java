package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.disclosure.rules.Duty;
import org.sunlit.disclosure.rules.Every;
import org.sunlit.disclosure.rules.LimitUnit;
import org.sunlit.disclosure.rules.Timing;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether what a publication says fits together and with what there is. */
@ApplicationScoped
class ContentChecks {
  private static final String KNOWN =
      """
      select cast(json_build_object(
        'categories', (select coalesce(json_agg(code), '[]') from disclosure_category),
        'duty', exists (select 1 from disclosure_duty where code = :duty and department_code = :department),
        'regular', (select json_build_object('every', every, 'amount', amount, 'unit', unit, 'fromOn', from_on,
          'untilOn', until_on) from disclosure_duty where code = :duty and timing = 'regular'),
        'recorded', exists (select 1 from disclosure_occasion where duty_code = :duty and occasion = :occasion),
        'item', exists (select 1 from power_item where code = :item),
        'replaced', exists (select 1 from publication where number = :replacedBy and number <> :number)) as text)
      """;

  /** A duty that comes back, as it is stored. */
  private record Regular(
      String every, int amount, String unit, LocalDate fromOn, LocalDate untilOn) {
    /** Whether it has such a period, begun by a day. */
    boolean hasPeriod(String name, LocalDate day) {
      Duty duty =
          new Duty(
              Timing.REGULAR,
              Coded.of(Every.class, every),
              amount,
              Coded.of(LimitUnit.class, unit),
              fromOn,
              untilOn);
      return duty.periods(fromOn, day).stream().anyMatch(period -> period.name().equals(name));
    }
  }

  /**
   * What there is.
   *
   * @param regular the duty, where it comes back by the calendar
   */
  private record Known(
      List<String> categories,
      boolean duty,
      Regular regular,
      boolean recorded,
      boolean item,
      boolean replaced) {}

  private final Clock clock;

  ContentChecks(Clock clock) {
    this.clock = clock;
  }

  /**
   * Fails with 422 and every field that is wrong.
   *
   * @param number of the publication itself; null for a new one
   */
  Uni<Void> check(Mutiny.Session session, Content content, String department, String number) {
    List<FieldProblem> wrong = new ArrayList<>();
    blank(wrong, "/title", content.title());
    blank(wrong, "/body", content.body());
    dates(wrong, content);
    FilmChecks.film(wrong, content.film());
    return session
        .createNativeQuery(KNOWN, String.class)
        .setParameter("duty", orEmpty(content.dutyCode()))
        .setParameter("department", department)
        .setParameter("occasion", orEmpty(content.occasion()))
        .setParameter("item", content.film() == null ? "" : orEmpty(content.film().item()))
        .setParameter("replacedBy", orEmpty(content.replacedBy()))
        .setParameter("number", orEmpty(number))
        .getSingleResult()
        .map(row -> StoredJson.read(row, Known.class))
        .invoke(
            known -> {
              known(wrong, content, known);
              occasion(wrong, content, known);
              if (!wrong.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
              }
            })
        .replaceWithVoid();
  }

  private static void blank(List<FieldProblem> wrong, String pointer, String value) {
    if (value == null) {
      wrong.add(at(pointer, "field.not-blank"));
    }
  }

  private static void dates(List<FieldProblem> wrong, Content content) {
    if (content.effectiveOn() == null
        && (content.expiresOn() != null || content.repealedOn() != null)) {
      wrong.add(at("/effectiveOn", "disclosure.document-needs-first-day"));
    } else if (content.expiresOn() != null && content.expiresOn().isBefore(content.effectiveOn())) {
      wrong.add(at("/expiresOn", "disclosure.ends-before-it-begins"));
    }
    if (content.replacedBy() != null && content.repealedOn() == null) {
      wrong.add(at("/repealedOn", "disclosure.replaced-from-when"));
    }
  }

  private static void known(List<FieldProblem> wrong, Content content, Known known) {
    for (int at = 0; at < content.categories().size(); at++) {
      if (!known.categories().contains(content.categories().get(at))) {
        wrong.add(at("/categories/" + at, "disclosure.no-category"));
      }
    }
    if (content.replacedBy() != null && !known.replaced()) {
      wrong.add(at("/replacedBy", "disclosure.no-publication"));
    }
    if (content.film() != null && content.film().item() != null && !known.item()) {
      wrong.add(at("/film/item", "disclosure.no-item"));
    }
    if (content.dutyCode() == null && content.occasion() != null
        || content.dutyCode() != null && !known.duty()) {
      wrong.add(at("/dutyCode", "disclosure.no-duty"));
    }
  }

  private void occasion(List<FieldProblem> wrong, Content content, Known known) {
    if (content.dutyCode() == null || !known.duty()) {
      return;
    }
    boolean there =
        known.regular() == null
            ? known.recorded()
            : known
                .regular()
                .hasPeriod(content.occasion(), LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
    if (!there) {
      wrong.add(at("/occasion", "disclosure.no-occasion"));
    }
  }

  static FieldProblem at(String pointer, String key) {
    return new FieldProblem(pointer, key, List.of());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
