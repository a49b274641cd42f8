package org.sunlit.notice;

/** Why somebody is told, which decides whether they can do without it. */
public enum Topic {
  /** A code they asked for: at once, to the telephone it is to prove. */
  CODE(true),
  /** A link they asked for: at once, to the e-mail address it is to prove, and nowhere else. */
  ADDRESS(true),
  /**
   * What the law says they must be told, whatever they chose: what is missing and that it is
   * accepted or not (行政许可法第三十二条), why it is refused (第三十八条), what was decided (第四十四条), why the
   * clock stands still (第四十五条).
   */
  REQUIRED(false),
  /** How it goes on, for those who want to know. */
  PROGRESS(false);

  private final boolean urgent;

  Topic(boolean urgent) {
    this.urgent = urgent;
  }

  /** Whether it goes out at night too. */
  boolean urgent() {
    return urgent;
  }
}
