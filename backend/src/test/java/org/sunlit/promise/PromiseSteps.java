package org.sunlit.promise;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;

/** What has to be done in every test of promises. */
abstract class PromiseSteps {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject PromiseCity city;
  @Inject PromiseSweeps sweeps;
  @Inject CalendarService calendar;
  @Inject TravellingClock clock;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  LocalDate workingDays(int days) {
    return calendar.current().plusWorkingDays(today(), days);
  }

  void travelPast(LocalDate day) {
    clock.travelTo(day.plusDays(1).atTime(9, 0).atZone(CityTime.ZONE).toInstant());
  }

  void sweep() {
    sweeps.sweep().await().atMost(PATIENCE);
  }
}
