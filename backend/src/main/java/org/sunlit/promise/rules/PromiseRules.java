package org.sunlit.promise.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;

/** What may be done to a promise as it stands. */
public final class PromiseRules {
  /** When people are reminded, on the day. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private PromiseRules() {}

  /** Whether a material can be handed in: while it is awaited, and late to make it good. */
  public static boolean mayHandIn(PromiseStanding standing, String code) {
    return standing.piece(code).filter(piece -> mayHandIn(standing, piece)).isPresent();
  }

  /** The materials that can be handed in now. */
  public static boolean mayHandIn(PromiseStanding standing) {
    return standing.pieces().stream().anyMatch(piece -> mayHandIn(standing, piece));
  }

  private static boolean mayHandIn(PromiseStanding standing, PieceStanding piece) {
    return piece.late()
        && !standing.ended()
        && !piece.toReview()
        && switch (piece.state()) {
          case PROMISED, AWAITED, BROKEN -> true;
          case HANDED_IN, KEPT, MADE_GOOD, LAPSED -> false;
        };
  }

  /** Whether more time can be asked for: once, and only before the last day has gone by. */
  public static boolean mayExtend(PromiseStanding standing, Instant now) {
    return standing.extension() == ExtensionState.NONE
        && !standing.ended()
        && standing.of(PieceKind.LATE).stream().anyMatch(piece -> runsAt(piece, now));
  }

  private static boolean runsAt(PieceStanding piece, Instant now) {
    return piece.runs() && !piece.overdue(now);
  }

  /** The most days that can be asked for: as many as were given at first. */
  public static int mostDays(PromiseStanding standing) {
    return standing.of(PieceKind.LATE).stream()
        .filter(PieceStanding::runs)
        .mapToInt(piece -> piece.piece().limit().amount())
        .max()
        .orElse(0);
  }

  /** Whether what came late waits for staff. */
  public static boolean mayReview(PromiseStanding standing, String code) {
    return standing.piece(code).filter(PieceStanding::toReview).isPresent();
  }

  public static boolean mayReview(PromiseStanding standing) {
    return standing.pieces().stream().anyMatch(PieceStanding::toReview);
  }

  public static boolean mayDecideExtension(PromiseStanding standing) {
    return standing.extension() == ExtensionState.ASKED && !standing.ended();
  }

  /** Whether the promised conditions are to be checked. */
  public static boolean mayCheck(PromiseStanding standing) {
    return standing.of(PieceKind.CONDITIONS).stream()
        .anyMatch(piece -> piece.state() == PieceState.AWAITED);
  }

  /**
   * Whether the decision can be revoked for a breach.
   *
   * @param granted whether the case was granted
   */
  public static boolean mayRevoke(PromiseStanding standing, boolean granted) {
    return granted && standing.broken() && !standing.revoked();
  }

  /**
   * When the applicant is reminded of a piece: in the morning so many working days before the last
   * one, but never on the day its time begins. Empty when there is nothing to be reminded of.
   */
  public static Optional<Instant> remindAt(
      PieceStanding piece, int workingDays, WorkingCalendar calendar) {
    if (!piece.late() || piece.reminded() || piece.dueOn().isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = piece.dueOn().get();
    int before = 0;
    while (before < workingDays) {
      day = day.minusDays(1);
      before += calendar.isWorkingDay(day) ? 1 : 0;
    }
    LocalDate first =
        piece
            .deadline()
            .flatMap(Derivation::startedAt)
            .map(start -> LocalDate.ofInstant(start, CityTime.ZONE).plusDays(1))
            .orElse(day);
    LocalDate reminded = day.isBefore(first) ? first : day;
    return Optional.of(reminded.atTime(MORNING).atZone(CityTime.ZONE).toInstant());
  }

  /** The moment of a next event: the clock's, but never before the last one. */
  public static Instant at(PromiseStanding standing, Instant now) {
    return now.isBefore(standing.lastAt()) ? standing.lastAt() : now;
  }

  /** A next event of somebody, or of nobody. */
  public static PromiseEvent next(
      PromiseStanding standing,
      PromiseEventKind kind,
      Instant now,
      String account,
      List<String> pieces) {
    return new PromiseEvent(
        standing.version() + 1, kind, at(standing, now), account, pieces, null, null);
  }
}
