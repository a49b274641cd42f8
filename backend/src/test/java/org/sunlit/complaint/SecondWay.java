package org.sunlit.complaint;

import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.sunlit.powerlist.table.TableReader;
import org.sunlit.powerlist.table.TableRow;

/**
 * Times from messages to answers counted once more by the simplest means: day by day on the
 * statutory calendar's own file, and by sorting.
 */
record SecondWay(Map<Integer, List<SecondWay.Wait>> byYear) {
  /** From a message to its answer. */
  record Wait(double hours, int workingDays) {}

  /** Rounded to a hundredth, where nobody would see a difference. */
  record Figures(
      int answered, double median, double ninetieth, double medianDays, double ninetiethDays) {}

  static SecondWay of(byte[] messages, byte[] calendar) {
    Map<LocalDate, Boolean> declared = new HashMap<>();
    for (TableRow row : TableReader.read(calendar).body()) {
      declared.put(LocalDate.parse(row.cell(0)), row.cell(2).equals("work"));
    }
    Map<Integer, List<Wait>> byYear = new TreeMap<>();
    for (TableRow row : TableReader.read(messages).body()) {
      LocalDateTime from = time(row.cell(3));
      LocalDateTime to = time(row.cell(6));
      double hours = Duration.between(from, to).toSeconds() / 3600d;
      Wait wait = new Wait(hours, days(from.toLocalDate(), to.toLocalDate(), declared));
      byYear.computeIfAbsent(from.getYear(), fresh -> new ArrayList<>()).add(wait);
    }
    return new SecondWay(byYear);
  }

  private static LocalDateTime time(String written) {
    String[] parts = written.split("[-/ :]");
    int[] numbers = new int[6];
    for (int place = 0; place < parts.length; place++) {
      numbers[place] = Integer.parseInt(parts[place]);
    }
    return LocalDateTime.of(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  }

  private static int days(LocalDate from, LocalDate to, Map<LocalDate, Boolean> declared) {
    int days = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      days += declared.getOrDefault(day, !weekend) ? 1 : 0;
    }
    return days;
  }

  Figures total() {
    return figures(byYear.values().stream().flatMap(List::stream).toList());
  }

  Figures year(int year) {
    return figures(byYear.get(year));
  }

  List<Integer> years() {
    return List.copyOf(byYear.keySet());
  }

  private static Figures figures(List<Wait> waits) {
    return new Figures(
        waits.size(),
        percentile(waits, Wait::hours, 0.5),
        percentile(waits, Wait::hours, 0.9),
        percentile(waits, Wait::workingDays, 0.5),
        percentile(waits, Wait::workingDays, 0.9));
  }

  private static double percentile(List<Wait> waits, ToDoubleFunction<Wait> of, double part) {
    double[] sorted = waits.stream().mapToDouble(of).sorted().toArray();
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return rounded(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
  }

  static Figures read(JsonPath figures, String of) {
    return new Figures(
        figures.getInt(of + ".answered"),
        rounded(figures.getDouble(of + ".medianHours")),
        rounded(figures.getDouble(of + ".ninetiethHours")),
        rounded(figures.getDouble(of + ".medianWorkingDays")),
        rounded(figures.getDouble(of + ".ninetiethWorkingDays")));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100d;
  }
}
