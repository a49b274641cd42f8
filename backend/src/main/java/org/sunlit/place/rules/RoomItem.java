package org.sunlit.place.rules;

import java.util.Collection;
import java.util.List;
import org.sunlit.platform.Coded;

/** What a village room must have: 有场所、牌子、值班、电话、登记簿、流程和指南 (D4). */
public enum RoomItem implements Coded {
  /** 场所 */
  PREMISES("premises"),
  /** 牌子 */
  SIGN("sign"),
  /** 值班 */
  DUTY("duty"),
  /** 电话 */
  TELEPHONE("telephone"),
  /** 登记簿 */
  REGISTER("register"),
  /** 流程和指南 */
  GUIDES("guides");

  private final String code;

  RoomItem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether everything is there. */
  public static boolean complete(Collection<RoomItem> met) {
    return met.containsAll(List.of(values()));
  }
}
