package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.DisclosuresApi;
import org.sunlit.api.model.Disclosure;
import org.sunlit.api.model.DisclosureCategory;
import org.sunlit.api.model.DisclosurePage;
import org.sunlit.api.model.DutyCalendar;
import org.sunlit.disclosure.rules.DutyState;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.TimeCursor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.search.SearchQuestion;

/** What is published, for everybody. */
class DisclosuresResource implements DisclosuresApi {
  private final PublicReads reads;
  private final DutyReads duties;
  private final Clock clock;

  DisclosuresResource(PublicReads reads, DutyReads duties, Clock clock) {
    this.reads = reads;
    this.duties = duties;
    this.clock = clock;
  }

  @Override
  @PermitAll
  public Uni<DisclosurePage> listDisclosures(
      String q, String category, String department, Integer limit, String cursor) {
    SearchQuestion question = SearchQuestion.of(q);
    return question.isEmpty()
        ? reads
            .newest(category, department, TimeCursor.read(cursor), limit)
            .map(page -> DisclosureShapes.page(page, limit, today()))
        : reads
            .search(question, category, department, limit)
            .map(page -> DisclosureShapes.page(page, question, today()));
  }

  @Override
  @PermitAll
  public Uni<List<DisclosureCategory>> listDisclosureCategories() {
    return reads.categories().map(DisclosureShapes::categories);
  }

  @Override
  @PermitAll
  public Uni<DutyCalendar> listDisclosureDuties(
      String department, org.sunlit.api.model.DutyState state) {
    DutyState wanted = state == null ? null : Coded.of(DutyState.class, state.toString());
    return duties
        .calendar(department)
        .map(all -> DisclosureShapes.calendar(all, wanted, clock.instant()));
  }

  @Override
  @PermitAll
  public Uni<Disclosure> getDisclosure(String number) {
    return reads
        .open(number)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .map(opened -> DisclosureShapes.whole(opened, today()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }
}
