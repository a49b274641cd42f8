package org.sunlit.supervision.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlit.supervision.ShippedRules;

/** Each rule finds what it is for, and nothing in a case that comes near it. */
class RulesTest {
  private static final RuleBook BOOK = ShippedRules.book();

  /**
   * @param broken a case in which the rule is broken, and no other one
   * @param near a case like it in which no rule is
   * @param until when the clocks are looked at
   */
  record Row(
      String rule, UnaryOperator<CaseLife> broken, UnaryOperator<CaseLife> near, String until) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Row row(
      String rule, UnaryOperator<CaseLife> broken, UnaryOperator<CaseLife> near) {
    return new Row(rule, broken, near, "2024-03-06T08:00:00");
  }

  private static Row clock(
      String rule, UnaryOperator<CaseLife> life, String passed, String notYet) {
    return new Row(
        rule, each -> life.apply(each).at(passed), each -> life.apply(each).at(notYet), null);
  }

  static CaseLife accepted(CaseLife life) {
    return life.submitted().at("2024-03-04T10:00:00").accepted();
  }

  private static CaseLife reviewed(CaseLife life) {
    return accepted(life).at("2024-03-05T10:00:00").advanced();
  }

  private static CaseLife fee(CaseLife life, Map<String, Object> differing) {
    Map<String, Object> fee =
        new java.util.HashMap<>(
            Map.of(
                "feeCode",
                "F1",
                "quantities",
                List.of("3"),
                "fullFen",
                3000,
                "amountFen",
                3000,
                "items",
                List.of("TST-LIC-01"),
                "status",
                "inForce",
                "tariff",
                Map.of("kind", "perUnit", "amountFen", 1000)));
    fee.putAll(differing);
    return accepted(life)
        .tells("charge.assessed", "clerk", Map.of("billNumber", "B1", "fees", List.of(fee)));
  }

  private static CaseLife returnedTimes(CaseLife life, int times) {
    CaseLife last = reviewed(life);
    for (int time = 0; time < times; time++) {
      last =
          last.returned(Map.of())
              .goes("advanced", "review", "approve", CaseLife.REVIEWER, Map.of(), Map.of());
    }
    return last;
  }

  private static CaseLife pausedTimes(CaseLife life, int times) {
    CaseLife last = accepted(life);
    for (int time = 0; time < times; time++) {
      last = last.paused(Map.of()).resumed("2024-03-19T23:59:59");
    }
    return last;
  }

  private static CaseLife objected(CaseLife life) {
    return reviewed(life)
        .decided()
        .closed()
        .tells("credit.contested", null, Map.of("entry", "E", "day", "2024-03-20"));
  }

  static Stream<Row> rows() {
    return Stream.concat(ofCases(), OutsideLife.rows());
  }

  private static Stream<Row> ofCases() {
    return Stream.of(
        clock("answer.soon", CaseLife::submitted, "2024-03-08T00:00:01", "2024-03-07T23:59:59"),
        clock("answer.late", CaseLife::submitted, "2024-03-12T00:00:00", "2024-03-07T00:00:00"),
        clock("decision.soon", RulesTest::accepted, "2024-03-18T00:00:01", "2024-03-17T23:59:59"),
        clock("decision.late", RulesTest::accepted, "2024-03-20T00:00:00", "2024-03-17T00:00:00"),
        clock(
            "issuance.soon",
            life -> reviewed(life).due("2024-03-20T23:59:59").decided(),
            "2024-03-18T01:00:00",
            "2024-03-17T23:00:00"),
        clock(
            "issuance.late",
            life -> reviewed(life).due("2024-03-20T23:59:59").decided(),
            "2024-03-21T00:00:00",
            "2024-03-17T00:00:00"),
        clock(
            "step.late",
            life ->
                life.submitted()
                    .stepDue("2024-03-06T23:59:59")
                    .at("2024-03-04T10:00:00")
                    .accepted(),
            "2024-03-07T00:00:00",
            "2024-03-05T23:00:00"),
        clock(
            "pause.long",
            life -> accepted(life).paused(Map.of()),
            "2024-05-03T10:00:01",
            "2024-05-03T09:59:59"),
        clock("objection.late", RulesTest::objected, "2024-03-21T00:00:00", "2024-03-20T23:59:00"),
        row(
            "notice.instalments",
            life -> life.submitted().asks("M1").brings("M1").asks("M1", "M2"),
            life -> life.submitted().asks("M1", "M2").brings("M1").asks("M2")),
        row(
            "notice.repeated",
            life -> life.submitted().asks("M1").brings("M1").asks("M1").brings("M1").asks("M1"),
            life -> life.submitted().asks("M1").brings("M1").asks("M1")),
        row("notice.empty", life -> life.submitted().asks(), life -> life.submitted().asks("M1")),
        row(
            "notice.after-acceptance",
            life -> accepted(life).asks("M1"),
            life -> accepted(life.submitted().asks("M1").brings("M1"))),
        row(
            "material.unlisted",
            life -> life.submitted().asks("M1", "M9"),
            life -> life.submitted().asks("M1", null)),
        row(
            "refusal.unreasoned",
            life -> life.submitted().refused(Map.of("reasoned", false)),
            life -> life.submitted().refused(Map.of())),
        row(
            "refusal.complete",
            life -> life.submitted().asks("M1", "M2").brings("M1", "M2").refused(Map.of()),
            life -> life.submitted().asks("M1", "M2").brings("M1").refused(Map.of())),
        row(
            "acceptance.unlisted",
            life -> life.submitted(published("cancelled")),
            life -> life.submitted(published("inForce"))),
        row(
            "step.undrawn",
            life ->
                accepted(life)
                    .goes("advanced", "review", "issue", CaseLife.REVIEWER, Map.of(), Map.of()),
            RulesTest::reviewed),
        row(
            "step.out-of-turn",
            life ->
                accepted(life)
                    .goes("decided", "approve", "issue", CaseLife.APPROVER, Map.of(), Map.of()),
            life -> reviewed(life).decided()),
        row(
            "return.unreasoned",
            life -> reviewed(life).returned(Map.of("reasoned", false)),
            life -> reviewed(life).returned(Map.of())),
        row("return.repeated", life -> returnedTimes(life, 3), life -> returnedTimes(life, 2)),
        row(
            "decision.unaccepted",
            life ->
                life.submitted()
                    .goes("advanced", "accept", "review", CaseLife.WINDOW, Map.of(), Map.of())
                    .advanced()
                    .decided(),
            life -> reviewed(life).decided()),
        row(
            "pause.groundless",
            life -> accepted(life).paused(Map.of("ground", "correction")),
            life -> accepted(life).paused(Map.of("ground", "expertReview"))),
        row(
            "pause.last-day",
            life ->
                accepted(life.due(null))
                    .due("2024-03-05T23:59:59")
                    .at("2024-03-05T09:00:00")
                    .advanced()
                    .paused(Map.of()),
            life ->
                accepted(life)
                    .due("2024-03-06T23:59:59")
                    .at("2024-03-05T09:00:00")
                    .advanced()
                    .paused(Map.of())),
        row("pause.repeated", life -> pausedTimes(life, 3), life -> pausedTimes(life, 2)),
        row(
            "extension.repeated",
            life ->
                accepted(life)
                    .extended(5, "2024-03-26T23:59:59")
                    .extended(5, "2024-04-02T23:59:59"),
            life -> accepted(life).extended(5, "2024-03-26T23:59:59")),
        row(
            "extension.long",
            life -> accepted(life).extended(11, "2024-04-03T23:59:59"),
            life -> accepted(life).extended(10, "2024-04-02T23:59:59")),
        row(
            "duties.accepted-and-decided",
            life -> reviewed(life).decided(CaseLife.WINDOW, Map.of()),
            life -> reviewed(life).decided()),
        row(
            "duties.second-person",
            life ->
                accepted(life)
                    .paused(Map.of("confirmedBy", CaseLife.person(CaseLife.REVIEWER, null))),
            life -> accepted(life).paused(Map.of())),
        row(
            "duties.own-case",
            life -> applied(life, CaseLife.REVIEWER),
            life -> applied(life, "someone")),
        row(
            "authority.post",
            life ->
                accepted(life)
                    .goes(
                        "advanced",
                        "review",
                        "approve",
                        "other",
                        by("other", "window", null),
                        Map.of()),
            life ->
                accepted(life)
                    .goes(
                        "advanced",
                        "review",
                        "approve",
                        "other",
                        by("other", "window", "授〔2024〕1号"),
                        Map.of())),
        row(
            "authority.decision",
            life ->
                reviewed(life)
                    .goes(
                        "decided",
                        "approve",
                        "issue",
                        "other",
                        by("other", "township", "委〔2024〕1号"),
                        Map.of()),
            life ->
                reviewed(life)
                    .goes(
                        "decided",
                        "approve",
                        "issue",
                        "other",
                        by("other", "approver", "授〔2024〕1号"),
                        Map.of())),
        row(
            "risk.unconfirmed",
            life ->
                accepted(life)
                    .goes(
                        "advanced",
                        "review",
                        "approve",
                        CaseLife.REVIEWER,
                        Map.of("riskConfirmed", false),
                        Map.of()),
            RulesTest::reviewed),
        row(
            "charge.off-standard",
            life -> fee(life, Map.of("fullFen", 4000, "amountFen", 4000)),
            life -> fee(life, Map.of("exemption", "small", "amountFen", 1500))),
        row(
            "charge.unlisted",
            life -> fee(life, Map.of("status", "cancelled")),
            life -> fee(life, Map.of())),
        row(
            "charge.taken-more",
            life ->
                fee(life, Map.of())
                    .tells("charge.paid", null, Map.of("billNumber", "B1", "amountFen", 3001)),
            life ->
                fee(life, Map.of())
                    .tells("charge.paid", null, Map.of("billNumber", "B1", "amountFen", 3000))));
  }

  private static Map<String, Object> published(String status) {
    return Map.of(
        "published", Map.of("status", status, "licence", true, "materials", List.of("M1")));
  }

  private static Map<String, Object> by(String account, String post, String letter) {
    Map<String, Object> person = CaseLife.person(account, post);
    person.put("authorisation", letter);
    return Map.of("by", person);
  }

  private static CaseLife applied(CaseLife life, String account) {
    return life.goes(
            "submitted",
            "apply",
            "accept",
            null,
            Map.of("by", Map.of("account", account)),
            Map.of())
        .at("2024-03-04T10:00:00")
        .accepted()
        .advanced();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsWhatItIsForAndNothingElse(Row row) {
    assertEquals(List.of(row.rule()), found(row.broken(), row));
    assertEquals(List.of(), found(row.near(), row), "in a case that comes near it");
  }

  /** Late after a pause or an extension that came too late is late as well, so these have two. */
  @Test
  void findsThatAClockWasStoppedOrExtendedAfterItHadRunOut() {
    UnaryOperator<CaseLife> late = life -> accepted(life).at("2024-03-20T09:00:00");
    assertEquals(
        List.of("decision.late", "pause.after-late"),
        codes(late.apply(new CaseLife()).paused(Map.of()), "2024-03-20T10:00:00"));
    assertEquals(
        List.of("decision.late", "extension.after-late"),
        codes(
            late.apply(new CaseLife()).extended(5, "2024-03-26T23:59:59"), "2024-03-20T10:00:00"));
  }

  /** The day before there is no working day told, so the day itself it is. */
  @Test
  void remindsBeforeAStepIsLate() {
    CaseLife life = new CaseLife().submitted().stepDue("2024-03-07T23:59:59");
    accepted(life);
    assertEquals(List.of(), all(life, "2024-03-06T00:00:00"));
    assertEquals(List.of("step.soon"), all(life, "2024-03-06T00:00:01"));
  }

  @Test
  void findsAStepLateThatHasNoEnglishName() {
    CaseLife life = new CaseLife().onlyInChinese().submitted().stepDue("2024-03-06T23:59:59");
    accepted(life);
    assertEquals(List.of("step.late"), codes(life, "2024-03-07T00:00:00"));
  }

  /** What was decided in time and isn't done by the promised day is late by the promise. */
  @Test
  void holdsThePromisedLimitAfterTheDecisionToo() {
    assertEquals(
        List.of("decision.late"), codes(reviewed(new CaseLife()).decided(), "2024-03-20T00:00:00"));
  }

  @Test
  void triesEveryRule() {
    TreeSet<String> tried = rows().map(Row::rule).collect(Collectors.toCollection(TreeSet::new));
    tried.addAll(List.of("pause.after-late", "extension.after-late", "step.soon"));
    // Across cases: HandlerWatchTest.
    tried.addAll(List.of("pattern.hurried", "pattern.same-applicant", "pattern.turned-away"));
    assertEquals(BOOK.all().map(Rule::code).collect(Collectors.toCollection(TreeSet::new)), tried);
  }

  private static List<String> found(UnaryOperator<CaseLife> how, Row row) {
    CaseLife life = how.apply(new CaseLife());
    String until = row.until() == null ? life.now() : row.until();
    boolean reminds = row.rule().endsWith(".soon");
    return all(life, until).stream().filter(code -> reminds || !code.endsWith(".soon")).toList();
  }

  private static List<String> codes(CaseLife life, String until) {
    return all(life, until).stream().filter(code -> !code.endsWith(".soon")).toList();
  }

  private static List<String> all(CaseLife life, String until) {
    CaseWatch watch = new CaseWatch(BOOK);
    CasePicture picture = new CasePicture(CaseLife.NUMBER);
    List<Verdict> verdicts = new ArrayList<>();
    life.events().forEach(event -> verdicts.addAll(watch.follow(picture, event)));
    verdicts.addAll(watch.expire(picture, CaseLife.instant(until)));
    return verdicts.stream().map(verdict -> ((Verdict.Found) verdict).rule().code()).toList();
  }
}
