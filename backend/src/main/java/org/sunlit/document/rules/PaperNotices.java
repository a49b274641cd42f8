package org.sunlit.document.rules;

import org.sunlit.calendar.Statutes;

/** What the applicant is given for what was handed in, and told of what is still missing. */
final class PaperNotices {
  private PaperNotices() {}

  static void receipt(Writing text, CaseAct act) {
    Matter matter = act.matter();
    if (act.kind() == ActKind.LATE_MATERIALS) {
      LateNotices.receipt(text, act);
      return;
    }
    boolean first = act.kind() == ActKind.SUBMITTED;
    String day = ChineseDates.digits(act.at());
    boolean seen = act.kind() == ActKind.ORIGINALS_RECEIVED;
    String what =
        first
            ? "申请“" + matter.itemName() + "”"
            : (seen ? "就“" : "补正“") + matter.itemName() + (seen ? "”申请核验原件，" : "”申请");
    if (act.pieces().isEmpty()) {
      text.paragraph(
          matter.you() + "于" + day + "提交的" + what + "已收到，未随附材料。",
          "Your "
              + (first ? "application" : "correction")
              + matter.about()
              + " of "
              + act.isoDay()
              + " has been received, without materials.");
    } else {
      text.paragraph(
          matter.you() + "于" + day + what + "提交的下列材料已收到：",
          "The following materials, handed in on "
              + act.isoDay()
              + " for "
              + (first ? "the application" : "the correction of the application")
              + matter.about()
              + ", have been received:");
      act.pieces().forEach(piece -> text.item(piece.name(), piece.english()));
    }
    text.caseNumber(matter);
    if (matter.licence()) {
      text.fact("至迟告知是否受理的日期", "Told by when whether it is accepted", act.due());
    }
    text.paragraph(
        "本凭证证明收到上述申请或者材料，不代表已经受理。",
        "This receipt proves that the application or the materials were received; it does not mean"
            + " that the application has been accepted.");
    if (matter.licence()) {
      text.ground(Statutes.CORRECTION);
    }
  }

  static void correction(Writing text, CaseAct act) {
    Matter matter = act.matter();
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，经审查，申请材料不齐全或者不符合法定形式。现将需要补正的全部内容一次告知如下：",
        "Your application"
            + matter.about()
            + " is incomplete or not in due form. Everything to be corrected is listed here, once:");
    act.pieces().forEach(piece -> text.item(missing(piece), missingEnglish(piece)));
    text.caseNumber(matter);
    text.words("说明", "Remarks", act.reason());
    text.paragraph(
        "请通过办件查询页面或者受理窗口一并提交。收到补正材料后，受理期限重新计算。",
        "Please hand everything in together on the tracking page or at the window. The time for"
            + " acceptance begins anew when it has been received.");
    if (matter.licence()) {
      text.ground(Statutes.CORRECTION);
    }
  }

  static void originals(Writing text, CaseAct act) {
    Matter matter = act.matter();
    text.paragraph(
        matter.you()
            + "在线提交的“"
            + matter.itemName()
            + "”申请已经预审。请携带下列材料的原件到受理窗口核验，原件核验后申请材料即齐全、符合法定形式：",
        "Your online application"
            + matter.about()
            + " has been pre-reviewed. Please bring the originals of the following to the window;"
            + " with them the application is complete and in due form:");
    act.pieces().forEach(piece -> text.item(missing(piece), missingEnglish(piece)));
    text.caseNumber(matter);
    text.words("说明", "Remarks", act.reason());
    text.paragraph(
        "上述内容为一次性告知的全部内容。收验原件之日起，受理期限重新计算。",
        "This is everything that is needed, told once. The time for acceptance begins anew on the"
            + " day the originals are seen.");
    if (matter.licence()) {
      text.ground(Statutes.CORRECTION);
    }
  }

  private static String missing(Piece piece) {
    return piece.name() == null ? piece.what() : piece.name() + "：" + piece.what();
  }

  private static String missingEnglish(Piece piece) {
    return piece.name() == null ? piece.what() : piece.english() + ": " + piece.what();
  }
}
