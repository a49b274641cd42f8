package org.sunlit.document.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that has just happened to a case, with everything its documents say.
 *
 * @param matter what the case is about
 * @param number the number of the event
 * @param kind what happened
 * @param at when
 * @param ending how the case stands after it
 * @param grants for a decision, whether it grants
 * @param decided whether a decision has been made, with this act or before it
 * @param by who did it
 * @param reason what was said with it; null when nothing was
 * @param ground for a pause or its end, the ground; null otherwise
 * @param groundEn the same in English
 * @param article for a pause or its end, the article; null otherwise
 * @param pausedAt for the end of a pause, since when it stood still; null otherwise
 * @param pieces the materials handed in, or missing
 * @param due the last day of the limit that runs now; null while none does
 * @param left the special step that was done with it; null when none was
 * @param begun the special step that begins with it; null when none does
 * @param places where it was taken in and is collected, and who acted for the department
 * @param reopening for a reopening, by whose decision; null otherwise
 */
public record CaseAct(
    Matter matter,
    int number,
    ActKind kind,
    Instant at,
    Ending ending,
    boolean grants,
    boolean decided,
    Signatory by,
    String reason,
    String ground,
    String groundEn,
    String article,
    Instant pausedAt,
    List<Piece> pieces,
    LocalDate due,
    SpecialStep left,
    BegunStep begun,
    CasePlaces places,
    Reopening reopening) {
  public CaseAct {
    pieces = List.copyOf(pieces);
  }

  Optional<SpecialStep> begins() {
    return Optional.ofNullable(begun).map(BegunStep::kind);
  }

  /** The day of it, such as 2026-03-02. */
  String isoDay() {
    return ChineseDates.day(at).toString();
  }
}
