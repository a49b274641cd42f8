package org.sunlit.supervision.card.rules;

import java.time.Instant;
import org.sunlit.platform.Coded;

/**
 * How far what was ordered to be put right is 责令整改.
 *
 * @param since when it came to where it is
 * @param days working days the department has from then; 0 when it has nothing to do
 * @param reportedBy who reported last; null before
 */
public record Rectification(State state, Instant since, int days, String reportedBy) {
  /** Where it is. */
  public enum State implements Coded {
    NONE("none"),
    ORDERED("ordered"),
    REPORTED("reported"),
    RETURNED("returned"),
    ACCEPTED("accepted");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  static final Rectification NOT_ORDERED = new Rectification(State.NONE, null, 0, null);

  /** Whether the department has to report. */
  public boolean withDepartment() {
    return state == State.ORDERED || state == State.RETURNED;
  }
}
