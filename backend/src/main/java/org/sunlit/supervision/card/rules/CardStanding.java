package org.sunlit.supervision.card.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a card stands after its acts.
 *
 * @param issuedBy the supervisor who issued it; null when the thresholds alone did
 * @param answerDays working days from its issue for those concerned to say something
 * @param appealedAt null when it isn't contested
 * @param decisionDays working days from the appeal for the decision
 * @param decidedBy who kept or withdrew it; null when nobody has, or it happened by itself
 * @param decidedAt null while it is open
 * @param bulletin number of the bulletin; null when it wasn't announced
 * @param points deducted while it stands
 * @param handedOver whose accountability was handed over
 * @param version how many acts there are
 */
public record CardStanding(
    Colour colour,
    CardState state,
    Instant issuedAt,
    String issuedBy,
    int answerDays,
    Instant appealedAt,
    int decisionDays,
    String decidedBy,
    Instant decidedAt,
    String bulletin,
    int points,
    Rectification rectification,
    Map<Party, Talk> talks,
    Set<Party> handedOver,
    int version) {
  public CardStanding {
    talks = Map.copyOf(talks);
    handedOver = Set.copyOf(handedOver);
  }

  /**
   * The fold of a card's acts, in the order they were added.
   *
   * @throws IllegalStateException for an act that could not have happened
   */
  public static CardStanding of(List<CardAct> acts) {
    CardFold fold = new CardFold();
    acts.forEach(fold::follow);
    return fold.standing();
  }

  /** Whether it has taken effect and stands. */
  public boolean stands() {
    return state == CardState.KEPT;
  }

  /** Whether it took effect by itself, for nobody contested it in time. */
  public boolean keptByTime() {
    return state == CardState.KEPT && decidedBy == null;
  }

  /** What it costs in the efficiency files now. */
  public int pointsNow() {
    return stands() ? points : 0;
  }

  public Optional<Talk> talk(Party with) {
    return Optional.ofNullable(talks.get(with));
  }

  /** Whether a talk with them is called and not held. */
  public boolean talkOpen(Party with) {
    return stands() && talk(with).filter(talk -> talk.state() == Talk.State.CALLED).isPresent();
  }
}
