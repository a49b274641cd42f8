package org.sunlit.supervision.card.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Whose efficiency file 效能档案 a card is in (E8): the person's, and always their department's. */
public enum Party implements Coded {
  PERSON("person"),
  DEPARTMENT("department");

  private final String code;

  Party(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  @JsonCreator
  public static Party of(String code) {
    return Coded.of(Party.class, code);
  }
}
