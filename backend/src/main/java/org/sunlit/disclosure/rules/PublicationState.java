package org.sunlit.disclosure.rules;

import org.sunlit.platform.Coded;

/** Where a publication, or its correction, stands. */
public enum PublicationState implements Coded {
  DRAFT("draft"),
  IN_REVIEW("inReview"),
  /** Waits for its moment. */
  APPROVED("approved"),
  RELEASED("released"),
  WITHDRAWN("withdrawn");

  private final String code;

  PublicationState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
