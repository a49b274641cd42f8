package org.sunlit.document.rules;

import org.sunlit.calendar.Statutes;

/** What the applicant is told when the clock stands still, runs again, or is given more time. */
final class ClockNotices {
  private ClockNotices() {}

  static void pause(Writing text, CaseAct act) {
    Matter matter = act.matter();
    String day = ChineseDates.digits(act.at());
    text.paragraph(
        matter.you()
            + "申请的“"
            + matter.itemName()
            + "”，因"
            + act.ground()
            + "，自"
            + day
            + "起中止（暂停）计算办理期限，所需时间不计算在办理期限内。",
        "The clock of your application"
            + matter.about()
            + " stands still from "
            + act.isoDay()
            + " for: "
            + act.groundEn()
            + ". The time it takes is not counted.");
    text.caseNumber(matter);
    text.fact("事由", "Ground", act.ground(), act.groundEn());
    text.fact("依据", "Article", act.article(), act.article());
    text.words("事实和证据", "Facts and evidence", act.reason());
    if (act.by().confirmedBy() != null) {
      text.fact("复核", "Confirmed", "已由第二人复核", "by a second person");
    }
    text.paragraph(
        "所需时间以上述事由消除为止。事由消除后，本机关将出具恢复计时通知书，告知新的办结日期。",
        "It takes as long as the ground lasts. A notice will then say that the clock runs again and"
            + " name the new last day.");
    if (Statutes.TIME_NOT_COUNTED.citation().equals(act.article())) {
      text.ground(Statutes.TIME_NOT_COUNTED);
    }
  }

  static void resumption(Writing text, CaseAct act) {
    Matter matter = act.matter();
    String day = ChineseDates.digits(act.at());
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，暂停计时的事由已经消除，自" + day + "起恢复计算办理期限。",
        "The ground for which the clock of your application"
            + matter.about()
            + " stood still is gone. It runs again from "
            + act.isoDay()
            + ".");
    text.caseNumber(matter);
    text.fact("原暂停事由", "It stood still for", act.ground(), act.groundEn());
    if (act.pausedAt() != null) {
      text.fact("暂停起始日期", "It stood still from", ChineseDates.day(act.pausedAt()));
    }
    text.words("说明", "Remarks", act.reason());
    text.fact("顺延后的办结日期", "The new last day", act.due());
  }

  static void extension(Writing text, CaseAct act) {
    Matter matter = act.matter();
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，在规定期限内不能作出决定，经本机关负责人批准，延长办理期限。",
        "No decision on your application"
            + matter.about()
            + " can be made within its limit. With the approval of the head of this unit the limit is extended.");
    text.caseNumber(matter);
    text.words("延长期限的理由", "Reasons", act.reason());
    text.fact("延长后的办结日期", "The new last day", act.due());
    if (matter.licence()) {
      text.ground(Statutes.DECISION);
    }
  }
}
