package org.sunlit.agency.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;

/**
 * What somebody has authorised an agent to do (委托授权). In writing it names the agent, what, how far
 * and until when, with the signature of who authorises (民法典第一百六十五条).
 *
 * @param stored how far it has come, not looking at the day
 * @param tasks what the agent may do once it is in force
 * @param from the first day; null before it is signed
 * @param until the last day
 */
public record Mandate(AgencyState stored, Set<AgentTask> tasks, LocalDate from, LocalDate until) {
  /** The longest time between asking and the last day. */
  public static final int LONGEST_YEARS = 3;

  public Mandate {
    requireNonNull(stored, "stored");
    requireNonNull(until, "until");
    tasks = Set.copyOf(tasks);
  }

  /** Whether somebody can ask today for an agent until that day. */
  public static boolean canLast(LocalDate until, LocalDate today) {
    return !until.isBefore(today) && !until.isAfter(today.plusYears(LONGEST_YEARS));
  }

  /** How far it has come, on this day. */
  public AgencyState on(LocalDate day) {
    return stored != AgencyState.ENDED && day.isAfter(until) ? AgencyState.LAPSED : stored;
  }

  /** Whether the agent may look at what was begun by it on this day. */
  public boolean holds(LocalDate day) {
    return on(day) == AgencyState.IN_FORCE && !day.isBefore(from);
  }

  /** Whether the agent may do this on this day. */
  public boolean covers(AgentTask task, LocalDate day) {
    return holds(day) && tasks.contains(task);
  }
}
