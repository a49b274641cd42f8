package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.Duties;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Moves the clock of a case by hand when a second person has confirmed it (双人复核): stops it (暂停计时,
 * 行政许可法第四十五条), gives it more days (延长期限, 第四十二条) or fewer (绿色通道), or lets it begin again (重新办理).
 * That counts from the confirmation on, for it is then that the applicant is told in writing: what
 * waits for a colleague is the authority's own time (ADR 0073).
 */
abstract class ClockAct implements ConfirmedAct {
  private final CaseAction action;

  private final CaseStore store;
  private final CaseBases bases;
  private final CaseWriter writer;
  private final CalendarService calendars;
  private final Clock clock;

  /**
   * @param action what is done when it is confirmed; the kind of request has the same name
   */
  ClockAct(
      CaseAction action,
      CaseStore store,
      CaseBases bases,
      CaseWriter writer,
      CalendarService calendars,
      Clock clock) {
    this.action = action;
    this.store = store;
    this.bases = bases;
    this.writer = writer;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return action.code();
  }

  @Override
  public Permission needs() {
    return Permission.CASES_ACT;
  }

  @Override
  public Map<String, String> details(ConfirmationRequest request) {
    return wanted(request).details();
  }

  static WantedConfirmation asking(CaseNow now, WantedClockChange wanted) {
    return new WantedConfirmation(
        wanted.command().action().code(),
        now.number(),
        now.stored().departmentCode(),
        now.stored().regionCode(),
        null,
        StoredJson.write(wanted));
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    return store
        .find(request.subject(), new CaseRights(confirmer))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            stored -> bases.of(stored).map(basis -> CaseNow.of(stored, basis, calendars.current())))
        .map(now -> changed(now, wanted(request), confirmer))
        .map(
            now ->
                session ->
                    writer
                        .go(session, now)
                        .onFailure(DutyRefusals::known)
                        .transform(DutyRefusals::problem)
                        .replaceWithVoid());
  }

  private CaseNow changed(CaseNow before, WantedClockChange wanted, Actor confirmer) {
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
        Admission.onTheWhole(Hand.of(wanted.by()))
            .event(before, wanted.command(before.stored().key()), clock.instant());
    CaseNow after =
        CaseNow.of(
            before.stored().after(event.confirmed(second), List.of()),
            before.basis(),
            calendars.current());
    Admission.counts(after);
    return after;
  }

  private static WantedClockChange wanted(ConfirmationRequest request) {
    return StoredJson.read(request.payload(), WantedClockChange.class);
  }
}
