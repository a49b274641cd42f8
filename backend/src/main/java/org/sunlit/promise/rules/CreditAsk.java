package org.sunlit.promise.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.sunlit.platform.Coded;

/**
 * What somebody asked of their entry, and what became of that.
 *
 * @param askedAt null while nothing was asked; so are the others
 * @param dueOn by when it is answered
 * @param reason null when nobody's words are there any more
 * @param answeredAt null before it was
 */
public record CreditAsk(
    State state,
    Instant askedAt,
    LocalDate dueOn,
    String reason,
    Instant answeredAt,
    String answer) {
  /** How far it has come. */
  public enum State implements Coded {
    NONE("none"),
    ASKED("asked"),
    GRANTED("granted"),
    DECLINED("declined");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Nothing was asked. */
  static final CreditAsk NONE = new CreditAsk(State.NONE, null, null, null, null, null);

  static CreditAsk of(CreditEvent asked) {
    return new CreditAsk(State.ASKED, asked.at(), asked.day(), asked.said(), null, null);
  }

  CreditAsk answered(CreditEvent answer, boolean granted) {
    return new CreditAsk(
        granted ? State.GRANTED : State.DECLINED,
        askedAt,
        dueOn,
        reason,
        answer.at(),
        answer.said());
  }

  public boolean open() {
    return state == State.ASKED;
  }
}
