package org.sunlit.board.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sunlit.board.rules.Playlist.Fault;
import org.sunlit.board.rules.Playlist.Slot;

class PlaylistTest {
  private static final List<Playlist.Entry> CASES = List.of(new Playlist.Entry("cases", 30));

  @Test
  void playsOfEachDayItsOwnSlotsInTheirOrder() {
    Slot evening = slot("all", "18:00", "24:00");
    Slot morning = slot("working", "08:00", "18:00");
    Slot holiday = slot("rest", "09:00", "17:00");
    Playlist playlist = new Playlist(List.of(evening, morning, holiday));

    assertEquals(Optional.empty(), playlist.fault());
    assertEquals(List.of(morning, evening), playlist.on(true));
    assertEquals(List.of(holiday, evening), playlist.on(false));
  }

  @Test
  void findsSlotsThatEndBeforeTheyBegin() {
    assertEquals(
        Optional.of(new Fault(1, false)),
        new Playlist(List.of(slot("all", "08:00", "09:00"), slot("all", "12:00", "12:00")))
            .fault());
  }

  @Test
  void findsSlotsThatPlayAtTheSameTimeOfTheSameDay() {
    assertEquals(
        Optional.of(new Fault(1, true)),
        new Playlist(List.of(slot("all", "08:00", "12:00"), slot("rest", "11:59", "13:00")))
            .fault());
    assertEquals(
        Optional.empty(),
        new Playlist(List.of(slot("working", "08:00", "12:00"), slot("rest", "08:00", "12:00")))
            .fault());
    assertEquals(
        Optional.empty(),
        new Playlist(List.of(slot("all", "08:00", "12:00"), slot("all", "12:00", "13:00")))
            .fault());
  }

  private static Slot slot(String days, String from, String until) {
    return new Slot(days, from, until, CASES);
  }
}
