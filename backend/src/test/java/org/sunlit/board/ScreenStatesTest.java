package org.sunlit.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenStatesTest {

  private final ScreenStates states = new ScreenStates();

  @Test
  void showsOnlyTheNewestStateOfACase() {
    states.apply(Rows.shown(1, "A", "submitted"));
    states.apply(Rows.shown(2, "B", "submitted"));
    states.apply(Rows.shown(3, "A", "inProgress"));

    assertEquals(List.of(3L, 2L), places(10));
  }

  @Test
  void showsTheNewestFirstAndNoMoreThanAskedFor() {
    for (int place = 1; place <= 20; place++) {
      states.apply(Rows.shown(place, "case " + place, "submitted"));
    }

    assertEquals(List.of(20L, 19L, 18L), places(3));
  }

  @Test
  void forgetsTheCasesThatMovedLongestAgo() {
    for (int place = 1; place <= ScreenStates.MOST + 5; place++) {
      states.apply(Rows.shown(place, "case " + place, "submitted"));
    }

    List<Long> places = places(1_000);
    assertEquals(ScreenStates.MOST, places.size());
    assertEquals(6L, places.get(places.size() - 1));
  }

  private List<Long> places(int limit) {
    return states.newest(limit).stream().map(Shown::place).toList();
  }
}
