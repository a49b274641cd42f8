package org.sunlit.identity.factor;

import org.sunlit.platform.Coded;

/** What can happen to the ways an account signs in. */
public enum FactorEvent implements Coded {
  AUTHENTICATOR_ADDED("authenticatorAdded"),
  AUTHENTICATOR_REMOVED("authenticatorRemoved"),
  RECOVERY_CODES_MADE("recoveryCodesMade"),
  RECOVERY_CODE_USED("recoveryCodeUsed"),
  PASSKEY_ADDED("passkeyAdded"),
  PASSKEY_REMOVED("passkeyRemoved"),
  /** A passkey's counter went back: there may be a copy of it. */
  PASSKEY_COPIED("passkeyCopied"),
  PASSWORD_CHANGED("passwordChanged"),
  /** An administrator made a code for a forgotten password. */
  PASSWORD_CODE_MADE("passwordCodeMade"),
  /** An administrator took all factors away. */
  FACTORS_RESET("factorsReset");

  private final String code;

  FactorEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  static FactorEvent of(String code) {
    return Coded.of(FactorEvent.class, code);
  }
}
