package org.sunlit.confirmation;

import org.sunlit.platform.Coded;

/** What has become of a request for confirmation. */
public enum ConfirmationState implements Coded {
  /** Waits for a second person. */
  OPEN("open"),
  /** A second person agreed, and it was done in the same moment. */
  CONFIRMED("confirmed"),
  /** A second person said no. */
  DECLINED("declined"),
  /** Taken back by whoever asked. */
  WITHDRAWN("withdrawn"),
  /** What it was about has moved on, so that there is nothing to confirm any more. */
  LAPSED("lapsed"),
  /** Nobody decided in time. */
  EXPIRED("expired");

  private final String code;

  ConfirmationState(String code) {
    this.code = code;
  }

  /** The word of the API and the database. */
  @Override
  public String code() {
    return code;
  }

  static ConfirmationState of(String code) {
    return Coded.of(ConfirmationState.class, code);
  }
}
