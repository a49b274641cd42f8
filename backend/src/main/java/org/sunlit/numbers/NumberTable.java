package org.sunlit.numbers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;

/**
 * The numbers of twelve months and of this moment, and what follows from them: today, this month
 * and this year. Pure.
 *
 * @param asOf when it was counted
 * @param months the latest twelve, the earliest first; this month as far as it has come
 */
record NumberTable(Instant asOf, List<CityNumber> now, List<CityNumber> today, List<Month> months) {
  static final int MONTHS = 12;

  /** What happened in a month. */
  record Month(YearMonth month, List<CityNumber> numbers) {}

  /** The city's day that it was counted on. */
  LocalDate day() {
    return LocalDate.ofInstant(asOf, CityTime.ZONE);
  }

  /** The first day that is counted for a table of a day. */
  static LocalDate first(LocalDate day) {
    return YearMonth.from(day).minusMonths(MONTHS - 1L).atDay(1);
  }

  /**
   * @param before what happened until yesterday
   * @param today what happened today
   */
  static NumberTable of(
      Instant asOf, List<CityNumber> now, List<CityNumber> before, List<CityNumber> today) {
    LocalDate day = LocalDate.ofInstant(asOf, CityTime.ZONE);
    List<Month> months = new ArrayList<>();
    for (YearMonth month = YearMonth.from(first(day));
        !month.isAfter(YearMonth.from(day));
        month = month.plusMonths(1)) {
      YearMonth wanted = month;
      months.add(
          new Month(
              month,
              sum(
                  Stream.concat(before.stream(), today.stream())
                      .filter(number -> wanted.equals(number.month()))
                      .toList())));
    }
    return new NumberTable(asOf, sum(now), sum(today), months);
  }

  List<CityNumber> thisMonth() {
    return months.get(months.size() - 1).numbers();
  }

  /** Since the first of January. */
  List<CityNumber> thisYear() {
    YearMonth latest = YearMonth.from(day());
    return sum(
        months.stream()
            .filter(month -> month.month().getYear() == latest.getYear())
            .flatMap(month -> month.numbers().stream())
            .map(number -> number.in(latest))
            .toList());
  }

  /** Each kind once, in the order of the kinds. */
  private static List<CityNumber> sum(Collection<CityNumber> numbers) {
    Map<NumberKind, CityNumber> sums = new EnumMap<>(NumberKind.class);
    numbers.forEach(number -> sums.merge(number.kind(), number, CityNumber::plus));
    return sums.values().stream().sorted(Comparator.comparing(CityNumber::kind)).toList();
  }
}
