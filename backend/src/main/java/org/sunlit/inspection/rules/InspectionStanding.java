package org.sunlit.inspection.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An inspection as it stands: the fold of its acts.
 *
 * @param awaited since when an answer is awaited, and for how long; null when none is
 * @param answeredBy who gave the last answer; null before there is one
 * @param version how many acts there were
 */
public record InspectionStanding(
    InspectionState state, Awaited awaited, String answeredBy, int version) {
  /** An answer that is awaited from then, for so many working days. */
  public record Awaited(Instant since, int days) {}

  /**
   * What the acts come to.
   *
   * @throws IllegalArgumentException for acts that could not have happened in this order
   */
  public static InspectionStanding of(List<InspectionAct> acts) {
    InspectionStanding standing = null;
    for (InspectionAct act : acts) {
      standing = next(Optional.ofNullable(standing), act);
    }
    if (standing == null) {
      throw new IllegalArgumentException("Nothing has happened");
    }
    return standing;
  }

  private static InspectionStanding next(Optional<InspectionStanding> before, InspectionAct act) {
    if (act instanceof InspectionAct.Recorded) {
      if (before.isPresent()) {
        throw impossible(act);
      }
      return new InspectionStanding(InspectionState.RECORDED, null, null, 1);
    }
    InspectionStanding now = before.orElseThrow(() -> impossible(act));
    if (act instanceof InspectionAct.Released released) {
      return released.days() == null
          ? now.after(act, InspectionState.RECORDED, InspectionState.RELEASED, null)
          : now.after(
              act,
              InspectionState.RECORDED,
              InspectionState.RECTIFYING,
              new Awaited(released.at(), released.days()));
    } else if (act instanceof InspectionAct.Answered) {
      return now.after(act, InspectionState.RECTIFYING, InspectionState.ANSWERED, null);
    } else if (act instanceof InspectionAct.Returned returned) {
      return now.after(
          act,
          InspectionState.ANSWERED,
          InspectionState.RECTIFYING,
          new Awaited(returned.at(), returned.days()));
    }
    return now.after(act, InspectionState.ANSWERED, InspectionState.ACCEPTED, null);
  }

  private InspectionStanding after(
      InspectionAct act, InspectionState needed, InspectionState then, Awaited awaited) {
    if (state != needed) {
      throw impossible(act);
    }
    String answered = act instanceof InspectionAct.Answered ? act.by() : answeredBy;
    return new InspectionStanding(then, awaited, answered, version + 1);
  }

  private static IllegalArgumentException impossible(InspectionAct act) {
    return new IllegalArgumentException("This can't have happened: " + act);
  }
}
