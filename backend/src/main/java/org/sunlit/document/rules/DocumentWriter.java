package org.sunlit.document.rules;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.calendar.Statutes;

/** Writes what a document says, from the facts of its act. */
public final class DocumentWriter {
  private final CaseAct act;
  private final Matter matter;
  private final IssuingUnit unit;
  private final Writing text = new Writing();

  private DocumentWriter(CaseAct act, IssuingUnit unit) {
    this.act = act;
    this.matter = act.matter();
    this.unit = unit;
  }

  /**
   * The text of a document.
   *
   * @param delivered for a proof of delivery, the documents it is about; ignored by the others
   */
  public static DocumentText write(
      DocumentKind kind, CaseAct act, IssuingUnit unit, List<UUID> delivered) {
    DocumentWriter writer = new DocumentWriter(act, unit);
    writer.write(kind, delivered);
    return new DocumentText(act.matter().addressee(), writer.text.blocks());
  }

  private void write(DocumentKind kind, List<UUID> delivered) {
    switch (kind) {
      case RECEIPT -> receipt();
      case CORRECTION -> correction();
      case ORIGINALS -> originals();
      case REOPENING -> reopening(delivered);
      case ACCEPTANCE -> acceptance();
      case NON_ACCEPTANCE -> nonAcceptance();
      case PAUSE -> pause();
      case RESUMPTION -> resumption();
      case EXTENSION -> extension();
      case HEARING -> StepNotices.hearing(text, act);
      case EXPERT_REVIEW -> StepNotices.expertReview(text, act);
      case PUBLIC_NOTICE -> StepNotices.publicNotice(text, act);
      case GRANT -> grant();
      case REFUSAL -> refusal();
      case TERMINATION -> termination();
      case DELIVERY -> delivery(delivered);
      case REVOCATION -> LateNotices.revocation(text, act, unit);
    }
    places(kind);
  }

  /** Where it was handed in or is collected, and who acted for the unit by its letter (委托办理). */
  private void places(DocumentKind kind) {
    CasePlaces places = act.places();
    if (kind == DocumentKind.RECEIPT && places.takenIn() != null) {
      text.fact("收件地点", "Taken in at", places.takenIn().name(), places.takenIn().english());
    }
    if (kind == DocumentKind.GRANT && places.collect() != null) {
      text.fact("领取地点", "Collect at", places.collect().name(), places.collect().english());
    }
    if (places.actor() != null) {
      text.fact(
          "代办单位",
          "Handled on behalf of this unit by",
          places.actor().name() + "（受" + unit.name() + "委托，授权书" + places.letter() + "）",
          places.actor().english()
              + " (for "
              + unit.english()
              + ", by letter of authority "
              + places.letter()
              + ")");
    }
  }

  private void receipt() {
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
              + about()
              + " of "
              + isoDay()
              + " has been received, without materials.");
    } else {
      text.paragraph(
          matter.you() + "于" + day + what + "提交的下列材料已收到：",
          "The following materials, handed in on "
              + isoDay()
              + " for "
              + (first ? "the application" : "the correction of the application")
              + about()
              + ", have been received:");
      act.pieces().forEach(piece -> text.item(piece.name(), english(piece)));
    }
    caseNumber();
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

  private void correction() {
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，经审查，申请材料不齐全或者不符合法定形式。现将需要补正的全部内容一次告知如下：",
        "Your application"
            + about()
            + " is incomplete or not in due form. Everything to be corrected is listed here, once:");
    act.pieces().forEach(piece -> text.item(missing(piece), missingEnglish(piece)));
    caseNumber();
    text.words("说明", "Remarks", act.reason());
    text.paragraph(
        "请通过办件查询页面或者受理窗口一并提交。收到补正材料后，受理期限重新计算。",
        "Please hand everything in together on the tracking page or at the window. The time for"
            + " acceptance begins anew when it has been received.");
    if (matter.licence()) {
      text.ground(Statutes.CORRECTION);
    }
  }

  private void originals() {
    text.paragraph(
        matter.you()
            + "在线提交的“"
            + matter.itemName()
            + "”申请已经预审。请携带下列材料的原件到受理窗口核验，原件核验后申请材料即齐全、符合法定形式：",
        "Your online application"
            + about()
            + " has been pre-reviewed. Please bring the originals of the following to the window;"
            + " with them the application is complete and in due form:");
    act.pieces().forEach(piece -> text.item(missing(piece), missingEnglish(piece)));
    caseNumber();
    text.words("说明", "Remarks", act.reason());
    text.paragraph(
        "上述内容为一次性告知的全部内容。收验原件之日起，受理期限重新计算。",
        "This is everything that is needed, told once. The time for acceptance begins anew on the"
            + " day the originals are seen.");
    if (matter.licence()) {
      text.ground(Statutes.CORRECTION);
    }
  }

  private void reopening(List<UUID> former) {
    Reopening reopening = act.reopening();
    text.paragraph(
        "根据"
            + reopening.authority()
            + "于"
            + ChineseDates.digits(reopening.decidedOn())
            + "作出的"
            + reopening.decision()
            + "（"
            + reopening.documentNumber()
            + "），"
            + matter.you()
            + "申请的“"
            + matter.itemName()
            + "”由本机关重新办理。",
        "By the "
            + reopening.decisionEn()
            + " of "
            + reopening.authority()
            + " ("
            + reopening.documentNumber()
            + ", "
            + reopening.decidedOn()
            + ") your application"
            + about()
            + " is handled again.");
    caseNumber();
    text.fact(
        "原决定",
        "The former decision",
        reopening.withdrawsFormer() ? "自本通知作出之日起撤回，不再有效" : "继续有效",
        reopening.withdrawsFormer() ? "is withdrawn and no longer valid" : "is kept");
    former.forEach(id -> text.document("原决定文书", "The former decision", id));
    text.words("理由", "Reasons", act.reason());
    text.fact("重新计算期限的起算日期", "The time counts from", reopening.clockFrom());
    text.fact("办结日期", "To be completed by", act.due());
  }

  private void acceptance() {
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式，决定予以受理。",
        "Your application"
            + about()
            + " is within the powers of this unit, complete and in due form. It is accepted.");
    caseNumber();
    text.fact("受理日期", "Accepted on", ChineseDates.day(act.at()));
    text.fact("承诺办结日期", "To be completed by", act.due());
    if (matter.licence()) {
      text.ground(Laws.ACCEPTANCE).ground(Laws.VOUCHER);
    }
    itemBases();
  }

  private void nonAcceptance() {
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，经审查，决定不予受理。",
        "Your application" + about() + " has been examined and is not accepted.");
    caseNumber();
    text.words("理由", "Reasons", act.reason());
    if (matter.licence()) {
      text.ground(Laws.NON_ACCEPTANCE).ground(Laws.VOUCHER);
    }
    itemBases();
    text.remedies(unit);
  }

  private void pause() {
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
            + about()
            + " stands still from "
            + isoDay()
            + " for: "
            + act.groundEn()
            + ". The time it takes is not counted.");
    caseNumber();
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

  private void resumption() {
    String day = ChineseDates.digits(act.at());
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，暂停计时的事由已经消除，自" + day + "起恢复计算办理期限。",
        "The ground for which the clock of your application"
            + about()
            + " stood still is gone. It runs again from "
            + isoDay()
            + ".");
    caseNumber();
    text.fact("原暂停事由", "It stood still for", act.ground(), act.groundEn());
    if (act.pausedAt() != null) {
      text.fact("暂停起始日期", "It stood still from", ChineseDates.day(act.pausedAt()));
    }
    text.words("说明", "Remarks", act.reason());
    text.fact("顺延后的办结日期", "The new last day", act.due());
  }

  private void extension() {
    text.paragraph(
        matter.you() + "申请的“" + matter.itemName() + "”，在规定期限内不能作出决定，经本机关负责人批准，延长办理期限。",
        "No decision on your application"
            + about()
            + " can be made within its limit. With the approval of the head of this unit the limit is extended.");
    caseNumber();
    text.words("延长期限的理由", "Reasons", act.reason());
    text.fact("延长后的办结日期", "The new last day", act.due());
    if (matter.licence()) {
      text.ground(Statutes.DECISION);
    }
  }

  private void grant() {
    boolean service = matter.procedure() == Procedure.SERVICE;
    text.paragraph(
        matter.you()
            + "申请的“"
            + matter.itemName()
            + "”，"
            + (service ? "已经办结。" : "经审查，符合法定条件、标准，决定准予" + (matter.licence() ? "行政许可。" : "办理。")),
        "Your application"
            + about()
            + (service
                ? " has been completed."
                : " has been examined. It meets the conditions and standards set by law and is granted."));
    caseNumber();
    text.fact(
        "办理结果",
        "What you get",
        matter.result(),
        matter.resultEn() == null ? matter.result() : matter.resultEn());
    text.words("说明", "Remarks", act.reason());
    if (matter.licence()) {
      text.ground(Laws.GRANT).ground(Statutes.DELIVERY);
    }
    itemBases();
  }

  private void refusal() {
    text.paragraph(
        matter.you()
            + "申请的“"
            + matter.itemName()
            + "”，经审查，决定不予"
            + (matter.licence() ? "行政许可。" : "办理。"),
        "Your application" + about() + " has been examined and is not granted.");
    caseNumber();
    text.words("理由", "Reasons", act.reason());
    if (matter.licence()) {
      text.ground(Laws.REFUSAL);
    }
    itemBases();
    text.remedies(unit);
  }

  private void termination() {
    String day = ChineseDates.digits(act.at());
    text.paragraph(
        matter.you() + "于" + day + "撤回“" + matter.itemName() + "”申请，本机关自该日起终止办理。",
        "You took back your application"
            + about()
            + " on "
            + isoDay()
            + ". It is no longer handled from that day.");
    caseNumber();
    text.words("撤回原因", "Why", act.reason());
    text.paragraph(
        "撤回不影响" + matter.you() + "以后再次提出申请。",
        "Taking it back does not keep you from applying again.");
  }

  private void delivery(List<UUID> delivered) {
    delivered.forEach(text::document);
    caseNumber();
    text.fact("事项名称", "Matter", matter.itemName(), matter.english());
    text.addressee("受送达人", "Delivered to");
    text.fact("送达机关", "Delivered by", unit.name(), unit.english());
    text.fact("可以查阅的日期", "Can be read online from", ChineseDates.day(act.at()));
    text.fact(
        "送达方式",
        "How",
        "□ 窗口领取　□ 邮寄　□ 电子送达　□ 其他：＿＿＿＿",
        "□ collected　□ by post　□ electronically　□ other: ____");
    text.fact(
        "收件人签名或者盖章", "Signed or sealed by the recipient", "　　　　　　　　　年　　月　　日", "date: ____________");
    text.fact("送达人签名", "Signed by who delivered it", "　　　　　　　　　年　　月　　日", "date: ____________");
  }

  private void itemBases() {
    if (!unit.bases().isEmpty()) {
      String citations =
          unit.bases().stream()
              .map(IssuingUnit.Basis::citation)
              .distinct()
              .collect(Collectors.joining("、"));
      text.fact("本事项的法定依据", "Legal basis of this matter", citations, citations);
    }
  }

  private void caseNumber() {
    text.fact("办件编号", "Case number", matter.caseNumber(), matter.caseNumber());
  }

  private String about() {
    return " for “" + matter.english() + "”";
  }

  private String isoDay() {
    return ChineseDates.day(act.at()).toString();
  }

  private static String english(Piece piece) {
    return piece.nameEn() == null ? piece.name() : piece.nameEn();
  }

  private static String missing(Piece piece) {
    return piece.name() == null ? piece.what() : piece.name() + "：" + piece.what();
  }

  private static String missingEnglish(Piece piece) {
    return piece.name() == null ? piece.what() : english(piece) + ": " + piece.what();
  }
}
