package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether cases may be started on an item (事项状态, A2, A13). */
public enum ItemStatus {
  /** 在用. */
  IN_FORCE("inForce"),
  /** 暂停. */
  SUSPENDED("suspended"),
  /** 取消. */
  CANCELLED("cancelled");

  private final String code;

  ItemStatus(String code) {
    this.code = code;
  }

  /** The name the API and stored documents use. */
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
  public static ItemStatus of(String code) {
    for (ItemStatus value : values()) {
      if (value.code.equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException("No ItemStatus is called '" + code + "'");
  }
}
