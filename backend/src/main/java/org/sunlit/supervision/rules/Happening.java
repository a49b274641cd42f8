package org.sunlit.supervision.rules;

import java.time.Instant;

/** An event of the journal about a case, as supervision reads it. */
public record Happening(
    long place, String caseNumber, String kind, Instant at, String account, Told told) {
  /** The event, to be named by a finding. */
  public Mark mark() {
    return new Mark(place, kind, at);
  }

  /** Whether it is of this kind of case event, such as {@code accepted}. */
  boolean is(String caseKind) {
    return told.event() != null && kind.equals("case." + caseKind);
  }

  /** What happened to the case; only where {@link #is} or {@link #ofCase} says so. */
  public Told.Happened event() {
    return told.event();
  }

  /** Whether nothing happened, and only deadlines were counted by another calendar. */
  boolean recounts() {
    return kind.equals("case.recounted");
  }

  /** Whether something happened to the case itself. */
  public boolean ofCase() {
    return told.event() != null && kind.startsWith("case.");
  }
}
