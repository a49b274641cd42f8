package org.sunlit.supervision.rules;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.supervision.rules.Verdict.Why;

/**
 * Watches one case (E1): judges each of its events by all rules, and its clocks whenever it is
 * asked or an event shows how late it is. What it says depends on the events alone, so reading them
 * again says the same, whenever the clocks were looked at in between.
 */
public final class CaseWatch {
  private final RuleBook book;

  public CaseWatch(RuleBook book) {
    this.book = book;
  }

  /** What an event brings, in order; the picture is the one after it then. */
  public List<Verdict> follow(CasePicture picture, Happening event) {
    List<Verdict> verdicts = new ArrayList<>(expire(picture, event.at()));
    Act act = new Act(event, picture);
    book.acts().forEach(rule -> judge(rule, act).ifPresent(verdicts::add));
    List<RunningClock> former = picture.clocks();
    List<RunningClock> now = new Clocks(picture, event, book.parameters()).after();
    former.forEach(clock -> verdicts.addAll(takenAway(clock, now, event)));
    verdicts.addAll(inTime(picture, event));
    picture.replacePast(past(picture, now, event, gone(verdicts)));
    picture.follow(event);
    picture.replaceClocks(now);
    return verdicts;
  }

  /** What has run out, or is about to, before this moment. */
  public List<Verdict> expire(CasePicture picture, Instant until) {
    List<Verdict> verdicts = new ArrayList<>();
    List<RunningClock> clocks = new ArrayList<>(picture.clocks());
    for (int place = 0; place < clocks.size(); place++) {
      for (ClockRule rule : book.clocks()) {
        RunningClock clock = clocks.get(place);
        Optional<Instant> alarm = rule.alarm(clock).filter(moment -> moment.isBefore(until));
        if (alarm.isPresent()) {
          Verdict found = found(rule, picture, clock, alarm.get());
          verdicts.add(found);
          clocks.set(place, clock.saying(rule.late(), found.id()));
        }
      }
    }
    picture.replaceClocks(clocks);
    verdicts.sort(
        Comparator.comparing(
            verdict -> verdict instanceof Verdict.Found one ? one.occurredAt() : until));
    return verdicts;
  }

  /** When the clocks have to be looked at next; empty while none has anything to say. */
  public Optional<Instant> nextAlarm(CasePicture picture) {
    return picture.clocks().stream()
        .flatMap(clock -> book.clocks().stream().flatMap(rule -> rule.alarm(clock).stream()))
        .min(Comparator.naturalOrder());
  }

  private static Optional<Verdict> judge(ActRule rule, Act act) {
    return rule.judge()
        .apply(act)
        .map(
            sighting -> {
              Happening event = act.event();
              Whose whose = Whose.of(event);
              List<Mark> events = new ArrayList<>(sighting.earlier());
              events.add(event.mark());
              return new Verdict.Found(
                  id(rule, event.subject(), Long.toString(event.place())),
                  rule,
                  whose.account(),
                  whose.post(),
                  event.ofCase() ? event.event().stepId() : null,
                  event.at(),
                  List.copyOf(events),
                  sighting.facts());
            });
  }

  /** Whose an act is; the post is null where it isn't known. */
  private record Whose(String account, String post) {
    static Whose of(Happening event) {
      if (event.told().unattended() != null) {
        return new Whose(event.told().unattended().account(), event.told().unattended().post());
      }
      Told.Person by = event.ofCase() ? event.event().by() : null;
      return new Whose(
          by == null || !by.official() ? event.account() : by.account(),
          by == null ? null : by.post());
    }
  }

  private static Verdict found(
      ClockRule rule, CasePicture picture, RunningClock clock, Instant alarm) {
    Map<String, String> facts = new HashMap<>();
    facts.put("due", clock.due().toString());
    if (clock.stepName() != null) {
      facts.put("step", clock.stepName());
    }
    if (clock.stepNameEn() != null) {
      facts.put("stepEn", clock.stepNameEn());
    }
    return new Verdict.Found(
        id(rule, picture.number(), occasion(clock)),
        rule,
        picture.handler(),
        clock.post(),
        clock.stepId(),
        alarm,
        clock.marks(),
        Map.copyOf(facts));
  }

  /** What had been found of a clock whose ground this event takes away. */
  private static List<Verdict> takenAway(
      RunningClock clock, List<RunningClock> now, Happening event) {
    Optional<Instant> next = Clocks.former(now, clock).map(RunningClock::due);
    List<Verdict> taken = new ArrayList<>();
    for (boolean late : List.of(false, true)) {
      clock
          .said(late)
          .flatMap(said -> why(said, late, next, event).map(why -> withdrawn(said, why, event)))
          .ifPresent(taken::add);
    }
    return taken;
  }

  /** What had stopped late, and was in time by another calendar. */
  private static List<Verdict> inTime(CasePicture picture, Happening event) {
    return picture.past().stream()
        .map(PastClock::finding)
        .filter(id -> event.told().inTime().stream().anyMatch(one -> one.id().equals(id)))
        .<Verdict>map(id -> new Verdict.Withdrawn(id, Why.RECOUNTED, event.mark()))
        .toList();
  }

  /** What stopped late before, or does now, but for what doesn't stand any more. */
  private static List<PastClock> past(
      CasePicture picture, List<RunningClock> now, Happening event, Set<UUID> gone) {
    Stream<PastClock> stopped =
        picture.clocks().stream()
            .filter(clock -> clock.kind().limitsCase() && clock.late() != null)
            .filter(clock -> now.stream().noneMatch(next -> clock.late().equals(next.late())))
            .map(clock -> PastClock.of(clock, event.at()));
    return Stream.concat(picture.past().stream(), stopped)
        .filter(clock -> !gone.contains(clock.finding()))
        .toList();
  }

  private static Set<UUID> gone(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict.Withdrawn.class::isInstance)
        .map(Verdict::id)
        .collect(Collectors.toSet());
  }

  private static Verdict withdrawn(RunningClock.Said said, Why why, Happening event) {
    return new Verdict.Withdrawn(said.id(), why, event.mark());
  }

  private static Optional<Why> why(
      RunningClock.Said said, boolean late, Optional<Instant> next, Happening event) {
    if (event.recounts()) {
      boolean later = next.isEmpty() || next.get().isAfter(said.due());
      return later ? Optional.of(Why.RECOUNTED) : Optional.empty();
    }
    boolean over = next.isEmpty() || !next.get().equals(said.due());
    return late && over && !event.at().isAfter(said.due())
        ? Optional.of(Why.IN_TIME)
        : Optional.empty();
  }

  private static String occasion(RunningClock clock) {
    return clock.key() + ' ' + clock.due() + ' ' + clock.setBy().place();
  }

  static UUID id(Rule rule, String number, String occasion) {
    return UUID.nameUUIDFromBytes(
        Stream.of(rule.code(), number, occasion)
            .reduce("", (all, each) -> all + '\n' + each)
            .getBytes(StandardCharsets.UTF_8));
  }
}
