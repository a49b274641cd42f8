package org.sunlit.promise.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What has happened to a credit entry. */
public enum CreditEventKind implements Coded {
  ENTERED("entered"),
  /** What was broken has been made good, late. */
  MADE_GOOD("madeGood"),
  /** 异议: its person says that it is wrong. */
  CONTESTED("contested"),
  CONTEST_GRANTED("contestGranted"),
  CONTEST_DECLINED("contestDeclined"),
  /** 信用修复: its person asks for it. */
  REPAIR_ASKED("repairAsked"),
  REPAIR_GRANTED("repairGranted"),
  REPAIR_DECLINED("repairDeclined");

  private final String code;

  CreditEventKind(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The kind under which it enters the journal. */
  public String journalKind() {
    return "credit." + code;
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static CreditEventKind of(String code) {
    return Coded.of(CreditEventKind.class, code);
  }
}
