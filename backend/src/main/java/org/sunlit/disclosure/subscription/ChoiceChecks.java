package org.sunlit.disclosure.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether there is what somebody wants to hear of. */
@ApplicationScoped
class ChoiceChecks {
  private static final String UNKNOWN =
      """
      select cast(json_build_object(
        'categories', (select coalesce(json_agg(e.code), '[]')
          from jsonb_array_elements_text(x.c->'categories') e(code) where e.code not in (select code from disclosure_category)),
        'departments', (select coalesce(json_agg(e.code), '[]')
          from jsonb_array_elements_text(x.c->'departments') e(code) where e.code not in (select code from department)),
        'regions', (select coalesce(json_agg(e.code), '[]')
          from jsonb_array_elements_text(x.c->'regions') e(code) where e.code not in (select code from region)),
        'duty', x.c->>'dutyCode' is null or exists (select 1 from disclosure_duty where code = x.c->>'dutyCode'))
        as text)
      from (select cast(cast(:choice as text) as jsonb) as c) x
      """;

  private record Unknown(
      List<String> categories, List<String> departments, List<String> regions, boolean duty) {}

  /** Fails with 422 and everything there isn't. */
  Uni<Void> check(Mutiny.Session session, Choice choice) {
    if (!choice.publications() && !choice.bulletin()) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("/choice/publications", "subscription.nothing");
    }
    return session
        .createNativeQuery(UNKNOWN, String.class)
        .setParameter("choice", StoredJson.write(choice))
        .getSingleResult()
        .map(row -> StoredJson.read(row, Unknown.class))
        .invoke(ChoiceChecks::refuse)
        .replaceWithVoid();
  }

  private static void refuse(Unknown unknown) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (!unknown.categories().isEmpty()) {
      wrong = wrong.at("/choice/categories", "disclosure.no-category");
    }
    if (!unknown.departments().isEmpty()) {
      wrong = wrong.at("/choice/departments", "subscription.no-department");
    }
    if (!unknown.regions().isEmpty()) {
      wrong = wrong.at("/choice/regions", "subscription.no-region");
    }
    if (!unknown.duty()) {
      wrong = wrong.at("/choice/dutyCode", "subscription.no-duty");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }
}
