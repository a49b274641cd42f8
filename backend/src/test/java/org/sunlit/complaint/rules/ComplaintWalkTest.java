package org.sunlit.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.complaint.rules.ComplaintScene.CLERK;
import static org.sunlit.complaint.rules.ComplaintScene.COLLEAGUE;
import static org.sunlit.complaint.rules.ComplaintScene.FIVE_DAYS;
import static org.sunlit.complaint.rules.ComplaintScene.FRIDAY;
import static org.sunlit.complaint.rules.ComplaintScene.JOINT;
import static org.sunlit.complaint.rules.ComplaintScene.LEADER;
import static org.sunlit.complaint.rules.ComplaintScene.MEMBER;
import static org.sunlit.complaint.rules.ComplaintScene.SCREENER;
import static org.sunlit.complaint.rules.ComplaintScene.STRANGER;
import static org.sunlit.complaint.rules.ComplaintScene.SUPERVISOR;
import static org.sunlit.complaint.rules.ComplaintScene.WEEKENDS;
import static org.sunlit.complaint.rules.ComplaintScene.clerk;
import static org.sunlit.complaint.rules.ComplaintScene.possible;
import static org.sunlit.complaint.rules.ComplaintScene.received;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.complaint.rules.ComplaintRules.Reader;

/** Walks at random through all of it. */
class ComplaintWalkTest {
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
            new ComplaintAct.Screened(now, by, ComplaintKind.HELP, Set.of("n"), FIVE_DAYS, null);
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
