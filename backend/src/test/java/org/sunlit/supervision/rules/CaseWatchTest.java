package org.sunlit.supervision.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.ShippedRules;

/** What is found depends on the events alone, and moves with the deadlines. */
class CaseWatchTest {
  private final CaseWatch watch = new CaseWatch(ShippedRules.book());

  /** With and without looks at the clocks in between, and with the picture stored after each. */
  @Test
  void findsTheSameHoweverOftenTheClocksAreLookedAt() {
    CaseLife life =
        new CaseLife()
            .submitted()
            .at("2024-03-13T10:00:00")
            .accepted()
            .at("2024-03-25T10:00:00")
            .recounted("2024-03-22T23:59:59")
            .at("2024-03-28T09:00:00")
            .advanced()
            .decided();
    List<Verdict> once = lived(life, null);
    assertTrue(once.size() >= 6, once.toString());
    for (int seed = 0; seed < 50; seed++) {
      assertEquals(once, lived(life, new Random(seed)));
    }
  }

  /** Fifteen working days became sixteen: who was late by the old calendar wasn't by the new. */
  @Test
  void withdrawsByItselfWhatAnotherCalendarTakesAway() {
    CaseLife life =
        new CaseLife()
            .submitted()
            .at("2024-03-04T10:00:00")
            .accepted()
            .at("2024-03-20T09:00:00")
            .recounted("2024-03-20T23:59:59");
    List<Verdict> verdicts = lived(life, null);

    UUID late = one(verdicts, "decision.late").id();
    Verdict.Withdrawn withdrawn =
        verdicts.stream()
            .filter(verdict -> verdict.id().equals(late))
            .filter(Verdict.Withdrawn.class::isInstance)
            .map(Verdict.Withdrawn.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(Verdict.Why.RECOUNTED, withdrawn.why());
    assertEquals("case.recounted", withdrawn.by().kind());

    CasePicture picture = pictureOf(life);
    assertEquals(List.of(), late(watch.expire(picture, CaseLife.instant("2024-03-20T23:00:00"))));
    List<Verdict.Found> again =
        late(watch.expire(picture, CaseLife.instant("2024-03-21T00:00:00")));
    assertEquals(1, again.size(), "late by the new calendar too");
    assertTrue(!again.get(0).id().equals(late), "and that is another finding");
    assertEquals(
        List.of("case.accepted", "case.recounted"),
        again.get(0).events().stream().map(Mark::kind).toList());
  }

  /** A case that ended a day late ended in time by a calendar with another day off. */
  @Test
  void withdrawsWhatWasFoundOfACaseThatHasEndedWhenAnotherCalendarTakesItAway() {
    CaseLife life =
        new CaseLife()
            .submitted()
            .at("2024-03-04T10:00:00")
            .accepted()
            .at("2024-03-20T09:00:00")
            .advanced()
            .decided()
            .closed();
    UUID late = one(lived(life, null), "decision.late").id();
    assertEquals(
        List.of(new PastClock(late, null, CaseLife.instant("2024-03-20T09:00:00"))),
        pictureOf(life).past());

    life.at("2024-05-06T09:00:00").inTime(late, "2024-03-20T23:59:59");
    List<Verdict> verdicts = lived(life, null);
    assertEquals(
        new Verdict.Withdrawn(
            late, Verdict.Why.RECOUNTED, life.events().get(life.events().size() - 1).mark()),
        verdicts.get(verdicts.size() - 1));
    assertEquals(List.of(), pictureOf(life).past());
    life.inTime(late, "2024-03-20T23:59:59");
    assertEquals(verdicts, lived(life, new Random(1)), "once is enough");
  }

  /** Late stays late when a calendar gives less time. */
  @Test
  void findsNothingTwiceWhenACalendarGivesLessTime() {
    CaseLife life =
        new CaseLife()
            .submitted()
            .at("2024-03-04T10:00:00")
            .accepted()
            .at("2024-03-20T09:00:00")
            .recounted("2024-03-18T23:59:59")
            .at("2024-03-21T09:00:00")
            .advanced();
    List<Verdict> verdicts = lived(life, null);
    assertEquals(1, late(verdicts).size());
    assertEquals(0, verdicts.stream().filter(Verdict.Withdrawn.class::isInstance).count());
  }

  /** What was done just in time, and reached the journal after the clock was looked at. */
  @Test
  void withdrawsWhatTurnsOutToHaveBeenDoneInTime() {
    CaseLife life = new CaseLife().submitted().at("2024-03-11T23:59:58").asks("M1");
    CasePicture picture = new CasePicture(CaseLife.NUMBER);
    watch.follow(picture, life.events().get(0));
    List<Verdict.Found> tooSoon =
        late(watch.expire(picture, CaseLife.instant("2024-03-12T00:00:04")));
    List<Verdict> after = watch.follow(picture, life.events().get(1));
    assertEquals(1, tooSoon.size());
    assertEquals(
        new Verdict.Withdrawn(
            tooSoon.get(0).id(), Verdict.Why.IN_TIME, life.events().get(1).mark()),
        after.get(0));
  }

  @Test
  void saysWhenToLookNext() {
    CasePicture picture = pictureOf(new CaseLife().submitted());
    assertEquals(CaseLife.instant("2024-03-08T00:00:00"), next(picture));
    watch.expire(picture, CaseLife.instant("2024-03-09T00:00:00"));
    assertEquals(CaseLife.instant("2024-03-11T23:59:59"), next(picture));
    watch.expire(picture, CaseLife.instant("2024-03-12T00:00:00"));
    assertTrue(watch.nextAlarm(picture).isEmpty());
  }

  /** What the rooms wrote before supervision was there tells less, and is no fault of anybody's. */
  @Test
  void saysNothingOfWhatOldEventsDidNotTell() {
    CaseLife life = new CaseLife();
    life.tells(
        "case.submitted",
        null,
        java.util.Map.of(
            "event",
            java.util.Map.of("stepId", "apply", "toStepId", "accept"),
            "state",
            "submitted"));
    life.tells(
        "case.accepted",
        "clerk",
        java.util.Map.of(
            "event",
            java.util.Map.of(
                "stepId", "accept", "toStepId", "review", "by", CaseLife.person("clerk", "window")),
            "state",
            "inProgress"));
    assertEquals(List.of(), lived(life, null));
  }

  private Instant next(CasePicture picture) {
    return watch.nextAlarm(picture).orElseThrow();
  }

  private CasePicture pictureOf(CaseLife life) {
    CasePicture picture = new CasePicture(CaseLife.NUMBER);
    life.events().forEach(event -> watch.follow(picture, event));
    return picture;
  }

  /**
   * Everything found of a life.
   *
   * @param looks when the clocks are looked at in between; null for never
   */
  private List<Verdict> lived(CaseLife life, Random looks) {
    List<Verdict> verdicts = new ArrayList<>();
    CasePicture picture = new CasePicture(CaseLife.NUMBER);
    Instant last = life.events().get(0).at();
    for (Happening event : life.events()) {
      while (looks != null && last.isBefore(event.at()) && looks.nextInt(4) > 0) {
        long seconds = event.at().getEpochSecond() - last.getEpochSecond();
        last = last.plusSeconds(1 + looks.nextLong(seconds));
        verdicts.addAll(watch.expire(picture, last));
      }
      verdicts.addAll(watch.follow(picture, event));
      picture = StoredJson.read(StoredJson.write(picture), CasePicture.class);
      last = event.at();
    }
    return verdicts;
  }

  private static List<Verdict.Found> late(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict.Found.class::isInstance)
        .map(Verdict.Found.class::cast)
        .filter(found -> found.rule().code().endsWith(".late"))
        .toList();
  }

  private static Verdict.Found one(List<Verdict> verdicts, String rule) {
    return verdicts.stream()
        .filter(Verdict.Found.class::isInstance)
        .map(Verdict.Found.class::cast)
        .filter(found -> found.rule().code().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
