package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.PromisedCase;
import org.sunlit.casework.PromisedCases;
import org.sunlit.casework.rules.Handler;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.promise.rules.PromiseEvent;
import org.sunlit.promise.rules.PromiseEventKind;
import org.sunlit.promise.rules.PromiseRules;
import org.sunlit.promise.rules.PromiseStanding;

/**
 * Takes back what was granted on a promise that was broken, when a second person has confirmed it
 * (撤销, 行政许可法第六十九条第一款).
 */
@ApplicationScoped
class RevocationAct implements ConfirmedAct {
  static final String KIND = "revoke";

  /** What the second person confirms: as whom the first one acted. */
  record Payload(Handler by) {}

  private final PromiseStore store;
  private final PromiseChanges changes;
  private final PromisedCases cases;
  private final CalendarService calendars;
  private final Clock clock;

  RevocationAct(
      PromiseStore store,
      PromiseChanges changes,
      PromisedCases cases,
      CalendarService calendars,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.cases = cases;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission needs() {
    return Permission.CASES_ACT;
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    Handler by = StoredJson.read(request.payload(), Payload.class).by();
    return cases
        .readable(request.subject(), confirmer)
        .chain(
            of ->
                store
                    .find(of.caseNumber())
                    .map(Optional::orElseThrow)
                    .map(record -> revocation(record, of, by, request, confirmer)));
  }

  private Deed revocation(
      PromiseRecord record,
      PromisedCase of,
      Handler by,
      ConfirmationRequest request,
      Actor confirmer) {
    PromiseStanding standing = record.standing(calendars.current());
    if (!PromiseRules.mayRevoke(standing, of.granted())) {
      throw Problem.of(ProblemType.CONFLICT).detail("confirmation.moved-on");
    }
    PromiseEvent event =
        PromiseRules.next(
            standing, PromiseEventKind.REVOKED, clock.instant(), by.account(), List.of());
    return session ->
        changes
            .go(session, record, event)
            .chain(() -> cases.revoke(session, of, by, confirmer, request.reason()));
  }
}
