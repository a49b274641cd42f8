package org.sunlit.statistics.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Standing;
import org.sunlit.casework.rules.StepVisit;
import org.sunlit.powerlist.flow.FlowStep;

/**
 * How a case has run so far, as it is counted.
 *
 * @param stays in the order it came to them
 * @param stills when its clock stood still, or waited for the applicant
 * @param end how it ended; empty while it is open
 * @param halt why nothing can be said of its end; empty while its clock runs
 */
public record CaseCourse(
    List<Stay> stays, List<Still> stills, Optional<End> end, Optional<Halt> halt) {
  /**
   * @param withdrawn taken back by the applicant, which says nothing of how long handling takes
   */
  public record End(Instant at, boolean withdrawn) {}

  /** Why a clock stands still. */
  public enum Halt {
    PAUSED("paused"),
    IN_CORRECTION("inCorrection");

    private final String code;

    Halt(String code) {
      this.code = code;
    }

    /** The name the API and the database use. */
    public String code() {
      return code;
    }
  }

  /**
   * How a case that stands like this has run.
   *
   * @param events what it is folded from
   */
  public static CaseCourse of(Standing standing, List<CaseEvent> events, CaseClock clock) {
    List<Still> corrections = corrections(events);
    List<Still> stills = new ArrayList<>(corrections);
    stills.addAll(stands(standing.decisionClock()));
    return new CaseCourse(
        stays(standing, corrections, clock), stills, end(standing), halt(standing));
  }

  /** The days from a stay's beginning to a moment that the case's clock ran. */
  public int days(Stay stay, Instant until, CaseClock clock) {
    return clock.days(stay.enteredAt(), until, still(stay, until, clock));
  }

  /** The minutes from a stay's beginning to a moment that the case's clock stood still. */
  public long still(Stay stay, Instant until, CaseClock clock) {
    return clock.still(stay.enteredAt(), until, stills);
  }

  /** The stays that haven't ended. */
  public List<Stay> live() {
    return stays.stream().filter(Stay::live).toList();
  }

  private static List<Stay> stays(Standing standing, List<Still> corrections, CaseClock clock) {
    List<Stay> stays = new ArrayList<>();
    for (StepVisit visit : standing.visits()) {
      if (visit.clock().isEmpty() || !isWork(standing, visit)) {
        continue;
      }
      List<Still> own = new ArrayList<>(corrections);
      own.addAll(stands(visit.clock()));
      stays.add(
          new Stay(
              visit.stepId(),
              visit.visit(),
              visit.enteredAt(),
              visit.leftAt(),
              finished(visit),
              visit.live() ? 0 : clock.minutes(visit.enteredAt(), visit.leftAt(), own)));
    }
    return List.copyOf(stays);
  }

  /**
   * Where nobody acts there is nothing to wait for; and what a case did on a flow it has been moved
   * from is counted there.
   */
  private static boolean isWork(Standing standing, StepVisit visit) {
    return standing.flow().find(visit.stepId()).map(FlowStep::post).isPresent();
  }

  private static boolean finished(StepVisit visit) {
    return !visit.live()
        && !StepVisit.UNDONE.equals(visit.outcome())
        && visit.by() != null
        && !visit.by().applicant();
  }

  private static Optional<End> end(Standing standing) {
    return standing.state().open()
        ? Optional.empty()
        : Optional.of(new End(standing.lastAt(), standing.state() == CaseState.WITHDRAWN));
  }

  private static Optional<Halt> halt(Standing standing) {
    if (!standing.state().open()) {
      return Optional.empty();
    }
    if (standing.state() == CaseState.IN_CORRECTION) {
      return Optional.of(Halt.IN_CORRECTION);
    }
    return standing.pausedOn().map(pause -> Halt.PAUSED);
  }

  private static List<Still> stands(List<ClockEvent> clock) {
    List<Still> stands = new ArrayList<>();
    Instant since = null;
    for (ClockEvent event : clock) {
      boolean stops = event instanceof ClockEvent.Pause;
      if (stops && since == null) {
        since = event.at();
      } else if (!stops && since != null && !(event instanceof ClockEvent.Extend)) {
        stands.add(new Still(since, event.at()));
        since = null;
      }
    }
    if (since != null) {
      stands.add(new Still(since, null));
    }
    return stands;
  }

  private static List<Still> corrections(List<CaseEvent> events) {
    List<Still> corrections = new ArrayList<>();
    Instant since = null;
    for (CaseEvent event : events) {
      if (event.kind() == CaseEventKind.CORRECTION_REQUESTED) {
        since = since == null ? event.at() : since;
      } else if (since != null && endsCorrection(event.kind())) {
        corrections.add(new Still(since, event.at()));
        since = null;
      }
    }
    if (since != null) {
      corrections.add(new Still(since, null));
    }
    return corrections;
  }

  private static boolean endsCorrection(CaseEventKind kind) {
    return kind == CaseEventKind.SUPPLEMENTED || kind == CaseEventKind.WITHDRAWN;
  }
}
