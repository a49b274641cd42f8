package org.sunlit.supervision.card.rules;

import java.time.Instant;
import org.sunlit.platform.Coded;

/**
 * A talk 约谈 that a card has led to.
 *
 * @param calledAt when the threshold was reached
 * @param days working days to hold it from then
 * @param heldAt null before it was
 */
public record Talk(Party with, State state, Instant calledAt, int days, Instant heldAt) {
  /** Where it is. */
  public enum State implements Coded {
    CALLED("called"),
    HELD("held"),
    CALLED_OFF("calledOff");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
