package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** What has happened to a case (办件事件). */
public enum CaseEventKind implements Coded {
  SUBMITTED("submitted"),
  ACCEPTED("accepted"),
  /** 逾期不告知，视为受理 (行政许可法第三十二条第一款第四项): nobody did it, the law did. */
  DEEMED_ACCEPTED("deemedAccepted"),
  REFUSED("refused"),
  CORRECTION_REQUESTED("correctionRequested"),
  SUPPLEMENTED("supplemented"),
  ADVANCED("advanced"),
  RETURNED("returned"),
  PAUSED("paused"),
  RESUMED("resumed"),
  EXTENDED("extended"),
  DECIDED("decided"),
  CLOSED("closed"),
  WITHDRAWN("withdrawn"),
  /** 容缺后补: materials came that were promised to come late; the case stays where it is. */
  LATE_MATERIALS("lateMaterials"),
  /** A promise was broken, and what was agreed for that ends the case: nobody did it. */
  PROMISE_BROKEN("promiseBroken"),
  /** 撤销: what was granted is taken back by two persons (行政许可法第六十九条). */
  REVOKED("revoked");

  private final String code;

  CaseEventKind(String code) {
    this.code = code;
  }

  /** The name the API and the database use. */
  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The kind under which it enters the journal. */
  public String journalKind() {
    return "case." + code;
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static CaseEventKind of(String code) {
    return Coded.of(CaseEventKind.class, code);
  }
}
