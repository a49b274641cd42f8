package org.sunlit.place.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept when a place's exceptions are written anew. What has passed stays as it was:
 * attendance and bookings of those days were judged by it. Pure.
 *
 * @param before what is stored
 * @param wanted what shall hold from today on
 */
public record OpeningPlan(
    List<OpeningException> before, List<OpeningException> wanted, LocalDate today) {
  /** The longest there can be: a place that is closed for longer has moved, or is none. */
  static final int MOST_DAYS = 366;

  /** What is wrong with what is wanted, by its JSON pointer. */
  public record Wrong(String pointer, String messageKey) {}

  public OpeningPlan {
    before = List.copyOf(before);
    wanted = List.copyOf(wanted);
  }

  /** The first thing that is wrong; empty when nothing is. */
  public Optional<Wrong> firstWrong() {
    for (int place = 0; place < wanted.size(); place++) {
      String pointer = "/exceptions/" + place;
      Optional<Wrong> wrong = wrong(wanted.get(place), wanted.subList(0, place), pointer);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  /** Everything that is stored afterwards, from the first day to the last. */
  public List<OpeningException> kept() {
    Stream<OpeningException> passed =
        before.stream().filter(exception -> exception.until().isBefore(today));
    // One that runs and is taken back was there until yesterday.
    Stream<OpeningException> cut =
        before.stream()
            .filter(this::runs)
            .filter(exception -> wanted.stream().noneMatch(each -> continues(each, exception)))
            .map(exception -> exception.endingOn(today.minusDays(1)));
    return Stream.of(passed, cut, wanted.stream())
        .flatMap(all -> all)
        .sorted(Comparator.comparing(OpeningException::from))
        .toList();
  }

  /** Those that hold today or later, as they are shown. */
  public static List<OpeningException> ahead(List<OpeningException> all, LocalDate today) {
    return all.stream().filter(exception -> !exception.until().isBefore(today)).toList();
  }

  private Optional<Wrong> wrong(
      OpeningException one, List<OpeningException> others, String pointer) {
    if (one.until().isBefore(one.from())) {
      return Optional.of(new Wrong(pointer + "/until", "staff.until-before-from"));
    }
    if (one.until().isBefore(today)) {
      return Optional.of(new Wrong(pointer + "/until", "place.exception-past"));
    }
    if (ChronoUnit.DAYS.between(one.from(), one.until()) >= MOST_DAYS) {
      return Optional.of(new Wrong(pointer + "/until", "place.exception-long"));
    }
    boolean goesOn = before.stream().anyMatch(known -> runs(known) && continues(one, known));
    if (one.from().isBefore(today) && !goesOn) {
      return Optional.of(new Wrong(pointer + "/from", "place.exception-past"));
    }
    if (one.why().isBlank()) {
      return Optional.of(new Wrong(pointer + "/why", "field.not-blank"));
    }
    int hours = one.hours().firstWrong();
    if (hours >= 0) {
      return Optional.of(new Wrong(pointer + "/hours/" + hours + "/until", "place.hours-order"));
    }
    return others.stream().anyMatch(one::overlaps)
        ? Optional.of(new Wrong(pointer + "/from", "place.exception-overlap"))
        : Optional.empty();
  }

  private boolean runs(OpeningException exception) {
    return exception.from().isBefore(today) && !exception.until().isBefore(today);
  }

  /** Whether it is the same one, ending on another day perhaps. */
  private static boolean continues(OpeningException one, OpeningException known) {
    return one.from().equals(known.from()) && one.hours().equals(known.hours());
  }
}
