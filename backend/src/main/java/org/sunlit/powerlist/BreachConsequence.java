package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What a broken promise does to a case that is still under way (B14). */
public enum BreachConsequence implements Coded {
  /** 终止办理: the case ends. */
  END("end"),
  /** 暂停出证: nothing is granted or issued before it is made good. */
  HOLD("hold");

  private final String code;

  BreachConsequence(String code) {
    this.code = code;
  }

  /** The name the API and stored documents use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * The value with this API name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static BreachConsequence of(String code) {
    return Coded.of(BreachConsequence.class, code);
  }
}
