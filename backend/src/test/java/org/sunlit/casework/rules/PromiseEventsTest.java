package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlit.powerlist.flow.FlowDefinition;

/** What the keeping and breaking of a promise does to a case. */
class PromiseEventsTest {
  private static final FlowDefinition FLOW = Story.demoFlow("four-step");
  private static final Instant BEGAN = Instant.parse("2026-03-02T01:00:00Z");
  private static final Handler CLERK = new Handler("a", "甲", null, "reviewer", "审核岗", null);
  private static final Handler SECOND = new Handler("b", "乙", null, null, null, null);

  private final List<CaseEvent> events =
      new ArrayList<>(
          List.of(CaseDecider.submission(FLOW, BEGAN, Handler.APPLICANT, List.of("M1"))));

  private Standing standing() {
    return Standing.of(FLOW, events);
  }

  private void move(CaseEventKind kind, String from, String to) {
    events.add(CaseEvent.of(events.size() + 1, kind, at(events.size()), from, to, "pass"));
  }

  private static Instant at(int hours) {
    return BEGAN.plusSeconds(3600L * hours);
  }

  private void granted() {
    move(CaseEventKind.ACCEPTED, "accept", "review");
    move(CaseEventKind.ADVANCED, "review", "approve");
    move(CaseEventKind.DECIDED, "approve", "close");
  }

  @Test
  void whatComesLateLeavesTheCaseWhereItIs() {
    move(CaseEventKind.ACCEPTED, "accept", "review");
    Standing before = standing();
    events.add(PromiseEvents.lateMaterials(before, at(9), Handler.APPLICANT, List.of("M2")));
    assertEquals(before.state(), standing().state());
    assertEquals(before.currentStep(), standing().currentStep());
    assertEquals(before.decisionClock(), standing().decisionClock());
    assertEquals(before.version() + 1, standing().version());
  }

  @Test
  void aBreachEndsACaseUnderWayAndItsClock() {
    move(CaseEventKind.ACCEPTED, "accept", "review");
    events.add(PromiseEvents.broken(standing(), at(9), "逾期"));
    assertEquals(CaseState.REFUSED, standing().state());
    assertEquals(List.of(), standing().live());
    assertEquals(
        List.of(CaseAction.REOPEN),
        CaseRules.possible(standing()).stream().map(Possible::action).toList(),
        "only a review can take it up again");
    assertTrue(events.get(events.size() - 1).by().law());
  }

  @Test
  void whatWasGrantedIsRevokedByTwo() {
    granted();
    events.add(CaseEvent.of(5, CaseEventKind.CLOSED, at(8), "close", null, null));
    assertEquals(CaseState.GRANTED, standing().state());
    events.add(PromiseEvents.revoked(standing(), at(9), CLERK, SECOND, "承诺不实"));
    assertEquals(CaseState.REVOKED, standing().state());
    assertFalse(standing().state().open());
    assertEquals("b", events.get(events.size() - 1).confirmedBy().account());
    assertEquals(
        List.of(CaseAction.REOPEN),
        CaseRules.possible(standing()).stream().map(Possible::action).toList(),
        "only a review can annul it");
  }

  @Test
  void whatWasGrantedAndNotIssuedYetIsRevokedTheSameWay() {
    granted();
    assertTrue(standing().state().open());
    events.add(PromiseEvents.revoked(standing(), at(9), CLERK, SECOND, "承诺不实"));
    assertEquals(CaseState.REVOKED, standing().state());
    assertEquals(List.of(), standing().live());
  }
}
