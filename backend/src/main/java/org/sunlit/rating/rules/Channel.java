package org.sunlit.rating.rules;

import org.sunlit.platform.Coded;

/** Where a rating was given. */
public enum Channel implements Coded {
  /** At a device in a hall 评价终端. */
  TERMINAL("terminal"),
  /** With the case's tracking code. */
  LINK("link"),
  /** With an account of one's own. */
  ACCOUNT("account"),
  /** With the code of a message 短信. */
  SMS("sms");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it is given wherever the applicant happens to be. */
  boolean fromAfar() {
    return switch (this) {
      case TERMINAL -> false;
      case LINK, ACCOUNT, SMS -> true;
    };
  }
}
