package org.sunlit.council.rules;

import java.time.LocalDate;

/**
 * For how long somebody is appointed 聘期. Whoever is serving is asked anew with every request, so an
 * appointment that ends takes its rights with it at once.
 *
 * @param joined whether an account has taken the invitation up
 * @param ended whether it was ended before its time 解聘
 */
public record Term(LocalDate from, LocalDate until, boolean joined, boolean ended) {
  /** Years an appointment lasts at the most, so that it is thought about again. */
  public static final int LONGEST_YEARS = 5;

  /** Where it stands on a day. */
  public MemberState on(LocalDate day) {
    if (ended) {
      return MemberState.ENDED;
    }
    if (day.isAfter(until)) {
      return MemberState.EXPIRED;
    }
    if (!joined) {
      return MemberState.INVITED;
    }
    return day.isBefore(from) ? MemberState.AHEAD : MemberState.SERVING;
  }

  public boolean servesOn(LocalDate day) {
    return on(day) == MemberState.SERVING;
  }

  /** Whether a term is one that can be given on a day: not over, and not for ever. */
  public static boolean sound(LocalDate from, LocalDate until, LocalDate day) {
    return !until.isBefore(from)
        && !until.isBefore(day)
        && !until.isAfter(from.plusYears(LONGEST_YEARS));
  }
}
