package org.sunlit.promise.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sunlit.calendar.Derivation;

/**
 * Where one promised thing stands.
 *
 * @param deadline its clock and how the last day comes about; empty before its time begins
 * @param runs whether its clock runs now: not while staff have what was handed in or asked for
 * @param handedInAt when it was handed in last; null when it never was
 * @param toReview whether staff have to look at it
 * @param settledAt when it was kept, broken or made good; null before
 * @param reminded whether the applicant was reminded of the day it is due now
 * @param said what staff said of it last; null when nothing
 */
public record PieceStanding(
    Piece piece,
    PieceState state,
    Optional<Derivation> deadline,
    boolean runs,
    Instant handedInAt,
    boolean toReview,
    Instant settledAt,
    boolean reminded,
    String said) {
  public String code() {
    return piece.code();
  }

  public boolean late() {
    return piece.kind() == PieceKind.LATE;
  }

  /** The last day, while its clock runs. */
  public Optional<LocalDate> dueOn() {
    return runs ? deadline.flatMap(Derivation::dueDate) : Optional.empty();
  }

  /** The last moment, while its clock runs. */
  public Optional<Instant> dueAt() {
    return runs
        ? deadline.flatMap(Derivation::dueAt).map(due -> due.toInstant())
        : Optional.empty();
  }

  /** Whether its last day has gone by without it. */
  public boolean overdue(Instant now) {
    return runs && deadline.map(each -> each.overdue(now)).orElse(false);
  }
}
