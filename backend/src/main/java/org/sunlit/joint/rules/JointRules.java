package org.sunlit.joint.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseState;

/**
 * What can be done to a joint application as it and its cases stand. The cases count by state and
 * by the clock that runs for each; before acceptance that is the one of 行政许可法第三十二条第一款第四项: what is
 * missing is told once within five working days, or the application counts as accepted.
 */
public final class JointRules {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /** How far a joint application has come. */
  public enum Phase {
    GATHERING("gathering"),
    IN_CORRECTION("inCorrection"),
    IN_PROGRESS("inProgress"),
    ENDED("ended");

    private final String code;

    Phase(String code) {
      this.code = code;
    }

    /** The name the API uses. */
    public String code() {
      return code;
    }
  }

  /**
   * One of its cases.
   *
   * @param dueAt when it is due by the clock that runs now; null while none does
   */
  public record Child(String caseNumber, String item, CaseState state, Instant dueAt) {}

  private JointRules() {}

  /** How far it has come, by where its cases stand. */
  public static Phase phase(Collection<Child> children) {
    if (children.stream().noneMatch(child -> child.state().open())) {
      return Phase.ENDED;
    }
    if (any(children, CaseState.IN_CORRECTION)) {
      return Phase.IN_CORRECTION;
    }
    return any(children, CaseState.SUBMITTED) ? Phase.GATHERING : Phase.IN_PROGRESS;
  }

  /** The cases that wait to be accepted. */
  public static List<Child> waiting(Collection<Child> children) {
    return children.stream().filter(child -> child.state() == CaseState.SUBMITTED).toList();
  }

  /** Whether a case's department may say now what it lacks: once in each round. */
  public static boolean mayState(JointStanding standing, Collection<Child> children, String of) {
    return phase(children) == Phase.GATHERING
        && waiting(children).stream().anyMatch(child -> child.caseNumber().equals(of))
        && !standing.statements().containsKey(of);
  }

  /** The last day on which departments state what is missing. */
  public static LocalDate statementsDue(
      JointStanding standing, int days, WorkingCalendar calendar) {
    return calendar.plusWorkingDays(standing.roundSince().atZone(CITY).toLocalDate(), days);
  }

  /** When the first of the waiting cases lapses: the notice has to be sent by then. */
  public static Optional<Instant> noticeDue(Collection<Child> children) {
    return waiting(children).stream()
        .map(Child::dueAt)
        .filter(due -> due != null)
        .min(Comparator.naturalOrder());
  }

  /** Whether every waiting case has been stated on. */
  public static boolean allStated(JointStanding standing, Collection<Child> children) {
    return waiting(children).stream()
        .allMatch(child -> standing.statements().containsKey(child.caseNumber()));
  }

  /** Whether a waiting case was said to lack something in this round. */
  public static boolean anyLacks(JointStanding standing, Collection<Child> children) {
    return waiting(children).stream()
        .map(child -> standing.statements().get(child.caseNumber()))
        .anyMatch(stated -> stated != null && !stated.missing().isEmpty());
  }

  /**
   * Whether the lead may send the combined notice: all have stated or their time is up, something
   * is missing, and it isn't too late to say so.
   */
  public static boolean maySendNotice(
      JointStanding standing, Collection<Child> children, LocalDate statementsDue, Instant now) {
    return heard(standing, children, statementsDue, now)
        && anyLacks(standing, children)
        && !lapsed(children, now);
  }

  /**
   * Whether the lead may have all accepted: nothing was said to be missing, or it wasn't told in
   * time and so they count as accepted.
   */
  public static boolean mayStart(
      JointStanding standing, Collection<Child> children, LocalDate statementsDue, Instant now) {
    return phase(children) == Phase.GATHERING
        && (lapsed(children, now)
            || heard(standing, children, statementsDue, now) && !anyLacks(standing, children));
  }

  /** Whether the first waiting case has lapsed: nothing can be asked for any more. */
  public static boolean lapsed(Collection<Child> children, Instant now) {
    return noticeDue(children).filter(now::isAfter).isPresent();
  }

  /** What of this an item needs that can never be granted now: it can't be granted either. */
  public static List<String> blockedBy(List<String> requires, Collection<Child> children) {
    Map<String, CaseState> states = states(children);
    return requires.stream()
        .filter(item -> states.containsKey(item))
        .filter(item -> !states.get(item).open() && states.get(item) != CaseState.GRANTED)
        .toList();
  }

  /** What of this an item needs that isn't granted yet. */
  public static List<String> notYetGranted(List<String> requires, Collection<Child> children) {
    Map<String, CaseState> states = states(children);
    return requires.stream()
        .filter(item -> states.containsKey(item) && states.get(item) != CaseState.GRANTED)
        .toList();
  }

  private static boolean heard(
      JointStanding standing, Collection<Child> children, LocalDate statementsDue, Instant now) {
    return phase(children) == Phase.GATHERING
        && (allStated(standing, children) || now.atZone(CITY).toLocalDate().isAfter(statementsDue));
  }

  private static boolean any(Collection<Child> children, CaseState state) {
    return children.stream().anyMatch(child -> child.state() == state);
  }

  private static Map<String, CaseState> states(Collection<Child> children) {
    return children.stream()
        .collect(Collectors.toMap(Child::item, Child::state, (one, two) -> one));
  }
}
