package org.sunlit.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.casework.rules.CaseChange;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.DefinitionMove;
import org.sunlit.casework.rules.Handler;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.statistics.Tally.Prediction;
import org.sunlit.statistics.Tally.Settlement;
import org.sunlit.statistics.rules.Expectation;

/** A case goes from the flow of four steps to one with another step in the place of the review. */
class MovedCaseTest {
  private static final String NUMBER = "20240304-000001-0";
  private static final Instant BEGIN = Instant.parse("2024-03-04T01:00:00Z");
  private static final Handler CLERK = new Handler("clerk", "李明", null, "window", "窗口", null);
  private static final ItemInForce FORMER = SyntheticCase.ITEM;
  private static final ItemInForce NEXT = examined();
  private static final CaseChange MOVE =
      new CaseChange(
          null,
          null,
          null,
          new DefinitionMove(
              FORMER.versionId(),
              1,
              NEXT.versionId(),
              2,
              Map.of(
                  "submit", "submit", "accept", "accept", "review", "examine", "approve", "approve",
                  "close", "close")));

  private static final List<CaseEvent> EVENTS =
      List.of(
          event(1, CaseEventKind.SUBMITTED, 0, "submit", "accept", Handler.APPLICANT, null),
          event(2, CaseEventKind.ACCEPTED, 1, "accept", "review", CLERK, null),
          event(3, CaseEventKind.MIGRATED, 8, "examine", null, CLERK, MOVE),
          event(4, CaseEventKind.ADVANCED, 9, "examine", "approve", CLERK, null),
          event(5, CaseEventKind.DECIDED, 10, "approve", "close", CLERK, null),
          event(6, CaseEventKind.CLOSED, 11, "close", null, CLERK, null));

  private static ItemInForce examined() {
    String flow =
        FlowJson.write(FORMER.flow())
            .replaceAll("\"(id|from|to)\"\\s*:\\s*\"review\"", "\"$1\":\"examine\"");
    return new ItemInForce(
        new UUID(2, 1),
        2,
        FORMER.code(),
        FORMER.name(),
        null,
        FORMER.category(),
        FORMER.department(),
        FORMER.regionCode(),
        null,
        FORMER.status(),
        FORMER.effectiveFrom(),
        null,
        FORMER.handling(),
        null,
        FORMER.promisedLimit(),
        null,
        null,
        List.of(),
        List.of(),
        new UUID(2, 2),
        FORMER.flowOrigin(),
        FlowJson.read(flow),
        null);
  }

  private static CaseEvent event(
      int number,
      CaseEventKind kind,
      int day,
      String step,
      String to,
      Handler by,
      CaseChange change) {
    return new CaseEvent(
        number,
        kind,
        BEGIN.plus(Duration.ofDays(day)),
        step,
        to,
        to == null ? null : "pass",
        by,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        change);
  }

  /** Every step of both flows was left by cases that were closed within thirty days. */
  private static Tally tally() {
    Map<StepKey, Expectation> expectations = new HashMap<>();
    for (ItemInForce item : List.of(FORMER, NEXT)) {
      item.flow()
          .steps()
          .forEach(
              step -> {
                Expectation expectation = new Expectation();
                expectation.closed(30, 20);
                expectations.put(CaseMoment.key(item, step.id()), expectation);
              });
    }
    Tally tally = new Tally(expectations);
    for (CaseEvent event : EVENTS) {
      tally.add(
          CaseMoment.of(
              NUMBER,
              Map.of(FORMER.versionId(), FORMER, NEXT.versionId(), NEXT),
              (event.number() < 3 ? FORMER : NEXT).versionId(),
              EVENTS,
              event,
              CaseMoment.clock(NEXT, CalendarFixtures.SHIPPED)));
    }
    return tally;
  }

  @Test
  void leavesNoPredictionUnsettled() {
    Tally tally = tally();
    Map<String, Settlement> settled =
        tally.settlements().stream()
            .collect(Collectors.toMap(Settlement::stepId, Function.identity()));
    List<String> predicted = tally.predictions().stream().map(Prediction::stepId).toList();

    assertEquals(List.of("accept", "review", "approve", "close"), predicted);
    predicted.forEach(step -> assertNotNull(settled.get(step), step));
    assertNull(settled.get("review").days(), "nothing can be said of a step that was moved away");
    assertEquals(
        BEGIN.plus(Duration.ofDays(8)), settled.get("review").at().toInstant(), "at the move");
    assertEquals(
        9, settled.get("accept").days(), "from Monday, which doesn't count, to Friday week");
  }

  /** What was said when it came to a step was said then, and not again when its flow changed. */
  @Test
  void predictsNothingForAStepItWasInAlready() {
    assertEquals(
        0, tally().predictions().stream().filter(one -> one.stepId().equals("examine")).count());
  }
}
