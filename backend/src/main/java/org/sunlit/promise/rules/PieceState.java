package org.sunlit.promise.rules;

import org.sunlit.platform.Coded;

/** Where one promised thing stands. */
public enum PieceState implements Coded {
  /** Its time has not begun. */
  PROMISED("promised", true),
  /** Its time runs: the applicant's for a late material, the department's for conditions. */
  AWAITED("awaited", true),
  /** It has come and is looked at. */
  HANDED_IN("handedIn", true),
  KEPT("kept", false),
  BROKEN("broken", false),
  /** Broken, and made good afterwards. */
  MADE_GOOD("madeGood", false),
  /** The case ended without it. */
  LAPSED("lapsed", false);

  private final String code;
  private final boolean open;

  PieceState(String code, boolean open) {
    this.code = code;
    this.open = open;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it can still be kept. */
  public boolean open() {
    return open;
  }
}
