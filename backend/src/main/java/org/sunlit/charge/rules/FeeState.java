package org.sunlit.charge.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Whether a fee is asked for (收费状态, A15). */
public enum FeeState implements Coded {
  /** 收取. */
  IN_FORCE("inForce"),
  /** 停收. */
  SUSPENDED("suspended"),
  /** 取消. */
  CANCELLED("cancelled");

  private final String code;

  FeeState(String code) {
    this.code = code;
  }

  /** The name the API and the database use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The state with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static FeeState of(String code) {
    return Coded.of(FeeState.class, code);
  }
}
