package org.sunlit.rating.rules;

import org.sunlit.platform.Coded;

/** Kinds of signs that a rating was not freely given. */
public enum SignKind implements Coded {
  /** Many at one terminal in a short time. */
  TERMINAL_BURST("terminalBurst"),
  /** From a browser that one of the staff signs in with. */
  STAFF_DEVICE("staffDevice"),
  /** From an address of the offices, though not at a terminal. */
  STAFF_NETWORK("staffNetwork"),
  /** At a terminal, quicker after the case's end than anybody walks there. */
  TOO_SOON("tooSoon"),
  /** One after the other all the best for the same person. */
  ALL_BEST("allBest");

  private final String code;

  SignKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
