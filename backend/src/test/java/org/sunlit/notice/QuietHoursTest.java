package org.sunlit.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.platform.CityTime;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    "21:00-08:00, 2026-12-04T20:59:59, 2026-12-04T20:59:59",
    "21:00-08:00, 2026-12-04T21:00,    2026-12-05T08:00",
    "21:00-08:00, 2026-12-04T23:30,    2026-12-05T08:00",
    "21:00-08:00, 2026-12-05T00:00,    2026-12-05T08:00",
    "21:00-08:00, 2026-12-05T07:59:59, 2026-12-05T08:00",
    "21:00-08:00, 2026-12-05T08:00,    2026-12-05T08:00",
    "21:00-08:00, 2026-12-31T22:00,    2027-01-01T08:00",
    "12:00-14:00, 2026-12-04T11:59,    2026-12-04T11:59",
    "12:00-14:00, 2026-12-04T12:00,    2026-12-04T14:00",
    "12:00-14:00, 2026-12-04T14:00,    2026-12-04T14:00",
    "00:00-06:30, 2026-12-04T06:29,    2026-12-04T06:30",
    "none,        2026-12-04T23:30,    2026-12-04T23:30",
  })
  void waitUntilTheyEnd(String hours, LocalDateTime at, LocalDateTime due) {
    var moment = at.atZone(CityTime.ZONE).toInstant();
    assertEquals(
        due.atZone(CityTime.ZONE).toInstant(),
        QuietHours.read(hours).map(quiet -> quiet.after(moment)).orElse(moment));
    assertEquals(
        !at.equals(due), QuietHours.read(hours).map(quiet -> quiet.quietAt(moment)).orElse(false));
  }

  @Test
  void areNoneWhereTheCityWantsNone() {
    assertEquals(Optional.empty(), QuietHours.read("none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "21:00", "21-8", "08:00-08:00", "25:00-08:00", "21:00-08:00-09:00"})
  void areNotGuessed(String text) {
    assertThrows(IllegalArgumentException.class, () -> QuietHours.read(text));
  }
}
