package org.sunlit.supervision.work.rules;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.work.rules.CaseFacts.Deed;
import org.sunlit.supervision.work.rules.CaseFacts.Done;

/**
 * A party's share in a case in a period. A department answers for the case as a whole, in the
 * period in which it ended 办结; a person for the steps they finished in the period, so that nobody
 * is late for what another kept lying.
 *
 * @param at when the last of it happened
 * @param dueAt until when; of several steps the one missed, else the last; null without a limit
 * @param worked whether it is finished: the denominator of everything but volume
 * @param onTime in time, all of it; null where nothing had a limit
 * @param early on a day before the last, all of it (提前办结, C12); false where nothing had a limit
 * @param oneTime without a correction asked for or work returned (一次办结, C11)
 * @param returns how often it was returned in the period
 * @param minutes of working time, a working day having 1440; the time it stood still left out
 */
public record Share(
    String caseNumber,
    String itemCode,
    Instant at,
    Instant dueAt,
    boolean received,
    boolean decided,
    boolean closed,
    boolean worked,
    Boolean onTime,
    boolean early,
    boolean oneTime,
    int returns,
    long minutes) {

  /** A department's. */
  public static Share ofDepartment(CaseFacts facts, Within period, CaseClock clock) {
    boolean worked = period.covers(facts.handled());
    Instant end = worked ? facts.handled().at() : null;
    Instant due = worked ? facts.dueAt() : null;
    Instant begun = facts.begun();
    return new Share(
        facts.caseNumber(),
        facts.itemCode(),
        last(
            period,
            Stream.of(
                facts.receivedAt(),
                at(facts.concluded()),
                at(facts.ended()),
                last(facts.returns()))),
        due,
        period.covers(facts.receivedAt()),
        period.covers(facts.concluded()),
        period.covers(facts.ended()),
        worked,
        due == null ? null : !end.isAfter(due),
        due != null && daysBefore(end, due),
        worked && none(facts.corrections(), end) && none(facts.returns(), end),
        count(facts.returns(), period),
        worked && begun != null ? clock.minutes(begun, end, facts.stills()) : 0);
  }

  /** A person's. */
  public static Share ofPerson(CaseFacts facts, String account, Within period, CaseClock clock) {
    List<Done> mine =
        facts.done().stream()
            .filter(step -> step.by().equals(account))
            .filter(step -> period.covers(step.at()))
            .toList();
    List<Done> limited = mine.stream().filter(step -> step.dueAt() != null).toList();
    List<Done> late = limited.stream().filter(step -> step.at().isAfter(step.dueAt())).toList();
    List<Deed> returned = of(facts.returns(), account);
    List<Deed> corrections = of(facts.corrections(), account);
    boolean decided = is(facts.concluded(), account, period);
    return new Share(
        facts.caseNumber(),
        facts.itemCode(),
        last(
            period,
            Stream.concat(
                mine.stream().map(Done::at),
                Stream.of(
                    at(facts.accepted()),
                    at(facts.concluded()),
                    at(facts.ended()),
                    last(returned)))),
        (late.isEmpty() ? limited : late)
            .stream().map(Done::dueAt).max(Instant::compareTo).orElse(null),
        is(facts.accepted(), account, period),
        decided,
        is(facts.ended(), account, period),
        !mine.isEmpty(),
        limited.isEmpty() ? null : late.isEmpty(),
        !limited.isEmpty()
            && limited.stream().allMatch(step -> daysBefore(step.at(), step.dueAt())),
        !mine.isEmpty() && corrections.isEmpty() && returned.isEmpty(),
        count(returned, period),
        mine.stream()
            .mapToLong(step -> clock.minutes(step.enteredAt(), step.at(), facts.stills()))
            .sum());
  }

  private static boolean is(Deed deed, String account, Within period) {
    return period.covers(deed) && account.equals(deed.by());
  }

  private static List<Deed> of(List<Deed> deeds, String account) {
    return deeds.stream().filter(deed -> account.equals(deed.by())).toList();
  }

  private static boolean none(List<Deed> deeds, Instant until) {
    return deeds.stream().allMatch(deed -> deed.at().isAfter(until));
  }

  private static int count(List<Deed> deeds, Within period) {
    return (int) deeds.stream().filter(period::covers).count();
  }

  private static boolean daysBefore(Instant at, Instant due) {
    return CaseClock.date(at).isBefore(CaseClock.date(due));
  }

  private static Instant at(Deed deed) {
    return deed == null ? null : deed.at();
  }

  private static Instant last(List<Deed> deeds) {
    return deeds.stream().map(Deed::at).max(Instant::compareTo).orElse(null);
  }

  private static Instant last(Within period, Stream<Instant> moments) {
    return moments
        .filter(Objects::nonNull)
        .filter(period::covers)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
