package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
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
        'regular', exists (select 1 from disclosure_duty where code = :duty and timing = 'regular'),
        'recorded', exists (select 1 from disclosure_occasion where duty_code = :duty and occasion = :occasion),
        'replaced', exists (select 1 from publication where number = :replacedBy and number <> :number)) as text)
      """;

  private record Known(
      List<String> categories, boolean duty, boolean regular, boolean recorded, boolean replaced) {}

  private final DutyReads duties;

  ContentChecks(DutyReads duties) {
    this.duties = duties;
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
    return session
        .createNativeQuery(KNOWN, String.class)
        .setParameter("duty", orEmpty(content.dutyCode()))
        .setParameter("department", department)
        .setParameter("occasion", orEmpty(content.occasion()))
        .setParameter("replacedBy", orEmpty(content.replacedBy()))
        .setParameter("number", orEmpty(number))
        .getSingleResult()
        .map(row -> StoredJson.read(row, Known.class))
        .invoke(known -> known(wrong, content, known))
        .chain(known -> period(wrong, content, known))
        .invoke(
            () -> {
              if (!wrong.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
              }
            });
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
    if (content.dutyCode() == null && content.occasion() != null
        || content.dutyCode() != null && !known.duty()) {
      wrong.add(at("/dutyCode", "disclosure.no-duty"));
    }
  }

  private Uni<Void> period(List<FieldProblem> wrong, Content content, Known known) {
    if (content.dutyCode() == null || !known.duty()) {
      return Uni.createFrom().voidItem();
    }
    Uni<Boolean> exists =
        known.regular()
            ? duties.hasPeriod(content.dutyCode(), content.occasion())
            : Uni.createFrom().item(known.recorded());
    return exists
        .invoke(
            there -> {
              if (!there) {
                wrong.add(at("/occasion", "disclosure.no-occasion"));
              }
            })
        .replaceWithVoid();
  }

  private static FieldProblem at(String pointer, String key) {
    return new FieldProblem(pointer, key, List.of());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
