package org.sunlit.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One year of the calendar as it is shipped: {@code calendar/years/<year>.json}. It holds what the
 * notice for that year says, which can reach into the December before.
 *
 * @param year what the file says of the year
 * @param version raised whenever the file changes, so that a newer one replaces an older
 * @param days the days it declares off or working
 */
record CalendarFile(CalendarYear year, int version, List<DeclaredDay> days) {
  private static final String FOLDER = "/calendar/years/";
  private static final int FIRST_YEAR = 2007;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The years that are shipped, oldest first, without a gap.
   *
   * @throws IllegalStateException when a file is broken: better no start than a wrong deadline
   */
  static List<CalendarFile> shipped() {
    List<CalendarFile> files = new ArrayList<>();
    for (int year = FIRST_YEAR; ; year++) {
      try (InputStream file = CalendarFile.class.getResourceAsStream(FOLDER + year + ".json")) {
        if (file == null) {
          return List.copyOf(files);
        }
        files.add(read(year, JSON.readTree(file)));
      } catch (IOException broken) {
        throw new UncheckedIOException("The calendar of " + year + " cannot be read", broken);
      }
    }
  }

  /** The calendar these files make up, a later file's days winning. */
  static WorkingCalendar calendar(List<CalendarFile> files) {
    return WorkingCalendar.of(
        files.stream().map(CalendarFile::year).toList(),
        files.stream().flatMap(file -> file.days().stream()).toList());
  }

  static CalendarFile read(int year, JsonNode json) {
    try {
      List<DeclaredDay> days = new ArrayList<>();
      for (JsonNode holiday : json.required("holidays")) {
        String name = holiday.required("name").asText();
        String nameEn = holiday.required("nameEn").asText();
        String[] off = holiday.required("off").asText().split("/");
        LocalDate.parse(off[0])
            .datesUntil(LocalDate.parse(off[1]).plusDays(1))
            .forEach(date -> days.add(new DeclaredDay(date, false, name, nameEn)));
        for (JsonNode work : holiday.required("work")) {
          days.add(new DeclaredDay(LocalDate.parse(work.asText()), true, name, nameEn));
        }
      }
      if (json.required("year").asInt() != year || days.isEmpty()) {
        throw new IllegalArgumentException("it is of another year or empty");
      }
      CalendarStatus status = CalendarStatus.of(json.required("status").asText());
      return new CalendarFile(
          new CalendarYear(year, status, source(json.required("notices"))),
          json.required("version").asInt(),
          List.copyOf(days));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException wrong) {
      throw new IllegalStateException("The calendar of " + year + " is wrong", wrong);
    }
  }

  private static String source(JsonNode notices) {
    List<String> sources = new ArrayList<>();
    for (JsonNode notice : notices) {
      String title = notice.required("title").asText();
      sources.add(notice.has("number") ? title + "（" + notice.get("number").asText() + "）" : title);
    }
    return String.join("；", sources);
  }
}
