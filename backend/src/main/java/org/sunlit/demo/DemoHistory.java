package org.sunlit.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;

/**
 * Lives through the demonstration city's last half year at the first start, before the doors open:
 * every application and every step by the services themselves, with the clock set to the moment it
 * happened.
 */
@ApplicationScoped
class DemoHistory {

  private static final Logger LOG = Logger.getLogger(DemoHistory.class);
  private static final String CHAPTER = "history";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long SEED = 20261121;

  private final DemoChapters chapters;
  private final DemoLife life;
  private final ToldCases toldCases;
  private final DemoRatings ratings;
  private final DemoPromises promises;
  private final CalendarService calendar;
  private final TravellingClock clock;
  private final int days;
  private final double casesPerDay;

  DemoHistory(
      DemoChapters chapters,
      DemoLife life,
      ToldCases toldCases,
      DemoRatings ratings,
      DemoPromises promises,
      CalendarService calendar,
      TravellingClock clock,
      @ConfigProperty(name = "sunlit.demo.history.days", defaultValue = "183") int days,
      @ConfigProperty(name = "sunlit.demo.history.cases-per-day", defaultValue = "1.5")
          double casesPerDay) {
    this.chapters = chapters;
    this.life = life;
    this.toldCases = toldCases;
    this.ratings = ratings;
    this.promises = promises;
    this.calendar = calendar;
    this.clock = clock;
    this.days = days;
    this.casesPerDay = casesPerDay;
  }

  void tell(@Observes @Priority(3100) StartupEvent event) {
    if (days > 0) {
      chapters.once(CHAPTER, this::tell);
    }
  }

  private void tell() {
    Instant now = clock.instant();
    List<ToldCase> open = liveThrough(new Dice(new Random(SEED)), now);
    toldCases.keep(open).await().atMost(PATIENCE);
    ratings.liveThrough(new Dice(new Random(SEED)), now);
    promises.liveThrough(new Dice(new Random(SEED)), now);
  }

  private List<ToldCase> liveThrough(Dice dice, Instant now) {
    List<Instant> arrivals = arrivals(dice, now);
    PriorityQueue<ToldCase> waiting = new PriorityQueue<>(Comparator.comparing(ToldCase::nextAt));
    int moves = 0;
    int arrived = 0;
    while (true) {
      boolean arrives =
          arrived < arrivals.size()
              && (waiting.isEmpty() || arrivals.get(arrived).isBefore(waiting.peek().nextAt()));
      if (!arrives && (waiting.isEmpty() || waiting.peek().nextAt().isAfter(now))) {
        LOG.infof("Half a year of the demonstration city: %d cases, %d moves", arrived, moves);
        return List.copyOf(waiting);
      }
      if (arrives) {
        Instant at = arrivals.get(arrived++);
        clock.travelTo(at);
        life.begin(dice, at).await().atMost(PATIENCE).ifPresent(waiting::add);
        progress(arrived, arrivals.size(), at);
      } else {
        ToldCase told = waiting.remove();
        clock.travelTo(told.nextAt());
        life.goOn(told, dice, told.nextAt()).await().atMost(PATIENCE).ifPresent(waiting::add);
      }
      moves++;
    }
  }

  private static void progress(int arrived, int all, Instant at) {
    if (arrived % 50 == 0) {
      LOG.infof(
          "Living through the demonstration city's history: %s, case %d of %d",
          LocalDate.ofInstant(at, CityTime.ZONE), arrived, all);
    }
  }

  private List<Instant> arrivals(Dice dice, Instant now) {
    List<Instant> arrivals = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    List<Integer> hours = life.habits().arrivalsByHour().keySet().stream().sorted().toList();
    for (LocalDate day = today.minusDays(days); !day.isAfter(today); day = day.plusDays(1)) {
      double share = calendar.current().isWorkingDay(day) ? 1 : 0.15;
      long cases = Math.round(dice.about(casesPerDay * share));
      for (int number = 0; number < cases; number++) {
        int hour = dice.weighted(hours, life.habits().arrivalsByHour()::get);
        LocalTime time = LocalTime.of(hour, dice.random().nextInt(60), dice.random().nextInt(60));
        Instant at = day.atTime(time).atZone(CityTime.ZONE).toInstant();
        if (at.isBefore(now)) {
          arrivals.add(at);
        }
      }
    }
    arrivals.sort(Comparator.naturalOrder());
    return arrivals;
  }
}
