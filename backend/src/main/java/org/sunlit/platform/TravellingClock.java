package org.sunlit.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of the application. It shows the system's time until somebody travels: the demo
 * city lives through its past with it, tests through deadlines. Everybody else injects it as a
 * plain {@link Clock}.
 *
 * <p>Its zone is {@link CityTime#ZONE}. Its instants have microseconds, as PostgreSQL's do, so a
 * time that was stored and read again is equal to the one in memory.
 */
@Singleton
public class TravellingClock extends Clock {
  private final ZoneId zone;
  private final Clock system = Clock.systemUTC();
  private volatile Instant destination;

  public TravellingClock() {
    this(CityTime.ZONE);
  }

  private TravellingClock(ZoneId zone) {
    this.zone = zone;
  }

  /** Stops at this moment, until the next call. */
  public void travelTo(Instant moment) {
    destination = moment.truncatedTo(ChronoUnit.MICROS);
  }

  /** Shows the system's time again. */
  public void returnToNow() {
    destination = null;
  }

  @Override
  public Instant instant() {
    Instant travelled = destination;
    return travelled != null ? travelled : system.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    TravellingClock parent = this;
    return new TravellingClock(other) {
      @Override
      public Instant instant() {
        return parent.instant();
      }
    };
  }
}
