package org.sunlit.supervision.card.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Why a card is withdrawn. */
public enum WithdrawalCause implements Coded {
  /** Somebody decided so, and said why. */
  DECIDED("decided"),
  /** What was found is found no more, such as after a change of the calendar. */
  FINDING_GONE("findingGone"),
  /** Too few of the warnings or cards that led to it still stand. */
  SOURCES_GONE("sourcesGone");

  private final String code;

  WithdrawalCause(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  @JsonCreator
  public static WithdrawalCause of(String code) {
    return Coded.of(WithdrawalCause.class, code);
  }
}
