package org.sunlit.document.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.calendar.LegalBasis;
import org.sunlit.calendar.Limit;

/** A document's text while it is written, block after block. */
final class Writing {
  private final List<Block> blocks = new ArrayList<>();

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  Writing paragraph(String text, String textEn) {
    return add(new Block(Block.Kind.PARAGRAPH, null, null, text, textEn, null));
  }

  Writing item(String text, String textEn) {
    return add(new Block(Block.Kind.ITEM, null, null, text, textEn, null));
  }

  /** A fact, left out when there is nothing to say. */
  Writing fact(String label, String labelEn, String text, String textEn) {
    return text == null
        ? this
        : add(new Block(Block.Kind.FACT, label, labelEn, text, textEn, null));
  }

  /** A fact in somebody's own words, which nobody has translated. */
  Writing words(String label, String labelEn, String said) {
    return fact(label, labelEn, said, said);
  }

  Writing fact(String label, String labelEn, LocalDate day) {
    return day == null ? this : fact(label, labelEn, ChineseDates.digits(day), day.toString());
  }

  Writing addressee(String label, String labelEn) {
    return add(new Block(Block.Kind.ADDRESSEE, label, labelEn, null, null, null));
  }

  Writing ground(LegalBasis basis) {
    return add(
        new Block(
            Block.Kind.GROUND,
            quoted(basis.law()) + basis.article(),
            basis.citationEn(),
            basis.text(),
            basis.textEn(),
            null));
  }

  /** Another document, and what it is here. */
  Writing document(String label, String labelEn, UUID id) {
    blocks.add(new Block(Block.Kind.DOCUMENT, label, labelEn, null, null, id));
    return this;
  }

  Writing document(UUID id) {
    return add(new Block(Block.Kind.DOCUMENT, null, null, null, null, id));
  }

  /**
   * To whom one can turn against it, and until when: 行政复议法第二十条第一款, 行政诉讼法第四十六条第一款 (sixty days and
   * six months from knowing of it).
   */
  Writing remedies(IssuingUnit unit) {
    add(
        new Block(
            Block.Kind.REMEDY,
            null,
            null,
            "如不服本决定，可以自收到本决定书之日起六十日内向"
                + unit.reviewAuthority()
                + "申请行政复议；也可以自收到本决定书之日起六个月内依法直接向"
                + unit.court()
                + "提起行政诉讼。",
            "If you disagree with this decision you may apply for administrative reconsideration"
                + " to "
                + unit.reviewAuthorityEn()
                + " within sixty days of receiving it, or sue directly in "
                + unit.courtEn()
                + " within six months of receiving it.",
            null));
    return ground(Laws.RECONSIDERATION).ground(Laws.LITIGATION);
  }

  /** The law's name in the marks that Chinese puts around titles. */
  static String quoted(String law) {
    return "《" + law + "》";
  }

  /** A limit in Chinese, such as 15个工作日. */
  static String zh(Limit limit) {
    return switch (limit.unit()) {
      case WORKING_DAYS -> limit.amount() + "个工作日";
      case CALENDAR_DAYS -> limit.amount() + "日";
      case HOURS -> limit.amount() + "小时";
    };
  }

  static String en(Limit limit) {
    return switch (limit.unit()) {
      case WORKING_DAYS -> limit.amount() + " working days";
      case CALENDAR_DAYS -> limit.amount() + " days";
      case HOURS -> limit.amount() + " hours";
    };
  }

  private Writing add(Block block) {
    blocks.add(block);
    return this;
  }

  Writing caseNumber(Matter matter) {
    return fact("办件编号", "Case number", matter.caseNumber(), matter.caseNumber());
  }
}
