package org.sunlit.rating.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a rectification goes on: the supervisor gives it to the department, the department answers,
 * the citizen confirms. What the citizen doesn't confirm goes back once, and then to the
 * supervisor.
 *
 * @param round how often the citizen has been asked, or is about to be; begins at 1
 * @param dueOn the last day for the department's answer; null while it has nothing to do
 * @param confirmBy the last day for the citizen's; null while the citizen isn't asked
 */
public record RectificationCourse(
    RectificationState state, int round, LocalDate dueOn, LocalDate confirmBy) {
  /** It goes back to the department this often without the supervisor. */
  private static final int RETURNS = 1;

  /** A new one. */
  public static RectificationCourse begin() {
    return new RectificationCourse(RectificationState.OPENED, 1, null, null);
  }

  public boolean mayAssign() {
    return state == RectificationState.OPENED || state == RectificationState.WITH_SUPERVISOR;
  }

  /** The department is to put it right by this day; empty when it isn't for the supervisor now. */
  public Optional<RectificationCourse> assign(LocalDate due) {
    return mayAssign()
        ? Optional.of(new RectificationCourse(RectificationState.ASSIGNED, round, due, null))
        : Optional.empty();
  }

  public boolean mayAnswer() {
    return state.withDepartment();
  }

  /** The department has answered, and the citizen has until this day. */
  public Optional<RectificationCourse> answer(LocalDate until) {
    return mayAnswer()
        ? Optional.of(new RectificationCourse(RectificationState.ANSWERED, round, null, until))
        : Optional.empty();
  }

  public boolean mayConfirm() {
    return state == RectificationState.ANSWERED;
  }

  /**
   * The citizen has said whether it is mended.
   *
   * @param due the department's next last day, should it go back
   */
  public Optional<RectificationCourse> confirm(boolean mended, LocalDate due) {
    if (!mayConfirm()) {
      return Optional.empty();
    }
    if (mended) {
      return Optional.of(new RectificationCourse(RectificationState.MENDED, round, null, null));
    }
    return Optional.of(
        round <= RETURNS
            ? new RectificationCourse(RectificationState.RETURNED, round + 1, due, null)
            : new RectificationCourse(RectificationState.WITH_SUPERVISOR, round, null, null));
  }

  /**
   * Whether the supervisor may close it: while it is theirs, or when the citizen has let the time
   * for an answer go by. Never while the department still has to answer.
   */
  public boolean mayClose(LocalDate today) {
    return mayAssign() || mayConfirm() && today.isAfter(confirmBy);
  }

  /** Closed without the citizen having confirmed. */
  public Optional<RectificationCourse> close(LocalDate today) {
    return mayClose(today)
        ? Optional.of(new RectificationCourse(RectificationState.CLOSED, round, null, null))
        : Optional.empty();
  }

  /** Whether the department is late. */
  public boolean overdue(LocalDate today) {
    return mayAnswer() && today.isAfter(dueOn);
  }
}
