package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Whether cases may be started on an item (事项状态, A2, A13). */
public enum ItemStatus implements Coded {
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
  public static ItemStatus of(String code) {
    return Coded.of(ItemStatus.class, code);
  }
}
