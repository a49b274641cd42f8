package org.sunlit.attendance.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.attendance.rules.Window.Gap;
import org.sunlit.identity.Holder;
import org.sunlit.identity.PostRef;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Span;
import org.sunlit.place.rules.Hours;
import org.sunlit.platform.CityTime;

/** When nobody is at a window in its hours (窗口值守). */
class WindowTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 7);
  private static final Span ALWAYS = new Span(null, null);
  private static final Span TODAY = new Span(at(0, 0), at(23, 0));
  private static final Hours HOURS =
      new Hours(
          List.of(
              new Hours.Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
              new Hours.Span(LocalTime.of(13, 30), LocalTime.of(17, 0))));

  @Test
  void whoSignedInIsThere() {
    assertEquals(Optional.empty(), window(false, Map.of("a", List.of(in(8, 50)))).gap(at(10, 0)));
  }

  @Test
  void nobodyCame() {
    assertEquals(Optional.of(new Gap(at(9, 0), 45, "a")), window(false, Map.of()).gap(at(9, 45)));
  }

  @Test
  void closedIsNobodysFault() {
    assertEquals(Optional.empty(), window(false, Map.of()).gap(at(12, 30)));
    assertEquals(Optional.empty(), window(false, Map.of()).gap(at(8, 59)));
    assertEquals(Optional.of(new Gap(at(13, 30), 30, "a")), window(false, Map.of()).gap(at(14, 0)));
  }

  @Test
  void leftInBetween() {
    Map<String, List<Sign>> signs = Map.of("a", List.of(in(8, 50), out(10, 0)));
    assertEquals(Optional.of(new Gap(at(10, 0), 40, "a")), window(false, signs).gap(at(10, 40)));
    Map<String, List<Sign>> back = Map.of("a", List.of(in(8, 50), out(10, 0), in(10, 30)));
    assertEquals(Optional.empty(), window(false, back).gap(at(10, 40)));
  }

  @Test
  void onLeaveBStandsIn() {
    assertEquals(Optional.empty(), window(true, Map.of("b", List.of(in(9, 0)))).gap(at(10, 0)));
    assertEquals(Optional.of(new Gap(at(9, 0), 60, "b")), window(true, Map.of()).gap(at(10, 0)));
  }

  /** B is somewhere else while A ought to be here: nobody has taken over. */
  @Test
  void withoutTakeOverAnothersSignIsNone() {
    assertEquals(
        Optional.of(new Gap(at(9, 0), 60, "a")),
        window(false, Map.of("b", List.of(in(9, 0)))).gap(at(10, 0)));
  }

  @Test
  void aVacantPostIsNoWindow() {
    Posting vacant = new Posting(post(), List.of(holder("a", "A", new Span(null, at(0, 0)), null)));
    assertEquals(Optional.empty(), new Window(vacant, HOURS, Map.of()).gap(at(10, 0)));
  }

  private static Window window(boolean away, Map<String, List<Sign>> signs) {
    return new Window(
        new Posting(
            post(),
            List.of(holder("a", "A", ALWAYS, away ? TODAY : null), holder("b", "B", ALWAYS, null))),
        HOURS,
        signs);
  }

  private static PostRef post() {
    return new PostRef(UUID.randomUUID(), "window", "1号窗口", null, "window", "tst", null);
  }

  private static Holder holder(String account, String part, Span held, Span absence) {
    return new Holder(
        UUID.randomUUID(),
        account,
        account,
        null,
        part,
        held,
        false,
        absence == null ? List.of() : List.of(absence));
  }

  private static Sign in(int hour, int minute) {
    return new Sign(SignKind.IN, at(hour, minute));
  }

  private static Sign out(int hour, int minute) {
    return new Sign(SignKind.OUT, at(hour, minute));
  }

  private static Instant at(int hour, int minute) {
    return DAY.atTime(hour, minute).atZone(CityTime.ZONE).toInstant();
  }
}
