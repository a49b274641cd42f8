package org.sunlit.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.sunlit.attendance.rules.SignKind;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;

/**
 * When the staff of the demonstration city come and go: the same whenever it is asked for the same
 * day, so that a restart changes nothing.
 */
final class DemoShifts {
  private static final long SEED = 20261130;
  private static final Set<String> POSTS = Set.of("window", "township");

  /** What the demonstration's halls and centres have (places.json). */
  private static final LocalTime OPENS = LocalTime.of(8, 30);

  private static final LocalTime CLOSES = LocalTime.of(17, 30);
  private static final double CHANCE_OF_LATE = 0.03;
  private static final double CHANCE_OF_EARLY = 0.02;

  /** Somebody signs. */
  record Shift(Actor actor, LocalDate day, Instant at, SignKind kind, boolean late) {}

  private final List<Actor> everybody;
  private final List<Actor> atWindows;
  private final Actor onLeave;
  private final Actor standIn;

  DemoShifts(List<DemoPerson> people) {
    everybody = people.stream().map(person -> person.staffAccount().actor()).toList();
    atWindows =
        people.stream()
            .filter(person -> person.posts().stream().anyMatch(POSTS::contains))
            .map(person -> person.staffAccount().actor())
            .toList();
    DemoPerson away =
        people.stream()
            .filter(person -> person.posts().contains("window"))
            .filter(person -> person.counterpart() != null)
            .findFirst()
            .orElseThrow();
    onLeave = away.staffAccount().actor();
    standIn =
        everybody.stream()
            .filter(actor -> actor.accountId().equals(away.counterpart()))
            .findFirst()
            .orElseThrow();
  }

  /** Who is on leave once. */
  Actor onLeave() {
    return onLeave;
  }

  Actor first(Role role) {
    return everybody.stream().filter(actor -> actor.is(role)).findFirst().orElseThrow();
  }

  /**
   * What is signed on a working day after one moment and up to another, in its order.
   *
   * @param leave whether it is the day on which the B comes and the A doesn't
   */
  List<Shift> of(LocalDate day, boolean leave, Instant after, Instant until) {
    List<Shift> shifts = new ArrayList<>();
    for (Actor actor : atWindows) {
      if (!leave || !actor.equals(onLeave)) {
        shifts.addAll(of(actor, day));
      }
    }
    if (leave) {
      shifts.addAll(of(standIn, day));
    }
    return shifts.stream()
        .filter(shift -> shift.at().isAfter(after) && !shift.at().isAfter(until))
        .sorted(Comparator.comparing(Shift::at))
        .toList();
  }

  private static List<Shift> of(Actor actor, LocalDate day) {
    // Neighbouring seeds must not give neighbouring days.
    SplittableRandom random =
        new SplittableRandom(SEED + 1009L * actor.accountId().hashCode() + day.toEpochDay());
    boolean late = random.nextDouble() < CHANCE_OF_LATE;
    boolean early = random.nextDouble() < CHANCE_OF_EARLY;
    LocalTime in =
        late
            ? OPENS.plusSeconds(720 + random.nextInt(1800))
            : OPENS.minusSeconds(60 + random.nextInt(1500));
    LocalTime out =
        early
            ? CLOSES.minusSeconds(900 + random.nextInt(2400))
            : CLOSES.plusSeconds(30 + random.nextInt(1800));
    return List.of(
        new Shift(actor, day, at(day, in), SignKind.IN, late),
        new Shift(actor, day, at(day, out), SignKind.OUT, false));
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(CityTime.ZONE).toInstant();
  }
}
