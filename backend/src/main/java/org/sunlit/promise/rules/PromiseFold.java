package org.sunlit.promise.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.WorkingCalendar;

/**
 * Folds the events of a promise into where it stands. One use only.
 *
 * <p>A clock doesn't run against the applicant while staff have the thing: when what was handed in
 * is rejected, or a request for more time is answered, it starts anew with the days that were left
 * when it was handed in or asked for, at least one.
 */
final class PromiseFold {
  private static final class Running {
    private final Piece piece;
    private PieceState state = PieceState.PROMISED;
    private Instant startedAt;
    private Limit limit;
    private int left;
    private Instant heldSince;
    private Instant handedInAt;
    private Instant settledAt;
    private boolean reminded;
    private String said;

    private Running(Piece piece) {
      this.piece = piece;
      this.limit = piece.limit();
      this.left = piece.limit().amount();
    }
  }

  private final WorkingCalendar calendar;
  private final Map<String, Running> pieces = new LinkedHashMap<>();
  private ExtensionState extension = ExtensionState.NONE;
  private Integer extensionDays;
  private String extensionReason;
  private String extensionAnswer;
  private boolean revoked;
  private boolean ended;
  private Instant lastAt = Instant.MIN;
  private Instant signedAt;
  private int version;

  PromiseFold(List<Piece> promised, WorkingCalendar calendar) {
    this.calendar = calendar;
    promised.forEach(piece -> pieces.put(piece.code(), new Running(piece)));
  }

  void follow(PromiseEvent event) {
    lastAt = event.at().isAfter(lastAt) ? event.at() : lastAt;
    version = event.number();
    switch (event.kind()) {
      case SIGNED -> signedAt = lastAt;
      case STARTED -> each(event).forEach(this::start);
      case HANDED_IN -> each(event).forEach(this::hold);
      case APPROVED, CONDITIONS_KEPT -> each(event).forEach(piece -> keep(piece, event));
      case REJECTED -> each(event).forEach(piece -> reject(piece, event));
      case EXTENSION_ASKED -> {
        extension = ExtensionState.ASKED;
        extensionDays = event.days();
        extensionReason = event.said();
        running().forEach(piece -> piece.left = left(piece));
      }
      case EXTENSION_GRANTED -> answer(ExtensionState.GRANTED, event, event.days());
      case EXTENSION_DECLINED -> answer(ExtensionState.DECLINED, event, 0);
      case REMINDED -> each(event).forEach(piece -> piece.reminded = true);
      case BROKEN, CONDITIONS_FALSE -> each(event).forEach(piece -> fail(piece, event));
      case REVOKED -> {
        revoked = true;
        end();
      }
      case ENDED -> end();
    }
  }

  PromiseStanding standing() {
    return new PromiseStanding(
        pieces.values().stream().map(this::standing).toList(),
        extension,
        extensionDays,
        extensionReason,
        extensionAnswer,
        signedAt,
        revoked,
        ended,
        lastAt,
        version);
  }

  private List<Running> each(PromiseEvent event) {
    List<Running> found = new ArrayList<>();
    event.pieces().forEach(code -> found.add(pieces.get(code)));
    return found;
  }

  private List<Running> running() {
    return pieces.values().stream()
        .filter(piece -> piece.piece.kind() == PieceKind.LATE && piece.state == PieceState.AWAITED)
        .toList();
  }

  private void start(Running piece) {
    piece.startedAt = lastAt;
    piece.state = piece.heldSince == null ? PieceState.AWAITED : PieceState.HANDED_IN;
  }

  private void hold(Running piece) {
    if (piece.state == PieceState.AWAITED && extension != ExtensionState.ASKED) {
      piece.left = left(piece);
    }
    piece.state = piece.state == PieceState.BROKEN ? PieceState.BROKEN : PieceState.HANDED_IN;
    piece.heldSince = lastAt;
    piece.handedInAt = lastAt;
  }

  private void keep(Running piece, PromiseEvent event) {
    piece.state = piece.state == PieceState.BROKEN ? PieceState.MADE_GOOD : PieceState.KEPT;
    piece.settledAt = lastAt;
    piece.heldSince = null;
    piece.said = event.said();
  }

  private void reject(Running piece, PromiseEvent event) {
    piece.said = event.said();
    piece.heldSince = null;
    if (piece.state == PieceState.BROKEN) {
      return;
    }
    piece.state = piece.startedAt == null ? PieceState.PROMISED : PieceState.AWAITED;
    if (piece.startedAt != null) {
      restart(piece, piece.left);
    }
  }

  private void answer(ExtensionState state, PromiseEvent event, int more) {
    boolean asked = extension == ExtensionState.ASKED;
    extension = state;
    extensionAnswer = event.said();
    if (!asked) {
      return;
    }
    for (Running piece : pieces.values()) {
      if (piece.piece.kind() == PieceKind.LATE && piece.startedAt != null && piece.state.open()) {
        piece.left += more;
        if (piece.state == PieceState.AWAITED) {
          restart(piece, piece.left);
        }
      }
    }
  }

  private void fail(Running piece, PromiseEvent event) {
    piece.state = PieceState.BROKEN;
    piece.settledAt = lastAt;
    piece.heldSince = null;
    piece.said = event.said();
  }

  private void end() {
    ended = true;
    for (Running piece : pieces.values()) {
      if (piece.state.open()) {
        piece.state = PieceState.LAPSED;
        piece.settledAt = lastAt;
      }
      piece.heldSince = null;
    }
  }

  private void restart(Running piece, int days) {
    piece.startedAt = lastAt;
    piece.limit = new Limit(days, piece.limit.unit());
    piece.reminded = false;
  }

  private int left(Running piece) {
    return Math.max(1, derived(piece, null).remaining(lastAt, calendar).amount());
  }

  private PieceStanding standing(Running piece) {
    boolean asked = extension == ExtensionState.ASKED && piece.piece.kind() == PieceKind.LATE;
    Instant stopped = piece.settledAt != null ? piece.settledAt : piece.heldSince;
    return new PieceStanding(
        piece.piece,
        piece.state,
        piece.startedAt == null ? Optional.empty() : Optional.of(derived(piece, stopped)),
        piece.state == PieceState.AWAITED && !asked,
        piece.handedInAt,
        piece.heldSince != null,
        piece.settledAt,
        piece.reminded,
        piece.said);
  }

  /**
   * @param stoppedAt when it was handed in or settled; null while the clock runs
   */
  private Derivation derived(Running piece, Instant stoppedAt) {
    List<ClockEvent> clock = new ArrayList<>();
    clock.add(ClockEvent.start(piece.startedAt));
    if (stoppedAt != null && !stoppedAt.isBefore(piece.startedAt)) {
      clock.add(ClockEvent.stop(stoppedAt));
    }
    return DeadlineFold.fold(clock, piece.limit, calendar, List.of());
  }
}
