package org.sunlit.supervision.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.platform.CityTime;

/** Which clocks run after an event: what it tells replaces what was told before. */
final class Clocks {
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final CasePicture before;
  private final Happening event;
  private final Parameters parameters;

  Clocks(CasePicture before, Happening event, Parameters parameters) {
    this.before = before;
    this.event = event;
    this.parameters = parameters;
  }

  /** The clocks after it, each as it goes on from before. */
  List<RunningClock> after() {
    if (event.subjectKind() == Subject.Kind.COMPLAINT) {
      return ofComplaint().map(this::goingOn).stream().toList();
    }
    List<RunningClock> running = new ArrayList<>(objections());
    if (event.kind().startsWith("case.")) {
      switch (event.told().state() == null ? "" : event.told().state()) {
        case "submitted", "inProgress" -> {
          ofCase().ifPresent(clock -> running.add(goingOn(clock)));
          ofSteps().forEach(clock -> running.add(goingOn(clock)));
        }
        case "paused" -> running.add(pause());
        default -> {
          // The applicant's turn, or the end: no clock of the authority runs.
        }
      }
    } else {
      before.clocks().stream()
          .filter(clock -> clock.kind() != ClockKind.OBJECTION)
          .forEach(running::add);
    }
    return running;
  }

  /** The clock that this one goes on from. */
  static Optional<RunningClock> former(List<RunningClock> clocks, RunningClock now) {
    return clocks.stream()
        .filter(
            clock ->
                clock.key().equals(now.key())
                    || clock.kind().ofCase()
                        && now.kind().ofCase()
                        && clock.due().equals(now.due()))
        .findFirst();
  }

  private RunningClock goingOn(RunningClock clock) {
    return former(before.clocks(), clock)
        .map(former -> clock.after(former, event.at(), event.recounts()))
        .orElse(clock);
  }

  private Optional<RunningClock> ofCase() {
    Told told = event.told();
    if (told.dueAt() == null) {
      return Optional.empty();
    }
    ClockKind kind = kind(told);
    // Whoever is at work answers for it; of several, none alone.
    List<Told.Live> live = told.live() == null ? List.of() : told.live();
    Told.Live only = live.size() == 1 ? live.get(0) : null;
    return Optional.of(
        new RunningClock(
            kind.name(),
            kind,
            only == null ? null : only.stepId(),
            only == null ? null : only.name(),
            only == null ? null : only.nameEn(),
            only == null ? null : only.post(),
            told.dueAt(),
            told.before(),
            List.of(event.mark()),
            null,
            null));
  }

  /**
   * After a decision the promised limit runs on; only when issuing is due sooner has that a clock
   * of its own (行政许可法第四十四条), and then another deadline is told.
   */
  private ClockKind kind(Told told) {
    if (told.state().equals("submitted")) {
      return ClockKind.ANSWER;
    }
    boolean decided = event.is("decided") || before.decided() && !event.is("reopened");
    Optional<RunningClock> former = before.caseClock();
    boolean goesOn =
        former
            .filter(clock -> clock.kind() == ClockKind.DECISION)
            .filter(clock -> event.recounts() || clock.due().equals(told.dueAt()))
            .isPresent();
    return decided && !goesOn ? ClockKind.ISSUANCE : ClockKind.DECISION;
  }

  /** As the room of complaints counts it: nothing resets it, an extension alone moves it. */
  private Optional<RunningClock> ofComplaint() {
    Told told = event.told();
    ClockKind kind =
        switch (told.clock() == null ? "" : told.clock()) {
          case "screening" -> ClockKind.SCREENING;
          case "reply" -> ClockKind.REPLY;
          // The writer's turn, or the end.
          default -> null;
        };
    return kind == null || told.dueAt() == null
        ? Optional.empty()
        : Optional.of(
            new RunningClock(
                kind.name(),
                kind,
                null,
                null,
                null,
                null,
                told.dueAt(),
                told.before(),
                List.of(event.mark()),
                null,
                null));
  }

  private List<RunningClock> ofSteps() {
    List<Told.Live> live = event.told().live() == null ? List.of() : event.told().live();
    return live.stream()
        .filter(step -> step.dueAt() != null)
        .map(
            step ->
                new RunningClock(
                    "STEP " + step.stepId() + " " + step.enteredAt(),
                    ClockKind.STEP,
                    step.stepId(),
                    step.name(),
                    step.nameEn(),
                    step.post(),
                    step.dueAt(),
                    step.before(),
                    List.of(event.mark()),
                    null,
                    null))
        .toList();
  }

  private RunningClock pause() {
    return before.clocks().stream()
        .filter(clock -> clock.kind() == ClockKind.PAUSE)
        .findFirst()
        .orElseGet(
            () ->
                RunningClock.begun(
                    "PAUSE " + event.place(),
                    ClockKind.PAUSE,
                    event.at().plus(Duration.ofDays(parameters.longestPauseDays())),
                    event.mark()));
  }

  private List<RunningClock> objections() {
    List<RunningClock> running =
        new ArrayList<>(
            before.clocks().stream().filter(clock -> clock.kind() == ClockKind.OBJECTION).toList());
    String entry = event.told().entry();
    if (entry == null) {
      return running;
    }
    switch (event.kind()) {
      case "credit.contested", "credit.repairAsked" -> {
        if (event.told().day() != null) {
          running.add(
              RunningClock.begun(
                  key(event.kind(), entry),
                  ClockKind.OBJECTION,
                  endOf(event.told().day()),
                  event.mark()));
        }
      }
      case "credit.contestGranted", "credit.contestDeclined" ->
          running.removeIf(clock -> clock.key().equals(key("credit.contested", entry)));
      case "credit.repairGranted", "credit.repairDeclined" ->
          running.removeIf(clock -> clock.key().equals(key("credit.repairAsked", entry)));
      default -> {
        // Nothing is awaited because of it.
      }
    }
    return running;
  }

  private static String key(String asked, String entry) {
    return asked + " " + entry;
  }

  private static Instant endOf(LocalDate day) {
    return day.atTime(END_OF_DAY).atZone(CityTime.ZONE).toInstant();
  }
}
