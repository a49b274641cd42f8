package org.sunlit.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseDecider;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.CaseRules;
import org.sunlit.casework.rules.Duties;
import org.sunlit.casework.rules.Hand;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.Ruling;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Letter;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Whether somebody may do something to a case as it stands; if not, the problem says why.
 *
 * @param hand who acts
 * @param stepId in which step; null for the case as a whole
 */
record Admission(Hand hand, String stepId) {
  /**
   * Somebody who acts on the case as a whole, because it is their own or is confirmed by a second.
   */
  static Admission onTheWhole(Hand hand) {
    return new Admission(hand, null);
  }

  /**
   * A member of the staff at the step a case is in.
   *
   * @param version the version they last saw
   * @param command what they want to do; null where that is only asked about
   * @throws Problem 412 when it isn't the latest, 403 when the step isn't theirs or duties are to
   *     be kept apart
   */
  static Admission staff(CaseNow before, int version, CaseCommand command, Actor actor) {
    // First of all: who was overtaken is told so, not that the next step isn't theirs.
    if (before.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    CaseRights rights = new CaseRights(actor);
    boolean reopens = command != null && command.action() == CaseAction.REOPEN;
    FlowStep step =
        reopens ? reopened(before) : step(before, command == null ? null : command.step(), rights);
    Hand hand = rights.hand(handler(before, step, rights), before.stored());
    Duties.fromHandling(hand)
        .ifPresent(
            bar -> {
              throw CaseTexts.barred(bar);
            });
    // An ended case is nobody's; then the ruling says that nothing is possible any more.
    if (reopens || before.standing().state().open()) {
      refuseOthers(before, step, rights);
    }
    return new Admission(hand, step.id());
  }

  /**
   * What happens when they have this command carried out.
   *
   * @throws Problem 409 with what is possible, 403 when somebody else has to do it, 422 for what
   *     the command lacks
   */
  CaseEvent event(CaseNow before, CaseCommand command, Instant at) {
    Ruling ruling =
        CaseDecider.decide(
            before.standing(), command.in(stepId), at, hand, before.basis().matter());
    if (ruling instanceof Ruling.Impossible impossible) {
      throw CaseTexts.impossible(impossible, before.standing());
    }
    if (ruling instanceof Ruling.Barred barred) {
      throw CaseTexts.barred(barred.bar());
    }
    if (ruling instanceof Ruling.Unacceptable unacceptable) {
      throw CaseTexts.unacceptable(unacceptable);
    }
    return ((Ruling.Done) ruling).event();
  }

  /**
   * A change of the clock counts, or isn't made at all.
   *
   * @param after the case as it would stand
   * @throws Problem 422 when the limit had run out before it was extended, or a shorter one would
   *     have run out already
   */
  static void counts(CaseNow after) {
    boolean shortenedIntoThePast =
        after.lastEvent().kind() == CaseEventKind.GREEN_MARKED
            && after
                .deadlines()
                .dueAt()
                .filter(due -> due.isBefore(after.lastEvent().at()))
                .isPresent();
    if (shortenedIntoThePast) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/ground", "case.green-too-late");
    }
    boolean tooLate =
        after.lastEvent().kind() == CaseEventKind.EXTENDED
            && after.deadlines().deadline().stream()
                .flatMap(deadline -> deadline.setAside().stream())
                .anyMatch(aside -> aside.event() instanceof ClockEvent.Extend);
    if (tooLate) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("days", "case.extension-too-late");
    }
  }

  /**
   * The step somebody means: the one they name, else of several at work the one that is theirs.
   * Where that doesn't tell, the whole case's.
   */
  static FlowStep step(CaseNow now, String stepId, CaseRights rights) {
    List<FlowStep> steps = now.standing().currentSteps();
    Optional<FlowStep> named = steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    List<FlowStep> theirs = steps.stream().filter(step -> mayAct(now, step, rights)).toList();
    return named.orElse(theirs.isEmpty() ? steps.get(0) : theirs.get(0));
  }

  /** Whether a step of this case is theirs to act in. */
  static boolean mayAct(CaseNow now, FlowStep step, CaseRights rights) {
    return rights.mayAct(
            step.post() == null ? null : step.post().code(),
            now.stored().departmentCode(),
            now.stored().regionCode(),
            now.basis().item().code())
        || rights.actingAt(now.stored().placement(), step.kind()).isPresent();
  }

  /** An ended case is taken up again by who answers for how it ended. */
  private static FlowStep reopened(CaseNow now) {
    return CaseRules.possible(now.standing(), CaseAction.REOPEN, null)
        .map(possible -> now.standing().flow().step(possible.stepId()))
        .orElseGet(() -> now.standing().currentStep());
  }

  private static void refuseOthers(CaseNow now, FlowStep step, CaseRights rights) {
    if (!mayAct(now, step, rights)) {
      throw step.post() == null
          ? Problem.of(ProblemType.FORBIDDEN).detail("case.not-yours")
          : Problem.of(ProblemType.FORBIDDEN)
              .detail(
                  "case.not-your-post", new Localised(step.post().name(), step.post().nameEn()));
    }
  }

  /** As whom somebody would act now, and for whom. */
  static Handler handler(CaseNow now, FlowStep step, CaseRights rights) {
    Actor actor = rights.actor();
    Optional<HeldPost> held =
        step.post() == null
            ? Optional.empty()
            : rights.actingIn(
                step.post().code(),
                now.stored().departmentCode(),
                now.stored().regionCode(),
                now.basis().item().code());
    Optional<Placement.Counter> onBehalf =
        held.isPresent()
            ? Optional.empty()
            : rights.actingAt(now.stored().placement(), step.kind());
    if (onBehalf.isPresent()) {
      return onBehalf(actor, onBehalf.get());
    }
    return new Handler(
        actor.accountId(),
        actor.displayName(),
        actor.displayNameEn(),
        step.post() == null ? null : step.post().code(),
        step.post() == null ? null : step.post().name(),
        step.post() == null ? null : step.post().nameEn(),
        held.map(HeldPost::onBehalfOf).orElse(null),
        held.map(HeldPost::onBehalfOfName).orElse(null),
        held.map(HeldPost::onBehalfOfNameEn).orElse(null),
        held.map(HeldPost::letter).map(Letter::documentNumber).orElse(null),
        null);
  }

  /** A township's clerk, in its post and by the department's letter (受委托办理, D2). */
  private static Handler onBehalf(Actor actor, Placement.Counter place) {
    return new Handler(
        actor.accountId(),
        actor.displayName(),
        actor.displayNameEn(),
        CaseRights.TOWNSHIP,
        place.name(),
        place.nameEn(),
        null,
        null,
        null,
        place.letter(),
        null);
  }
}
