package org.sunlit.promise.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.platform.CityTime;

/**
 * Where a credit entry stands: the fold of its events.
 *
 * @param periodEnds it counts at least to this day
 * @param madeGoodAt null while what was broken hasn't been made good
 * @param version how many events there are
 */
public record CreditStanding(
    Instant enteredAt,
    LocalDate periodEnds,
    Instant madeGoodAt,
    CreditAsk contest,
    CreditAsk repair,
    int version) {
  /** So many days after its entry it can be contested. */
  public static final int CONTEST_DAYS = 30;

  /**
   * Where an entry with these events stands.
   *
   * @throws IllegalArgumentException when the first isn't the entry
   */
  public static CreditStanding of(List<CreditEvent> events) {
    if (events.isEmpty() || events.get(0).kind() != CreditEventKind.ENTERED) {
      throw new IllegalArgumentException("It begins with the entry");
    }
    CreditEvent entered = events.get(0);
    Instant madeGoodAt = null;
    CreditAsk contest = CreditAsk.NONE;
    CreditAsk repair = CreditAsk.NONE;
    for (CreditEvent event : events) {
      switch (event.kind()) {
        case ENTERED -> {
          // The first event, said above.
        }
        case MADE_GOOD -> madeGoodAt = event.at();
        case CONTESTED -> contest = CreditAsk.of(event);
        case CONTEST_GRANTED -> contest = contest.answered(event, true);
        case CONTEST_DECLINED -> contest = contest.answered(event, false);
        case REPAIR_ASKED -> repair = CreditAsk.of(event);
        case REPAIR_GRANTED -> repair = repair.answered(event, true);
        case REPAIR_DECLINED -> repair = repair.answered(event, false);
      }
    }
    return new CreditStanding(
        entered.at(), entered.day(), madeGoodAt, contest, repair, events.size());
  }

  /** Taken out, because the contest was right. */
  public boolean removed() {
    return contest.state() == CreditAsk.State.GRANTED;
  }

  public boolean repaired() {
    return repair.state() == CreditAsk.State.GRANTED;
  }

  /** Whether it restricts its person today: until it is repaired, and to the end of its period. */
  public boolean counts(LocalDate today) {
    return !removed() && !(repaired() && today.isAfter(periodEnds));
  }

  /** Whether its person can say that it is wrong: once. */
  public boolean mayContest(LocalDate today) {
    LocalDate last = LocalDate.ofInstant(enteredAt, CityTime.ZONE).plusDays(CONTEST_DAYS);
    return contest.state() == CreditAsk.State.NONE && !repaired() && !today.isAfter(last);
  }

  /**
   * Whether its person can ask for repair.
   *
   * @param canStillBeMadeGood while it can, it has to be first
   */
  public boolean mayAskForRepair(boolean canStillBeMadeGood) {
    return !removed()
        && !repaired()
        && !repair.open()
        && (madeGoodAt != null || !canStillBeMadeGood);
  }
}
