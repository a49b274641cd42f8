package org.sunlit.supervision.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happens outside the steps of cases, told as the rooms tell the journal. */
final class OutsideLife {
  private static final String SCREENED_BY = "2024-03-05T23:59:59";
  private static final String ANSWERED_BY = "2024-03-05T23:59:59";

  private OutsideLife() {}

  /** Each rule with a life that breaks it and one that comes near. */
  static Stream<RulesTest.Row> rows() {
    return Stream.of(
        row(
            "complaint.unscreened",
            life -> received(life, SCREENED_BY),
            life -> screened(received(life, SCREENED_BY), "2024-03-25T23:59:59")),
        new RulesTest.Row(
            "complaint.soon",
            life -> inHand(life, "2024-03-11T23:59:59").at("2024-03-08T00:00:01"),
            life -> inHand(life, "2024-03-11T23:59:59").at("2024-03-07T23:59:59"),
            null),
        row(
            "complaint.late",
            // Passing it on moves nothing.
            life -> passedOn(inHand(life, ANSWERED_BY), ANSWERED_BY),
            life -> extended(inHand(life, ANSWERED_BY), "2024-03-12T23:59:59")),
        row(
            "seal.without-document",
            life -> sealed(RulesTest.accepted(life), null),
            life -> sealed(RulesTest.accepted(life), "accepted")),
        row(
            "document.unsealed",
            life -> issued(RulesTest.accepted(life), false),
            life -> issued(RulesTest.accepted(life), true)),
        row("rating.coerced", life -> marked(life, 20, 5), life -> marked(life, 20, 4)),
        row("window.unattended", life -> unattended(life, 30), life -> unattended(life, 29)));
  }

  private static RulesTest.Row row(
      String rule,
      java.util.function.UnaryOperator<CaseLife> broken,
      java.util.function.UnaryOperator<CaseLife> near) {
    return new RulesTest.Row(rule, broken, near, "2024-03-06T08:00:00");
  }

  static CaseLife received(CaseLife life, String due) {
    return complaint(life, "received", "received", clock("screening", due));
  }

  static CaseLife screened(CaseLife life, String due) {
    return complaint(life.at("2024-03-04T10:00:00"), "screened", "screened", clock("reply", due));
  }

  static CaseLife inHand(CaseLife life, String due) {
    Map<String, Object> told = clock("reply", due);
    told.put("handler", "handler");
    return complaint(
        screened(received(life, SCREENED_BY), due).at("2024-03-04T11:00:00"),
        "takenUp",
        "inHand",
        told);
  }

  static CaseLife passedOn(CaseLife life, String due) {
    return complaint(
        life.at("2024-03-05T11:00:00"), "transferred", "assigned", clock("reply", due));
  }

  static CaseLife extended(CaseLife life, String due) {
    return complaint(
        life.at("2024-03-05T12:00:00"), "extensionGranted", "inHand", clock("reply", due));
  }

  static CaseLife recounted(CaseLife life, String due) {
    return complaint(life, "recounted", "inHand", clock("reply", due));
  }

  /** From the answer on it is the writer's turn. */
  static CaseLife replied(CaseLife life, String at) {
    return complaint(life.at(at), "replied", "replied", clock("rating", "2024-03-20T23:59:59"));
  }

  static CaseLife sealed(CaseLife life, String act) {
    return life.tells("document.sealed", "clerk", Map.of("paper", paper(act, true)));
  }

  static CaseLife issued(CaseLife life, boolean sealed) {
    return life.tells("document.issued", "clerk", Map.of("paper", paper("accepted", sealed)));
  }

  static CaseLife marked(CaseLife life, int ratings, int signed) {
    return life.tells(
        "ratings.marked",
        null,
        placed(Map.of("marked", Map.of("month", "2024-02", "ratings", ratings, "signed", signed))));
  }

  static CaseLife unattended(CaseLife life, int minutes) {
    return life.tells(
        "window.unattended",
        null,
        placed(
            Map.of(
                "unattended",
                Map.of(
                    "account",
                    "clerk",
                    "post",
                    "window",
                    "window",
                    "综合窗口",
                    "since",
                    CaseLife.instant("2024-03-04T09:00:00").toString(),
                    "minutes",
                    minutes))));
  }

  private static Map<String, Object> paper(String act, boolean sealed) {
    Map<String, Object> paper = new HashMap<>();
    paper.put("number", "测许受〔2024〕1号");
    paper.put("title", "受理通知书");
    paper.put("titleEn", "Notice of acceptance");
    paper.put("act", act);
    paper.put("sealed", sealed);
    return paper;
  }

  private static Map<String, Object> clock(String what, String due) {
    Map<String, Object> told = new HashMap<>();
    told.put("clock", what);
    told.put("dueAt", CaseLife.instant(due).toString());
    told.put(
        "before", due.startsWith("2024-03-11") ? List.of("2024-03-08", "2024-03-07") : List.of());
    return told;
  }

  private static CaseLife complaint(
      CaseLife life, String kind, String state, Map<String, Object> more) {
    Map<String, Object> told = placed(more);
    told.put("state", state);
    return life.tells("complaint." + kind, null, told);
  }

  private static Map<String, Object> placed(Map<String, Object> more) {
    Map<String, Object> told = new HashMap<>(more);
    told.put("departmentCode", "tst");
    told.put("regionCode", "990100000000");
    return told;
  }
}
