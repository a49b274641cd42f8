package org.sunlit.document.rules;

import org.sunlit.calendar.Statutes;

/** What the applicant is told when a hearing, an expert review or a publication begins. */
final class StepNotices {
  private StepNotices() {}

  static void hearing(Writing text, CaseAct act) {
    Matter matter = act.matter();
    text.paragraph(
        matter.you()
            + "申请的“"
            + matter.itemName()
            + "”依法进入听证环节。"
            + matter.you()
            + "有权参加听证、申请主持人回避、进行申辩和质证，不承担组织听证的费用。",
        "A hearing is to be held by law on your application for “"
            + matter.english()
            + "”. You may take part, ask for another chair, argue and question the evidence, and"
            + " bear none of its cost.");
    common(text, act);
    text.paragraph(
        "本机关将于举行听证的七日前另行通知时间、地点。", "Time and place will be told seven days before the hearing.");
    if (matter.licence()) {
      text.ground(Laws.HEARING).ground(Laws.HEARING_PLACE);
    }
    timeNotCounted(text, act);
  }

  static void expertReview(Writing text, CaseAct act) {
    Matter matter = act.matter();
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”依法需要组织专家评审，现将有关事项书面告知如下：",
        "Your application for “" + matter.english() + "” has to be reviewed by experts:");
    common(text, act);
    timeNotCounted(text, act);
  }

  static void publicNotice(Writing text, CaseAct act) {
    Matter matter = act.matter();
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”进入公示环节。公示期间，任何单位和个人可以向本机关提出异议。",
        "Your application for “"
            + matter.english()
            + "” is published for comment. Until it ends anybody may object at this unit.");
    common(text, act);
    timeNotCounted(text, act);
  }

  private static void common(Writing text, CaseAct act) {
    BegunStep step = act.begun();
    text.caseNumber(act.matter());
    text.fact("环节", "Step", step.name(), step.nameEn());
    text.fact("开始日期", "Begins on", ChineseDates.day(act.at()));
    if (step.limit() != null) {
      text.fact("所需时间", "Time needed", Writing.zh(step.limit()), Writing.en(step.limit()));
    }
    text.words("说明", "Remarks", act.reason());
    if (step.excludedBy() == null) {
      text.fact("是否计入办理期限", "Counted in the limit", "计入", "yes");
    } else {
      text.fact(
          "是否计入办理期限",
          "Counted in the limit",
          "不计入（" + step.excludedBy() + "）",
          "no (" + step.excludedBy() + ")");
    }
  }

  private static void timeNotCounted(Writing text, CaseAct act) {
    String excludedBy = act.begun().excludedBy();
    if (excludedBy != null && excludedBy.contains(Statutes.TIME_NOT_COUNTED.article())) {
      text.ground(Statutes.TIME_NOT_COUNTED);
    }
  }
}
