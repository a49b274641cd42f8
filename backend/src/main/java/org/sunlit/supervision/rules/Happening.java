package org.sunlit.supervision.rules;

import java.time.Instant;

/**
 * An event of the journal, as supervision reads it.
 *
 * @param subject the number of what it is about, see {@link Subject}
 */
public record Happening(
    long place, String subject, String kind, Instant at, String account, Told told) {
  /** The event, to be named by a finding. */
  public Mark mark() {
    return new Mark(place, kind, at);
  }

  /** What it is about. */
  Subject.Kind subjectKind() {
    return Subject.Kind.ofEvent(kind);
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
    return kind.endsWith(".recounted");
  }

  /** Whether something happened to the case itself. */
  public boolean ofCase() {
    return told.event() != null && kind.startsWith("case.");
  }
}
