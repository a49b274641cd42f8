package org.sunlit.casework;

import java.time.Instant;
import java.util.Optional;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseDecider;
import org.sunlit.casework.rules.CaseEvent;
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

/** Whether somebody may do something to a case as it stands; if not, the problem says why. */
final class Admission {
  private Admission() {}

  /**
   * A member of the staff at the step a case is in.
   *
   * @param version the version they last saw
   * @throws Problem 412 when it isn't the latest, 403 when the step isn't theirs or duties are to
   *     be kept apart
   */
  static Hand staff(CaseNow before, int version, Actor actor) {
    // First of all: who was overtaken is told so, not that the next step isn't theirs.
    if (before.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    CaseRights rights = new CaseRights(actor);
    Hand hand = rights.hand(handler(before, rights), before.stored());
    Duties.fromHandling(hand)
        .ifPresent(
            bar -> {
              throw CaseTexts.barred(bar);
            });
    mayAct(before, rights);
    return hand;
  }

  /**
   * What happens when somebody who may act has this command carried out.
   *
   * @throws Problem 409 with what is possible, 403 when somebody else has to do it, 422 for what
   *     the command lacks
   */
  static CaseEvent event(CaseNow before, CaseCommand command, Instant at, Hand by) {
    Ruling ruling =
        CaseDecider.decide(before.standing(), command, at, by, before.basis().materialCodes());
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

  private static void mayAct(CaseNow now, CaseRights rights) {
    FlowStep step = now.standing().currentStep();
    boolean may =
        rights.mayAct(
            step.post() == null ? null : step.post().code(),
            now.stored().departmentCode(),
            now.stored().regionCode(),
            now.basis().item().code());
    // An ended case is nobody's; then the ruling says that nothing is possible any more.
    if (!may && now.standing().state().open()) {
      throw step.post() == null
          ? Problem.of(ProblemType.FORBIDDEN).detail("case.not-yours")
          : Problem.of(ProblemType.FORBIDDEN)
              .detail(
                  "case.not-your-post", new Localised(step.post().name(), step.post().nameEn()));
    }
  }

  /** As whom somebody would act now, and for whom. */
  static Handler handler(CaseNow now, CaseRights rights) {
    Actor actor = rights.actor();
    FlowStep step = now.standing().currentStep();
    Optional<HeldPost> held =
        step.post() == null
            ? Optional.empty()
            : rights.actingIn(
                step.post().code(),
                now.stored().departmentCode(),
                now.stored().regionCode(),
                now.basis().item().code());
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
        held.map(HeldPost::letter).map(Letter::documentNumber).orElse(null));
  }
}
