package org.sunlit.supervision.card.rules;

import org.sunlit.platform.Coded;

/** What somebody can do about a card. */
public enum CardAction implements Coded {
  EXPLAIN("explain", Part.CONCERNED),
  APPEAL("appeal", Part.CONCERNED),
  KEEP("keep", Part.SUPERVISOR),
  WITHDRAW("withdraw", Part.SUPERVISOR),
  ORDER_RECTIFICATION("order-rectification", Part.SUPERVISOR),
  REPORT_RECTIFICATION("report-rectification", Part.LEADER),
  RETURN_RECTIFICATION("return-rectification", Part.SUPERVISOR),
  ACCEPT_RECTIFICATION("accept-rectification", Part.SUPERVISOR),
  HOLD_TALK("hold-talk", Part.SUPERVISOR);

  /** As what somebody acts. */
  public enum Part {
    /** The person, or where nobody is named a leader of the department. */
    CONCERNED,
    /** A leader of the department; where there is a person, they too. */
    LEADER,
    /** A supervisor whom it doesn't concern. */
    SUPERVISOR
  }

  private final String code;
  private final Part part;

  CardAction(String code, Part part) {
    this.code = code;
    this.part = part;
  }

  @Override
  public String code() {
    return code;
  }

  public Part part() {
    return part;
  }

  /**
   * The action with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static CardAction of(String code) {
    return Coded.of(CardAction.class, code);
  }
}
