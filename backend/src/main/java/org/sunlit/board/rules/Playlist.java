package org.sunlit.board.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sunlit.platform.Coded;

/** What a screen plays when 播放单; where it says nothing, the cases are played. */
public record Playlist(List<Slot> slots) {
  /** Where nobody made one. */
  public static final Playlist NONE = new Playlist(List.of());

  public Playlist {
    slots = List.copyOf(slots);
  }

  /**
   * Hours of some days, and what is played again and again then.
   *
   * @param days code of {@link ProgrammeDays}
   * @param from its first minute, such as {@code 08:30}
   * @param until the minute after its last, such as {@code 24:00}
   */
  public record Slot(String days, String from, String until, List<Entry> entries) {
    public Slot {
      entries = List.copyOf(entries);
    }

    private ProgrammeDays on() {
      return Coded.of(ProgrammeDays.class, days);
    }

    private boolean meets(Slot other) {
      return on().meets(other.on())
          && from.compareTo(other.until) < 0
          && other.from.compareTo(until) < 0;
    }
  }

  /**
   * One thing that is played.
   *
   * @param kind code of {@link ProgrammeKind}
   */
  public record Entry(String kind, int seconds) {}

  /** Something wrong with a slot, counted from 0. */
  public record Fault(int slot, boolean overlaps) {}

  /** The first slot that ends before it begins, or plays when another does. */
  public Optional<Fault> fault() {
    Optional<Fault> backwards =
        IntStream.range(0, slots.size())
            .filter(at -> slots.get(at).from().compareTo(slots.get(at).until()) >= 0)
            .mapToObj(at -> new Fault(at, false))
            .findFirst();
    return backwards.or(
        () ->
            IntStream.range(1, slots.size())
                .filter(
                    at -> slots.subList(0, at).stream().anyMatch(one -> one.meets(slots.get(at))))
                .mapToObj(at -> new Fault(at, true))
                .findFirst());
  }

  /** What is played on such a day, in its order. */
  public List<Slot> on(boolean workingDay) {
    return slots.stream()
        .filter(slot -> slot.on().plays(workingDay))
        .sorted(Comparator.comparing(Slot::from))
        .toList();
  }
}
