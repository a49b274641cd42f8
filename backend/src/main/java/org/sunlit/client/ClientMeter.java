package org.sunlit.client;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.sunlit.edge.Allowance;
import org.sunlit.edge.Metered;
import org.sunlit.edge.Operation;
import org.sunlit.edge.Rate;
import org.sunlit.edge.Verdict;
import org.sunlit.platform.CityTime;

/** Counts a third-party application's calls: those of a minute here, those of a day everywhere. */
final class ClientMeter implements Metered {
  private static final String A_DAY = "day";
  private static final String A_MINUTE = "minute";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AdmittedKey.Limits limits;
  private final UsageBook book;
  private final Clock clock;
  private final Allowance minute;

  ClientMeter(AdmittedKey.Limits limits, UsageBook book, Clock clock) {
    this.limits = limits;
    this.book = book;
    this.clock = clock;
    this.minute = new Allowance(A_MINUTE, new Rate(limits.perMinute(), MINUTE));
  }

  AdmittedKey.Limits limits() {
    return limits;
  }

  @Override
  public boolean mayAsk(Operation operation) {
    return limits.scopes().stream().anyMatch(scope -> scope.holds(operation));
  }

  @Override
  public Verdict take(Operation operation) {
    ZonedDateTime now = clock.instant().atZone(CityTime.ZONE);
    LocalDate today = now.toLocalDate();
    Verdict verdict =
        book.calls(limits.client(), today) < limits.perDay() ? minute.take(1) : noneToday(now);
    book.count(limits.client(), today, operation.id(), verdict.allowed());
    return verdict;
  }

  private Verdict noneToday(ZonedDateTime now) {
    ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(CityTime.ZONE);
    long wait = Math.max(1, Duration.between(now, midnight).toSeconds());
    return new Verdict(false, A_DAY, limits.perDay(), Duration.ofDays(1).toSeconds(), 0, wait);
  }
}
