package org.sunlit.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.complaint.rules.ComplaintRules.Reader;
import org.sunlit.platform.CityTime;

/** Each act where it is allowed and where it isn't, until when, and a walk through all of it. */
class ComplaintRulesTest {
  /** A Friday morning, by weekends alone. */
  private static final Instant FRIDAY = Instant.parse("2030-03-01T02:00:00Z");

  private static final WorkingCalendar WEEKENDS = WorkingCalendar.of(List.of(), List.of());
  private static final Limit ONE_DAY = new Limit(1, LimitUnit.WORKING_DAYS);
  private static final Limit FIVE_DAYS = new Limit(5, LimitUnit.WORKING_DAYS);

  private static final Reader SCREENER = new Reader("s", null, false, true, false, false);
  private static final Reader CLERK = clerk("c", "water");
  private static final Reader COLLEAGUE = clerk("d", "water");
  private static final Reader LEADER = new Reader("l", "water", true, false, false, false);
  private static final Reader JOINT = clerk("j", "roads");
  private static final Reader STRANGER = clerk("x", "schools");
  private static final Reader SUPERVISOR = new Reader("v", null, false, false, false, true);
  private static final Reader MEMBER = new Reader("m", null, false, false, true, false);

  private static Reader clerk(String account, String department) {
    return new Reader(account, department, false, false, false, false);
  }

  private static ComplaintAct received(ComplaintChannel channel, Naming naming) {
    return new ComplaintAct.Received(
        FRIDAY, null, ComplaintKind.COMPLAINT, channel, naming, ONE_DAY, FIVE_DAYS);
  }

  private static ComplaintAct received() {
    return received(ComplaintChannel.WEB, Naming.NAMED);
  }

  private static ComplaintAct screened(String... concerned) {
    return new ComplaintAct.Screened(
        FRIDAY, "s", ComplaintKind.COMPLAINT, null, Set.of(concerned), FIVE_DAYS);
  }

  private static final ComplaintAct ASSIGNED =
      new ComplaintAct.Assigned(FRIDAY, "s", "water", Set.of("roads"));
  private static final ComplaintAct TAKEN = new ComplaintAct.TakenUp(FRIDAY, "c");
  private static final ComplaintAct REPLIED = new ComplaintAct.Replied(FRIDAY, "c", 10);
  private static final ComplaintAct ASKED = new ComplaintAct.ExtensionAsked(FRIDAY, "c", 5);

  private static ComplaintAct rated(Grade grade) {
    return new ComplaintAct.Rated(FRIDAY, null, grade);
  }

  private static final ComplaintAct REOPENED = new ComplaintAct.Reopened(FRIDAY, null, FIVE_DAYS);
  private static final ComplaintAct CLOSED = new ComplaintAct.Closed(FRIDAY, null);

  private static Standing after(ComplaintAct... acts) {
    return Standing.of(List.of(acts));
  }

  private static Set<ComplaintAction> possible(Standing complaint, Reader reader) {
    return ComplaintRules.possible(complaint, reader, FRIDAY);
  }

  @Test
  void onlyThoseWhoScreenBegin() {
    Standing received = after(received());

    assertEquals(
        EnumSet.of(ComplaintAction.SCREEN, ComplaintAction.GROUP), possible(received, SCREENER));
    assertEquals(Set.of(), possible(received, CLERK));
    assertFalse(ComplaintRules.sees(received, CLERK));
    assertTrue(possible(after(received(), screened()), SCREENER).contains(ComplaintAction.ASSIGN));
  }

  @Test
  void theLeadDepartmentHandlesAndTheJointOneContributes() {
    Standing assigned = after(received(), screened(), ASSIGNED);

    assertEquals(
        EnumSet.of(ComplaintAction.TAKE_UP, ComplaintAction.TRANSFER, ComplaintAction.RETURN),
        possible(assigned, CLERK));
    assertEquals(EnumSet.of(ComplaintAction.CONTRIBUTE), possible(assigned, JOINT));
    assertFalse(ComplaintRules.sees(assigned, STRANGER));
  }

  @Test
  void onlyWhoeverTookItUpAnswers() {
    Standing inHand = after(received(), screened(), ASSIGNED, TAKEN);

    assertTrue(possible(inHand, CLERK).contains(ComplaintAction.REPLY));
    assertFalse(possible(inHand, COLLEAGUE).contains(ComplaintAction.REPLY));
    assertTrue(possible(inHand, COLLEAGUE).contains(ComplaintAction.TAKE_UP));
  }

  @Test
  void supervisorsUrgeAndSuperviseAndHandleNothing() {
    Standing inHand = after(received(), screened(), ASSIGNED, TAKEN);

    assertEquals(
        EnumSet.of(ComplaintAction.URGE, ComplaintAction.SUPERVISE), possible(inHand, SUPERVISOR));
    Standing supervised =
        after(received(), screened(), ASSIGNED, new ComplaintAct.Supervised(FRIDAY, "v"));
    assertEquals(EnumSet.of(ComplaintAction.URGE), possible(supervised, SUPERVISOR));
  }

  @Test
  void nobodySeesOrHandlesOneAboutThemselves() {
    Standing aboutClerk = after(received(), screened("c"), ASSIGNED);

    assertFalse(ComplaintRules.sees(aboutClerk, CLERK));
    assertFalse(possible(aboutClerk, CLERK).contains(ComplaintAction.TAKE_UP));
    assertTrue(possible(aboutClerk, COLLEAGUE).contains(ComplaintAction.TAKE_UP));
    assertThrows(
        IllegalStateException.class, () -> after(received(), screened("c"), ASSIGNED, TAKEN));
  }

  @Test
  void theDepartmentNeverLearnsAWithheldName() {
    Standing withheld =
        after(received(ComplaintChannel.WEB, Naming.WITHHELD), screened(), ASSIGNED);

    assertFalse(ComplaintRules.seesWriter(withheld, CLERK));
    assertFalse(ComplaintRules.seesWriter(withheld, JOINT));
    assertFalse(ComplaintRules.seesWriter(withheld, SUPERVISOR));
    assertTrue(ComplaintRules.seesWriter(withheld, SCREENER));
    assertTrue(ComplaintRules.seesWriter(after(received(), screened(), ASSIGNED), CLERK));
  }

  @Test
  void passingOnEndsAfterTwice() {
    ComplaintAct there =
        new ComplaintAct.Transferred(FRIDAY, "c", HandOnGround.NOT_OURS, "water", "roads");
    ComplaintAct back =
        new ComplaintAct.Transferred(FRIDAY, "j", HandOnGround.SEVERAL, "roads", "water");

    Standing twice = after(received(), screened(), ASSIGNED, there, back);

    assertEquals(EnumSet.of(ComplaintAction.TAKE_UP), possible(twice, CLERK));
    assertThrows(
        IllegalStateException.class,
        () -> after(received(), screened(), ASSIGNED, there, back, there));
  }

  @Test
  void whatIsReturnedIsAssignedAnew() {
    Standing returned =
        after(
            received(),
            screened(),
            ASSIGNED,
            new ComplaintAct.Returned(FRIDAY, "c", HandOnGround.NOT_HERE, "water"));

    assertEquals(ComplaintState.SCREENED, returned.state());
    assertFalse(ComplaintRules.sees(returned, CLERK));
    assertTrue(possible(returned, SCREENER).contains(ComplaintAction.ASSIGN));
  }

  @Test
  void anExtensionIsAskedForOnceAndGrantedByAnotherPerson() {
    Standing asked = after(received(), screened(), ASSIGNED, TAKEN, ASKED);
    Standing leaderAsked =
        after(
            received(),
            screened(),
            ASSIGNED,
            new ComplaintAct.TakenUp(FRIDAY, "l"),
            new ComplaintAct.ExtensionAsked(FRIDAY, "l", 5));

    assertTrue(possible(asked, LEADER).contains(ComplaintAction.GRANT_EXTENSION));
    assertFalse(possible(asked, CLERK).contains(ComplaintAction.GRANT_EXTENSION));
    assertFalse(possible(leaderAsked, LEADER).contains(ComplaintAction.GRANT_EXTENSION));
    Standing granted =
        after(
            received(),
            screened(),
            ASSIGNED,
            TAKEN,
            ASKED,
            new ComplaintAct.ExtensionGranted(FRIDAY, "l", 5));
    assertEquals(10, granted.reply().amount());
    assertFalse(possible(granted, CLERK).contains(ComplaintAction.ASK_EXTENSION));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                received(),
                screened(),
                ASSIGNED,
                TAKEN,
                ASKED,
                new ComplaintAct.ExtensionGranted(FRIDAY, "c", 5)));
  }

  @Test
  void notSatisfiedReopensOnceAndGoesToAnotherPerson() {
    Standing reopened =
        after(
            received(), screened(), ASSIGNED, TAKEN, REPLIED, rated(Grade.NOT_SATISFIED), REOPENED);

    assertEquals(ComplaintState.ASSIGNED, reopened.state());
    assertEquals(2, reopened.round());
    assertFalse(possible(reopened, CLERK).contains(ComplaintAction.TAKE_UP));
    assertTrue(possible(reopened, COLLEAGUE).contains(ComplaintAction.TAKE_UP));
    assertThrows(
        IllegalStateException.class,
        () ->
            after(
                received(),
                screened(),
                ASSIGNED,
                TAKEN,
                REPLIED,
                rated(Grade.NOT_SATISFIED),
                CLOSED),
        "who isn't satisfied the first time isn't closed");
  }

  @Test
  void itEndsAfterTheSecondAnswerWhateverIsThoughtOfIt() {
    List<ComplaintAct> acts =
        new ArrayList<>(
            List.of(
                received(),
                screened(),
                ASSIGNED,
                TAKEN,
                REPLIED,
                rated(Grade.NOT_SATISFIED),
                REOPENED,
                new ComplaintAct.TakenUp(FRIDAY, "d"),
                new ComplaintAct.Replied(FRIDAY, "d", 10),
                rated(Grade.NOT_SATISFIED),
                CLOSED));

    assertEquals(ComplaintState.CLOSED, Standing.of(acts).state());
    acts.add(REPLIED);
    assertThrows(IllegalStateException.class, () -> Standing.of(acts));
  }

  @Test
  void theMemberOnDutyAnswersTheDirectLine() {
    Standing direct = after(received(ComplaintChannel.DIRECT_LINE, Naming.NAMED));

    assertTrue(possible(direct, MEMBER).contains(ComplaintAction.TAKE_UP));
    assertFalse(ComplaintRules.sees(after(received()), MEMBER));
    Standing taken =
        after(
            received(ComplaintChannel.DIRECT_LINE, Naming.NAMED),
            new ComplaintAct.TakenUp(FRIDAY, "m"));
    assertTrue(possible(taken, MEMBER).contains(ComplaintAction.REPLY));
    assertFalse(possible(taken, MEMBER).contains(ComplaintAction.TRANSFER));
  }

  @Test
  void theWriterUrgesOnceADayAndNotAfterTheAnswer() {
    Standing urged = after(received(), new ComplaintAct.Urged(FRIDAY, null));

    assertTrue(ComplaintRules.mayUrge(after(received()), FRIDAY));
    assertFalse(ComplaintRules.mayUrge(urged, FRIDAY.plus(Duration.ofHours(23))));
    assertTrue(ComplaintRules.mayUrge(urged, FRIDAY.plus(Duration.ofHours(24))));
    assertFalse(
        ComplaintRules.mayUrge(after(received(), screened(), ASSIGNED, TAKEN, REPLIED), FRIDAY));
  }

  @Test
  void onlyAfterFourWeeksSomebodyIsCalledBack() {
    Standing closed =
        after(received(), screened(), ASSIGNED, TAKEN, REPLIED, rated(Grade.SATISFIED), CLOSED);
    Instant later = FRIDAY.plus(Duration.ofDays(28));

    assertEquals(Set.of(), possible(closed, SCREENER));
    assertEquals(
        EnumSet.of(ComplaintAction.CALL_BACK), ComplaintRules.possible(closed, SCREENER, later));
    assertEquals(Set.of(), ComplaintRules.possible(closed, CLERK, later));
  }

  @Test
  void whatIsGroupedIsAnsweredWithTheOther() {
    ComplaintAct grouped = new ComplaintAct.Grouped(FRIDAY, "s", "S1");

    assertEquals(ComplaintState.REPLIED, after(received(), grouped, REPLIED).state());
    assertTrue(possible(after(received(), grouped), SCREENER).contains(ComplaintAction.ASSIGN));
  }

  @Test
  void deadlinesCountWorkingDaysFromTheReceiptWhoeverHasIt() {
    Standing received = after(received());
    Standing passedOn =
        after(
            received(),
            screened(),
            ASSIGNED,
            new ComplaintAct.Transferred(
                FRIDAY.plus(Duration.ofDays(4)), "c", HandOnGround.NOT_OURS, "water", "roads"));

    assertEquals(LocalDate.of(2030, 3, 4), dueOn(received));
    assertEquals(LocalDate.of(2030, 3, 8), dueOn(passedOn));
  }

  @Test
  void theDirectLineCountsHoursThroughTheWeekend() {
    Standing direct =
        after(
            new ComplaintAct.Received(
                FRIDAY,
                null,
                ComplaintKind.HELP,
                ComplaintChannel.DIRECT_LINE,
                Naming.NAMED,
                ONE_DAY,
                new Limit(24, LimitUnit.HOURS)),
            new ComplaintAct.TakenUp(FRIDAY, "m"));

    assertEquals(
        FRIDAY.plus(Duration.ofHours(24)),
        ComplaintClock.running(direct, WEEKENDS).orElseThrow().dueAt());
  }

  private static LocalDate dueOn(Standing complaint) {
    return LocalDate.ofInstant(
        ComplaintClock.running(complaint, WEEKENDS).orElseThrow().dueAt().minusMillis(1),
        CityTime.ZONE);
  }

  @Test
  void whateverHappensItIsAnsweredByWhoMayAndOnceMoreAtMost() {
    for (long seed = 0; seed < 2000; seed++) {
      new Walk(new Random(seed)).go();
    }
  }

  /** Somebody at random does at random what they may, until it is closed. */
  private static final class Walk {
    private static final List<Reader> EVERYBODY =
        List.of(
            SCREENER,
            CLERK,
            COLLEAGUE,
            LEADER,
            JOINT,
            clerk("k", "roads"),
            clerk("n", "schools"),
            STRANGER,
            SUPERVISOR,
            MEMBER,
            new Reader("m2", null, false, false, true, false));
    private static final List<String> DEPARTMENTS = List.of("water", "roads", "schools");

    private final Random random;
    private final List<ComplaintAct> acts = new ArrayList<>();
    private Instant now = FRIDAY;

    Walk(Random random) {
      this.random = random;
    }

    void go() {
      acts.add(
          received(
              ComplaintChannel.values()[random.nextInt(ComplaintChannel.values().length)],
              Naming.values()[random.nextInt(Naming.values().length)]));
      for (int step = 0; step < 400 && standing().state() != ComplaintState.CLOSED; step++) {
        now = now.plus(Duration.ofHours(random.nextInt(20)));
        step();
        check();
      }
      assertEquals(ComplaintState.CLOSED, standing().state(), () -> "never ends: " + acts);
    }

    private Standing standing() {
      return Standing.of(acts);
    }

    private void step() {
      Standing standing = standing();
      if (ComplaintRules.mayRate(standing)) {
        acts.add(
            new ComplaintAct.Rated(
                now, null, Grade.values()[random.nextInt(Grade.values().length)]));
        acts.add(
            standing().reopens()
                ? new ComplaintAct.Reopened(now, null, FIVE_DAYS)
                : new ComplaintAct.Closed(now, null));
        return;
      }
      Reader reader = EVERYBODY.get(random.nextInt(EVERYBODY.size()));
      List<ComplaintAction> possible = List.copyOf(ComplaintRules.possible(standing, reader, now));
      if (ComplaintRules.sees(standing, reader) && !possible.isEmpty()) {
        acts.add(act(standing, possible.get(random.nextInt(possible.size())), reader));
      }
    }

    private ComplaintAct act(Standing standing, ComplaintAction action, Reader reader) {
      String by = reader.account();
      String other = DEPARTMENTS.get(random.nextInt(3));
      while (other.equals(standing.lead())) {
        other = DEPARTMENTS.get(random.nextInt(3));
      }
      return switch (action) {
        case SCREEN ->
            new ComplaintAct.Screened(now, by, ComplaintKind.HELP, null, Set.of("n"), FIVE_DAYS);
        case ASSIGN -> new ComplaintAct.Assigned(now, by, other, Set.of());
        case GROUP -> new ComplaintAct.Grouped(now, by, "S1");
        case TAKE_UP -> new ComplaintAct.TakenUp(now, by);
        case CONTRIBUTE -> new ComplaintAct.Contributed(now, by, reader.department());
        case TRANSFER ->
            new ComplaintAct.Transferred(now, by, HandOnGround.NOT_OURS, standing.lead(), other);
        case RETURN -> new ComplaintAct.Returned(now, by, HandOnGround.NOT_OURS, standing.lead());
        case ASK_EXTENSION -> new ComplaintAct.ExtensionAsked(now, by, 3);
        case GRANT_EXTENSION -> new ComplaintAct.ExtensionGranted(now, by, 3);
        case REFUSE_EXTENSION -> new ComplaintAct.ExtensionRefused(now, by);
        case URGE -> new ComplaintAct.Urged(now, by);
        case SUPERVISE -> new ComplaintAct.Supervised(now, by);
        case REPLY -> new ComplaintAct.Replied(now, by, 10);
        case CALL_BACK -> new ComplaintAct.CalledBack(now, by, true);
      };
    }

    private void check() {
      Standing standing = standing();
      assertTrue(standing.passedOn() <= Standing.MOST_PASSED_ON);
      assertTrue(standing.round() <= 2);
      assertNotEquals("v", standing.handler(), "a supervisor handles");
      assertNotEquals("n", standing.concerned().isEmpty() ? null : standing.handler());
      assertEquals(
          standing.state() != ComplaintState.CLOSED,
          ComplaintClock.running(standing, WEEKENDS).isPresent(),
          "somebody is always waited for");
      List<String> answered =
          acts.stream()
              .filter(act -> act instanceof ComplaintAct.Replied)
              .map(ComplaintAct::by)
              .toList();
      assertEquals(answered.size(), Set.copyOf(answered).size(), "answered twice by one");
      assertTrue(answered.size() <= 2);
      if (standing.state() == ComplaintState.CLOSED) {
        assertFalse(answered.isEmpty(), "closed without an answer");
      }
    }
  }
}
