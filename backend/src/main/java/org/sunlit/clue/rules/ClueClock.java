package org.sunlit.clue.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sunlit.platform.CityTime;

/**
 * By when a clue's next step is due: at the end of a day, in calendar months where the rules say
 * so.
 */
public final class ClueClock {
  private ClueClock() {}

  /**
   * How long each step may take.
   *
   * @param proposalMonths to propose a way of disposal and have it approved
   * @param reportMonths to report after a talk or a reply
   * @param verificationMonths to verify
   * @param shelvedMonths until what is shelved is looked at again
   * @param reviewMonths to review
   * @param decisionDays days to decide after the review
   * @param clearingMonths to clear somebody
   */
  public record Limits(
      int proposalMonths,
      int reportMonths,
      int verificationMonths,
      int shelvedMonths,
      int reviewMonths,
      int decisionDays,
      int clearingMonths) {}

  /** When the clue's time is up as it stands; empty when nothing is waited for. */
  public static Optional<Instant> due(ClueStanding clue, Limits limits) {
    LocalDate since = day(clue.since());
    return switch (clue.state()) {
      case POOLED, DISPATCHED, PROPOSED ->
          endOf(proposalFrom(clue).plusMonths(limits.proposalMonths()));
      case HANDLING -> endOf(handling(clue, since, limits));
      case SHELVED -> endOf(since.plusMonths(limits.shelvedMonths()));
      case REVIEWING -> endOf(since.plusMonths(limits.reviewMonths()));
      case REVIEWED -> endOf(since.plusDays(limits.decisionDays()));
      case CLEARING -> endOf(since.plusMonths(limits.clearingMonths()));
      case FOLLOWING -> endOf(clue.visitOn());
      case CLOSED -> Optional.empty();
    };
  }

  private static LocalDate handling(ClueStanding clue, LocalDate since, Limits limits) {
    return switch (clue.disposal()) {
      case INQUIRY ->
          clue.repliedAt() == null
              ? clue.replyBy()
              : later(since, day(clue.repliedAt())).plusMonths(limits.reportMonths());
      case VERIFICATION -> since.plusMonths(limits.verificationMonths());
      case DISMISSAL, SHELVED -> since.plusMonths(limits.reportMonths());
    };
  }

  /** From the receipt; what lay shelved counts anew from when it was taken up. */
  private static LocalDate proposalFrom(ClueStanding clue) {
    return day(clue.takenUpAt() == null ? clue.receivedAt() : clue.takenUpAt());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CityTime.ZONE);
  }

  /** The last second of that day, so that it still reads as that day. */
  private static Optional<Instant> endOf(LocalDate day) {
    return Optional.of(CityTime.endOf(day).minusSeconds(1).toInstant());
  }
}
