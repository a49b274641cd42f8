package org.sunlit.disclosure;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
  /** Spreadsheets take the file for UTF-8 then. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final PublicReads reads;
  private final DutyReads duties;
  private final FileReads files;
  private final FileAnswers answers;
  private final CurrentVertxRequest currentRequest;
  private final Clock clock;

  DisclosuresResource(
      PublicReads reads,
      DutyReads duties,
      FileReads files,
      FileAnswers answers,
      CurrentVertxRequest currentRequest,
      Clock clock) {
    this.reads = reads;
    this.duties = duties;
    this.files = files;
    this.answers = answers;
    this.currentRequest = currentRequest;
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
      String department, org.sunlit.api.model.DutyState state, String category) {
    DutyState wanted = state == null ? null : Coded.of(DutyState.class, state.toString());
    return duties
        .calendar(department, category)
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

  @Override
  @PermitAll
  public Uni<Buffer> downloadDisclosureFile(
      String number, UUID fileId, String range, String ifRange, String ifNoneMatch) {
    RoutingContext http = currentRequest.getCurrent();
    return files.published(number, fileId).chain(file -> answers.send(http, file));
  }

  @Override
  @PermitAll
  public Uni<String> getDisclosureFileTable(String number, UUID fileId) {
    RoutingContext http = currentRequest.getCurrent();
    return files
        .table(number, fileId)
        .invoke(table -> FileAnswers.asAttachment(http, table.name() + ".csv"))
        .map(table -> BYTE_ORDER_MARK + table.csv());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }
}
