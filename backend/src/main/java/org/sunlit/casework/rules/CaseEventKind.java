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
  /** 预审通过，告知携带原件: in due form once the originals named have been seen. */
  ORIGINALS_REQUESTED("originalsRequested"),
  /** 收验原件: they have been brought to the window. */
  ORIGINALS_RECEIVED("originalsReceived"),
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
  REVOKED("revoked"),
  /** 绿色通道 (B11). */
  GREEN_MARKED("greenMarked"),
  /** 依复议决定、判决等重新办理. */
  REOPENED("reopened"),
  /** 转入新的流程版本: the case runs on another version of its item from here on. */
  MIGRATED("migrated");

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

  /** Whether it is done only when a second person has confirmed it. */
  public boolean byTwo() {
    return switch (this) {
      case PAUSED, EXTENDED, GREEN_MARKED, REOPENED, MIGRATED, REVOKED -> true;
      case SUBMITTED,
          ACCEPTED,
          DEEMED_ACCEPTED,
          REFUSED,
          CORRECTION_REQUESTED,
          ORIGINALS_REQUESTED,
          ORIGINALS_RECEIVED,
          SUPPLEMENTED,
          ADVANCED,
          RETURNED,
          RESUMED,
          DECIDED,
          CLOSED,
          WITHDRAWN,
          LATE_MATERIALS,
          PROMISE_BROKEN ->
          false;
    };
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
