package org.sunlit.supervision;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.SupervisionApi;
import org.sunlit.api.model.FindingSeverity;
import org.sunlit.api.model.FindingState;
import org.sunlit.api.model.SupervisionFindingDetail;
import org.sunlit.api.model.SupervisionFindingPage;
import org.sunlit.api.model.SupervisionRuleList;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.TimeCursor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.FindingReads.Asked;
import org.sunlit.supervision.FindingReads.Read;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.RuleHead;

/** What electronic supervision found, for those it concerns. */
@PermissionsAllowed(Permission.Codes.FINDINGS_READ)
class SupervisionResource implements SupervisionApi {
  private final FindingReads reads;
  private final RuleBook book;
  private final CurrentActor currentActor;

  SupervisionResource(FindingReads reads, RuleBook book, CurrentActor currentActor) {
    this.reads = reads;
    this.book = book;
    this.currentActor = currentActor;
  }

  @Override
  public Uni<SupervisionRuleList> listSupervisionRules() {
    return Uni.createFrom()
        .item(new SupervisionRuleList().items(book.all().map(FindingShapes::rule).toList()));
  }

  @Override
  public Uni<SupervisionFindingPage> listSupervisionFindings(
      String rule,
      List<FindingSeverity> severity,
      String department,
      String caseNumber,
      FindingState state,
      LocalDate from,
      LocalDate until,
      Boolean mine,
      Integer limit,
      String cursor) {
    FindingReader reader = new FindingReader(currentActor.get(), mine);
    Asked asked =
        new Asked(
            rule,
            severity == null || severity.isEmpty()
                ? null
                : severity.stream().map(FindingSeverity::toString).toList(),
            department,
            caseNumber,
            state == null ? null : state.toString(),
            from,
            until);
    return reads
        .page(asked, reader, TimeCursor.read(cursor), limit + 1)
        .chain(found -> reads.total(asked, reader).map(total -> page(found, total, limit)));
  }

  private SupervisionFindingPage page(List<Read> found, int total, int limit) {
    return new SupervisionFindingPage()
        .items(
            found.stream()
                .limit(limit)
                .map(read -> FindingShapes.listed(read, head(read)))
                .toList())
        .total(total)
        .nextCursor(TimeCursor.next(found, limit, last -> cursor(last.finding())));
  }

  private static TimeCursor cursor(Finding last) {
    return new TimeCursor(last.occurredAt(), last.id());
  }

  @Override
  public Uni<SupervisionFindingDetail> getSupervisionFinding(UUID findingId) {
    return reads
        .find(findingId, new FindingReader(currentActor.get(), false))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .map(read -> FindingShapes.whole(read, head(read)));
  }

  /** A rule that found something is never taken off the book. */
  private RuleHead head(Read read) {
    return book.find(read.finding().rule()).orElseThrow().head();
  }
}
