package org.sunlit.casework;

/**
 * The applicant of a case, for rooms that have something to tell them and needn't know who it is.
 */
public final class Addressee {
  private final CaseNow of;

  Addressee(CaseNow of) {
    this.of = of;
  }

  CaseNow of() {
    return of;
  }
}
