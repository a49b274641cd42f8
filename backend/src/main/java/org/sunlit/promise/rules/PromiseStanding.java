package org.sunlit.promise.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.WorkingCalendar;

/**
 * Where a promise stands: the fold of its events.
 *
 * @param pieces what was promised, in the order of the text
 * @param extensionDays for how many more days was asked; null when none were
 * @param extensionReason why; null when not said any more
 * @param extensionAnswer what staff said to it; null when nothing
 * @param revoked whether the decision was revoked for a breach
 * @param ended whether the case ended without what was still awaited
 * @param version how many events there are
 */
public record PromiseStanding(
    List<PieceStanding> pieces,
    ExtensionState extension,
    Integer extensionDays,
    String extensionReason,
    String extensionAnswer,
    Instant signedAt,
    boolean revoked,
    boolean ended,
    Instant lastAt,
    int version) {
  public PromiseStanding {
    pieces = List.copyOf(pieces);
  }

  /**
   * Where a promise with these events stands.
   *
   * @param events in the order of their numbers; the first is the signature
   * @param calendar what its days are counted by
   */
  public static PromiseStanding of(
      List<Piece> pieces, List<PromiseEvent> events, WorkingCalendar calendar) {
    PromiseFold fold = new PromiseFold(pieces, calendar);
    events.forEach(fold::follow);
    return fold.standing();
  }

  public Optional<PieceStanding> piece(String code) {
    return pieces.stream().filter(piece -> piece.code().equals(code)).findFirst();
  }

  /** Materials whose last day has gone by. */
  public List<PieceStanding> overdue(Instant now) {
    return pieces.stream().filter(piece -> piece.late() && piece.overdue(now)).toList();
  }

  /** Whether anything was broken and not made good. */
  public boolean broken() {
    return pieces.stream().anyMatch(piece -> piece.state() == PieceState.BROKEN);
  }

  /** Whether its time has begun for pieces of this kind. */
  public boolean started(PieceKind kind) {
    return pieces.stream()
        .filter(piece -> piece.piece().kind() == kind)
        .allMatch(piece -> piece.deadline().isPresent() || !piece.state().open());
  }

  public List<PieceStanding> of(PieceKind kind) {
    return pieces.stream().filter(piece -> piece.piece().kind() == kind).toList();
  }
}
