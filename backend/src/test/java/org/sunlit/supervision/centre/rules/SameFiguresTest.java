package org.sunlit.supervision.centre.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.platform.CityTime;
import org.sunlit.statistics.rules.CaseClock;
import org.sunlit.supervision.rules.Happening;
import org.sunlit.supervision.work.rules.CaseFacts;
import org.sunlit.supervision.work.rules.Figure;
import org.sunlit.supervision.work.rules.Share;
import org.sunlit.supervision.work.rules.Within;

/**
 * A report and an efficiency file count the same cases to the same numbers: each a thousand made-up
 * lives, the one event by event as they come, the other from all that was told of a case.
 */
class SameFiguresTest {
  private static final CaseClock CLOCK =
      new CaseClock(CalendarFixtures.SHIPPED, LimitUnit.WORKING_DAYS);
  private static final Within NOVEMBER =
      Within.days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
  private static final int LIVES = 1_000;
  private static final List<String> ENDS =
      List.of("closed granted", "decided refused", "withdrawn withdrawn", "refused notAccepted");

  private final Random random = new Random(20261102);
  private LocalDateTime now;
  private Instant due;
  private List<Happening> life;

  @Test
  void aReportAndAnEfficiencyFileSayTheSame() {
    Map<Figure, int[]> reported = new EnumMap<>(Figure.class);
    Map<Figure, int[]> filed = new EnumMap<>(Figure.class);
    for (int each = 0; each < LIVES; each++) {
      List<Happening> events = lived();
      report(events, reported);
      file(events, filed);
    }
    for (Figure figure :
        List.of(Figure.RECEIVED, Figure.CLOSED, Figure.ON_TIME, Figure.EARLY, Figure.ONE_TIME)) {
      assertEquals(
          List.of(filed.get(figure)[0], filed.get(figure)[1]),
          List.of(reported.get(figure)[0], reported.get(figure)[1]),
          figure.code());
      assertTrue(filed.get(figure)[0] > 0, figure.code());
    }
    for (Figure figure : List.of(Figure.ON_TIME, Figure.EARLY, Figure.ONE_TIME)) {
      int[] both = filed.get(figure);
      assertTrue(both[0] < both[1], "some cases don't count in " + figure.code());
    }
  }

  /** As the centre counts, and a report sums up. */
  private static void report(List<Happening> events, Map<Figure, int[]> into) {
    Optional<CaseFacts> open = Optional.empty();
    for (Happening event : events) {
      Counted counted = Counted.of(event, open, CLOCK);
      open = counted.open();
      counted
          .fact()
          .filter(fact -> NOVEMBER.covers(event.at()))
          .ifPresent(
              fact -> {
                boolean ended = fact.kind() == Fact.Kind.ENDED;
                boolean received = fact.kind() == Fact.Kind.RECEIVED;
                add(into, Figure.RECEIVED, received, received);
                add(into, Figure.CLOSED, ended, ended);
                add(
                    into,
                    Figure.ON_TIME,
                    fact.onTime() != null,
                    Boolean.TRUE.equals(fact.onTime()));
                add(into, Figure.EARLY, fact.early() != null, Boolean.TRUE.equals(fact.early()));
                add(into, Figure.ONE_TIME, fact.once() != null, Boolean.TRUE.equals(fact.once()));
              });
    }
  }

  private static void file(List<Happening> events, Map<Figure, int[]> into) {
    CaseFacts facts = CaseFacts.of(Tale.NUMBER);
    for (Happening event : events) {
      facts = facts.after(event);
    }
    Share share = Share.ofDepartment(facts, NOVEMBER, CLOCK);
    for (Figure figure : Figure.values()) {
      boolean stands = figure.includes(share);
      add(into, figure, stands, stands && figure.counts(share));
    }
  }

  private static void add(Map<Figure, int[]> into, Figure figure, boolean stands, boolean counts) {
    int[] both = into.computeIfAbsent(figure, absent -> new int[2]);
    both[0] += counts ? 1 : 0;
    both[1] += stands ? 1 : 0;
  }

  /** From October into December, with everything that may come between. */
  private List<Happening> lived() {
    life = new ArrayList<>();
    now = LocalDateTime.parse("2026-10-12T09:00:00").plusHours(random.nextInt(1_000));
    due = later(5);
    tell("submitted", "submitted");
    if (random.nextInt(3) == 0) {
      stands(random.nextBoolean() ? "correctionRequested" : "originalsRequested", "inCorrection");
      due = later(5);
      tell("supplemented", "submitted");
    }
    if (random.nextInt(8) == 0) {
      return ends(ENDS.get(2 + random.nextInt(2)));
    }
    due = random.nextInt(6) == 0 ? null : later(4);
    tell(random.nextInt(9) == 0 ? "deemedAccepted" : "accepted", "inProgress");
    for (int more = random.nextInt(4); more > 0; more--) {
      switch (random.nextInt(5)) {
        case 0 -> tell("returned", "inProgress");
        case 1 -> {
          stands("paused", "paused");
          due = due == null ? null : due.plusSeconds(2 * 86_400);
          tell("resumed", "inProgress");
        }
        case 2 -> tell("recounted", "inProgress");
        default -> tell("advanced", "inProgress");
      }
    }
    if (random.nextBoolean()) {
      due = random.nextInt(3) == 0 ? later(2) : due;
      tell("decided", "inProgress");
    }
    ends(ENDS.get(random.nextInt(3)));
    if (random.nextInt(9) == 0) {
      due = later(6);
      tell("reopened", "inProgress");
      tell("returned", "inProgress");
      ends(ENDS.get(0));
      tell("revoked", "revoked");
    }
    return life;
  }

  private List<Happening> ends(String how) {
    String[] parts = how.split(" ");
    tell(parts[0], parts[1]);
    return life;
  }

  private void stands(String kind, String state) {
    Instant ran = due;
    due = null;
    tell(kind, state);
    due = ran;
  }

  private Instant later(int days) {
    return now.plusDays(days).toLocalDate().atTime(23, 59, 59).atZone(CityTime.ZONE).toInstant();
  }

  private void tell(String kind, String state) {
    life.add(Tale.event(life.size() + 1L, kind, now.toString(), state, due));
    now = now.plusHours(random.nextInt(60)).plusMinutes(1);
  }
}
