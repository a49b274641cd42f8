package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.Duties;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Stops the clock of a case by hand when a second person has confirmed it (暂停计时, 双人复核). The clock
 * stands still from the confirmation on, for it is then that the applicant is told in writing
 * (行政许可法第四十五条): what waits for a colleague is the authority's own time (ADR 0073).
 */
@ApplicationScoped
class PauseAct implements ConfirmedAct {
  static final String KIND = "pause";

  private final CaseStore store;
  private final CaseBases bases;
  private final CaseWriter writer;
  private final CalendarService calendars;
  private final Clock clock;

  PauseAct(
      CaseStore store, CaseBases bases, CaseWriter writer, CalendarService calendars, Clock clock) {
    this.store = store;
    this.bases = bases;
    this.writer = writer;
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
  public Map<String, String> details(ConfirmationRequest request) {
    String ground = wanted(request).command().ground();
    return ground == null ? Map.of() : Map.of("ground", ground);
  }

  static WantedConfirmation asking(CaseNow now, PauseWanted wanted) {
    return new WantedConfirmation(
        KIND,
        now.number(),
        now.stored().departmentCode(),
        now.stored().regionCode(),
        null,
        CaseJson.write(wanted));
  }

  @Override
  public Uni<Void> carryOut(Mutiny.Session session, ConfirmationRequest request, Actor confirmer) {
    return store
        .find(request.subject(), new CaseRights(confirmer))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            stored ->
                bases
                    .of(stored.itemVersionId())
                    .map(basis -> CaseNow.of(stored, basis, calendars.current())))
        .map(now -> paused(now, wanted(request), confirmer))
        .chain(now -> writer.go(session, now))
        .onFailure(DutyRefusals::known)
        .transform(DutyRefusals::problem)
        .replaceWithVoid();
  }

  private CaseNow paused(CaseNow before, PauseWanted wanted, Actor confirmer) {
    if (!wanted.still(before.standing())) {
      throw Problem.of(ProblemType.CONFLICT).detail("confirmation.moved-on");
    }
    Handler second =
        new Handler(
            confirmer.accountId(),
            confirmer.displayName(),
            confirmer.displayNameEn(),
            null,
            null,
            null);
    Hand hand = new CaseRights(confirmer).hand(second, before.stored());
    Duties.fromConfirming(hand, wanted.by())
        .ifPresent(
            bar -> {
              throw CaseTexts.barred(bar);
            });
    CaseEvent event =
        Admission.event(
            before, wanted.command(before.stored().key()), clock.instant(), Hand.of(wanted.by()));
    return CaseNow.of(
        before.stored().after(event.confirmed(second), List.of()),
        before.basis(),
        calendars.current());
  }

  private static PauseWanted wanted(ConfirmationRequest request) {
    return CaseJson.read(request.payload(), PauseWanted.class);
  }
}
