package org.sunlit.document.rules;

import org.sunlit.calendar.LegalBasis;

/** What is put in writing of what was promised: what came late, and what was taken back. */
final class LateNotices {
  /** 行政许可法第六十九条第一款第四项、第五项. */
  private static final LegalBasis REVOCATION =
      new LegalBasis(
          "中华人民共和国行政许可法",
          "Administrative Licence Law",
          "第六十九条第一款第四项、第五项",
          "art. 69(1)(4) and (5)",
          "有下列情形之一的，作出行政许可决定的行政机关或者其上级行政机关，根据利害关系人的请求或者依据职权，可以撤销行政许可："
              + "……（四）对不具备申请资格或者不符合法定条件的申请人准予行政许可的；（五）依法可以撤销行政许可的其他情形。",
          "The authority that granted a licence, or the one above it, may revoke it at the request of"
              + " those concerned or of its own motion where … (4) the applicant is not entitled or"
              + " doesn't meet the conditions set by law; (5) in other cases in which the law allows"
              + " it.");

  private LateNotices() {}

  static void receipt(Writing text, CaseAct act) {
    Matter matter = act.matter();
    String day = ChineseDates.digits(act.at());
    text.paragraph(
        matter.you() + "于" + day + "按承诺后补的“" + matter.itemName() + "”下列材料已收到：",
        "The following materials, promised to come late for the application"
            + matter.about()
            + ", were received on "
            + act.isoDay()
            + ":");
    act.pieces().forEach(piece -> text.item(piece.name(), piece.english()));
    text.caseNumber(matter);
    text.paragraph(
        "本凭证证明收到上述材料，不代表材料已经审查合格。",
        "This receipt proves that the materials were received; it does not mean that they have been"
            + " found right.");
  }

  static void revocation(Writing text, CaseAct act, IssuingUnit unit) {
    Matter matter = act.matter();
    boolean licence = matter.licence();
    text.paragraph(
        matter.you()
            + "申请的“"
            + matter.itemName()
            + "”是以承诺的方式准予的。因承诺未履行或者不属实，决定撤销该"
            + (licence ? "行政许可。" : "决定。"),
        "What you asked for with “"
            + matter.english()
            + "” was granted on a promise. Because it was not kept or not true, what was granted is"
            + " revoked.");
    text.caseNumber(matter);
    text.words("理由", "Reasons", act.reason());
    text.fact("复核", "Confirmed", "已由第二人复核", "by a second person");
    if (licence) {
      text.ground(REVOCATION);
    }
    text.remedies(unit);
  }
}
