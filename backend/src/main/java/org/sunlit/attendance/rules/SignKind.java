package org.sunlit.attendance.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.sunlit.platform.Coded;

/** Coming or going. */
public enum SignKind implements Coded {
  /** 签到 */
  IN("in", "attendance.signedIn"),
  /** 签退 */
  OUT("out", "attendance.signedOut");

  private final String code;
  private final String journalKind;

  SignKind(String code, String journalKind) {
    this.code = code;
    this.journalKind = journalKind;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** The kind under which it enters the journal. */
  public String journalKind() {
    return journalKind;
  }

  @JsonCreator
  static SignKind of(String code) {
    return Coded.of(SignKind.class, code);
  }
}
