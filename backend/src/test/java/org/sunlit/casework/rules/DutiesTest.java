package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.sunlit.casework.rules.CaseAction.ACCEPT;
import static org.sunlit.casework.rules.CaseAction.ADVANCE;
import static org.sunlit.casework.rules.CaseAction.CLOSE;
import static org.sunlit.casework.rules.CaseAction.DECIDE;
import static org.sunlit.casework.rules.CaseAction.PAUSE;
import static org.sunlit.casework.rules.CaseAction.REFUSE;
import static org.sunlit.casework.rules.CaseAction.REQUEST_CORRECTION;
import static org.sunlit.casework.rules.CaseAction.RESUME;
import static org.sunlit.casework.rules.CaseAction.RETURN;
import static org.sunlit.casework.rules.CaseAction.SUPPLEMENT;
import static org.sunlit.casework.rules.CaseAction.WITHDRAW;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.StandardFlows;

class DutiesTest {
  private static final String DAY = "2026-03-02T09:00:00";
  private static final Hand ACCEPTOR = Hand.of(Story.CLERK);
  private static final Hand COLLEAGUE = Hand.of(Story.LEADER);
  private static final Hand SUPERVISOR = new Hand(Story.LEADER, true, false);
  private static final Hand APPLICANT_AMONG_THE_STAFF = new Hand(Story.LEADER, false, true);
  private static final List<CaseAction> STAFFS =
      Stream.of(CaseAction.values()).filter(action -> !action.byApplicant()).toList();

  private static Story accepted() {
    return Story.submitted(StandardFlows.of("licence"), DAY).does(ACCEPT, DAY);
  }

  private record Row(String who, Hand hand, CaseAction action, String outcome, Bar bar) {}

  @TestFactory
  Stream<DynamicTest> keepsDutiesApart() {
    Stream<Row> acceptor =
        Stream.of(
            new Row("the acceptor", ACCEPTOR, DECIDE, FlowEdge.PASS, Bar.ACCEPTED_IT),
            new Row("the acceptor", ACCEPTOR, DECIDE, FlowEdge.REJECT, Bar.ACCEPTED_IT),
            new Row("the acceptor", ACCEPTOR, DECIDE, null, Bar.ACCEPTED_IT),
            new Row("the acceptor", ACCEPTOR, ADVANCE, FlowEdge.REJECT, Bar.ACCEPTED_IT),
            new Row("the acceptor", ACCEPTOR, ADVANCE, null, null),
            new Row("the acceptor", ACCEPTOR, ADVANCE, "hearing", null),
            new Row("the acceptor", ACCEPTOR, RETURN, null, null),
            new Row("the acceptor", ACCEPTOR, PAUSE, null, null),
            new Row("the acceptor", ACCEPTOR, RESUME, null, null),
            new Row("the acceptor", ACCEPTOR, CLOSE, null, null));
    Stream<Row> others =
        STAFFS.stream()
            .flatMap(
                action ->
                    Stream.of(
                        new Row("a colleague", COLLEAGUE, action, null, null),
                        new Row("a supervisor", SUPERVISOR, action, null, Bar.SUPERVISES),
                        new Row(
                            "the applicant among the staff",
                            APPLICANT_AMONG_THE_STAFF,
                            action,
                            null,
                            Bar.OWN_CASE)));
    Stream<Row> applicants =
        Stream.of(SUPPLEMENT, WITHDRAW)
            .map(action -> new Row("the applicant", Hand.APPLICANT, action, null, null));
    return Stream.of(acceptor, others, applicants)
        .flatMap(rows -> rows)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.who() + " and " + row.action().code() + " " + row.outcome(),
                    () ->
                        assertEquals(
                            Optional.ofNullable(row.bar()),
                            Duties.bar(
                                accepted().standing(), row.action(), row.outcome(), row.hand()))));
  }

  @Test
  void whoAcceptedMayStillRefuseToAcceptBeforeThat() {
    Standing submitted = Story.submitted(StandardFlows.of("licence"), DAY).standing();
    for (CaseAction action : List.of(ACCEPT, REFUSE, REQUEST_CORRECTION)) {
      assertEquals(Optional.empty(), Duties.bar(submitted, action, null, ACCEPTOR));
    }
  }

  @Test
  void nobodyAcceptedWhatTheAuthorityItselfSetGoing() {
    Standing exOfficio = Story.submitted(Story.demoFlow("st-project"), DAY).standing();
    assertEquals(Optional.empty(), Duties.bar(exOfficio, DECIDE, null, ACCEPTOR));
  }

  @Test
  void theDeciderSaysWhoElseHasToAndChangesNothing() {
    Story story = accepted().does(ADVANCE, DAY);
    Ruling.Barred barred =
        assertInstanceOf(Ruling.Barred.class, story.by(ACCEPTOR).rule(Story.granting(true), DAY));
    assertEquals(Bar.ACCEPTED_IT, barred.bar());
    assertInstanceOf(Ruling.Done.class, story.by(COLLEAGUE).rule(Story.granting(true), DAY));
  }

  @Test
  void whatIsImpossibleIsSaidBeforeWhoMayNot() {
    assertInstanceOf(
        Ruling.Impossible.class, accepted().by(SUPERVISOR).rule(Story.granting(true), DAY));
  }

  @TestFactory
  Stream<DynamicTest> twoPersonsAreNeverOne() {
    record Second(String who, Hand hand, Bar bar) {}
    return Stream.of(
            new Second("a colleague", COLLEAGUE, null),
            new Second("whoever asked", ACCEPTOR, Bar.ASKED_FOR_IT),
            new Second("nobody", Hand.APPLICANT, Bar.ASKED_FOR_IT),
            new Second("a supervisor", SUPERVISOR, Bar.SUPERVISES),
            new Second("the applicant", APPLICANT_AMONG_THE_STAFF, Bar.OWN_CASE))
        .map(
            second ->
                DynamicTest.dynamicTest(
                    second.who(),
                    () ->
                        assertEquals(
                            Optional.ofNullable(second.bar()),
                            Duties.fromConfirming(second.hand(), Story.CLERK))));
  }
}
