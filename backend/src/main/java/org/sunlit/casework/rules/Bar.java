package org.sunlit.casework.rules;

/** Why somebody else has to do it, whatever post one holds (职责分离). */
public enum Bar {
  /** Supervision sees all and processes nothing. */
  SUPERVISES("supervises"),
  /** Nobody handles their own case (回避, 公务员法第七十六条第一项). */
  OWN_CASE("own-case"),
  /** Who accepted the case doesn't decide it (受理与决定分离). */
  ACCEPTED_IT("accepted-it"),
  /** Who asked for something doesn't confirm it (双人复核). */
  ASKED_FOR_IT("own-request");

  private final String key;

  Bar(String key) {
    this.key = key;
  }

  /** Key of the message, under {@code duty.} */
  public String key() {
    return key;
  }
}
