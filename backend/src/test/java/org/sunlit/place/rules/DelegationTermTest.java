package org.sunlit.place.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.place.rules.DelegationTerm.State;

class DelegationTermTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-03-01, 2026-03-31, -, 2026-02-28, UPCOMING",
        "2026-03-01, 2026-03-31, -, 2026-03-01, IN_FORCE",
        "2026-03-01, 2026-03-31, -, 2026-03-31, IN_FORCE",
        "2026-03-01, 2026-03-31, -, 2026-04-01, EXPIRED",
        "2026-03-01, -, -, 2099-01-01, IN_FORCE",
        "2026-03-01, -, 2026-03-10, 2026-03-10, IN_FORCE",
        "2026-03-01, -, 2026-03-10, 2026-03-11, ENDED",
        "2026-03-01, 2026-03-31, 2026-02-20, 2026-03-05, ENDED",
        "2026-03-01, 2026-03-31, 2026-02-20, 2026-02-10, ENDED",
      })
  void standsWhereItsDaysSay(
      LocalDate from, LocalDate until, LocalDate endedOn, LocalDate today, State expected) {
    assertEquals(expected, new DelegationTerm(from, until, endedOn).state(today));
  }

  /** Against the days themselves: two terms overlap when some day is in both. */
  @Test
  void overlapsWhenSomeDayIsInBoth() {
    Random random = new Random(94);
    int overlapping = 0;
    for (int round = 0; round < 5_000; round++) {
      DelegationTerm one = term(random);
      DelegationTerm other = term(random);
      Set<LocalDate> days = days(one);
      days.retainAll(days(other));
      assertEquals(!days.isEmpty(), one.overlaps(other), one + " and " + other);
      assertEquals(one.overlaps(other), other.overlaps(one));
      overlapping += days.isEmpty() ? 0 : 1;
    }
    assertTrue(overlapping > 500 && overlapping < 4_500, "both happen: " + overlapping);
  }

  @Test
  void aRoomIsCompleteWithEverything() {
    assertTrue(RoomItem.complete(List.of(RoomItem.values())));
    for (RoomItem missing : RoomItem.values()) {
      Set<RoomItem> met =
          Set.of(RoomItem.values()).stream()
              .filter(item -> item != missing)
              .collect(Collectors.toSet());
      assertFalse(RoomItem.complete(met), missing.code());
    }
  }

  private static DelegationTerm term(Random random) {
    LocalDate from = START.plusDays(random.nextInt(30));
    LocalDate until = random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(20));
    LocalDate ended = random.nextInt(3) == 0 ? START.plusDays(random.nextInt(50) - 5L) : null;
    return new DelegationTerm(from, until, ended);
  }

  private static Set<LocalDate> days(DelegationTerm term) {
    return IntStream.range(-10, 120)
        .mapToObj(START::plusDays)
        .filter(term::covers)
        .collect(Collectors.toSet());
  }
}
