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
      case RECEIPT -> PaperNotices.receipt(text, act);
      case CORRECTION -> PaperNotices.correction(text, act);
      case ORIGINALS -> PaperNotices.originals(text, act);
      case REOPENING -> reopening(delivered);
      case ACCEPTANCE -> acceptance();
      case NON_ACCEPTANCE -> nonAcceptance();
      case PAUSE -> ClockNotices.pause(text, act);
      case RESUMPTION -> ClockNotices.resumption(text, act);
      case EXTENSION -> ClockNotices.extension(text, act);
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
            + matter.about()
            + " is handled again.");
    text.caseNumber(matter);
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
            + matter.about()
            + " is within the powers of this unit, complete and in due form. It is accepted.");
    text.caseNumber(matter);
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
        "Your application" + matter.about() + " has been examined and is not accepted.");
    text.caseNumber(matter);
    text.words("理由", "Reasons", act.reason());
    if (matter.licence()) {
      text.ground(Laws.NON_ACCEPTANCE).ground(Laws.VOUCHER);
    }
    itemBases();
    text.remedies(unit);
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
            + matter.about()
            + (service
                ? " has been completed."
                : " has been examined. It meets the conditions and standards set by law and is granted."));
    text.caseNumber(matter);
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
        "Your application" + matter.about() + " has been examined and is not granted.");
    text.caseNumber(matter);
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
            + matter.about()
            + " on "
            + act.isoDay()
            + ". It is no longer handled from that day.");
    text.caseNumber(matter);
    text.words("撤回原因", "Why", act.reason());
    text.paragraph(
        "撤回不影响" + matter.you() + "以后再次提出申请。",
        "Taking it back does not keep you from applying again.");
  }

  private void delivery(List<UUID> delivered) {
    delivered.forEach(text::document);
    text.caseNumber(matter);
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
}
