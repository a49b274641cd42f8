package org.sunlit.promise.rules;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.Limit;

/**
 * The text of a promise (承诺书): what is promised, by when, and what follows from a breach. Its
 * version names the template and the version of the item that it was written from, so that what
 * somebody signs is what they read.
 */
public final class PromiseWords {
  /** Changes whenever a sentence of the template does. */
  static final int TEMPLATE = 1;

  /**
   * A line of the text.
   *
   * @param listed whether it is one of a list
   */
  public record Line(String text, String textEn, boolean listed) {}

  /** The whole text. */
  public record Text(String version, String title, String titleEn, List<Line> lines) {
    public Text {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What the text is written from.
   *
   * @param conditions what is promised instead of proven, Chinese; empty when only materials are
   *     late
   * @param conditionsEn the same in English, or empty
   * @param replaced names of the materials that need not come; empty when all do
   * @param ends whether a breach ends a case under way; else it stands still
   * @param consequences what else follows; null when nothing is said
   */
  public record Subject(
      String itemName,
      String itemNameEn,
      int itemVersion,
      List<Piece> pieces,
      List<String> conditions,
      List<String> conditionsEn,
      List<Name> replaced,
      boolean ends,
      String consequences,
      String consequencesEn) {}

  /** A name in both languages; English may be null. */
  public record Name(String chinese, String english) {
    String en() {
      return english == null ? chinese : english;
    }
  }

  private final Subject subject;
  private final List<Line> lines = new ArrayList<>();

  private PromiseWords(Subject subject) {
    this.subject = subject;
  }

  /** The text somebody signs. */
  public static Text of(Subject subject) {
    return new PromiseWords(subject).write();
  }

  /** The version the text of an item has now. */
  public static String version(int itemVersion) {
    return TEMPLATE + "-" + itemVersion;
  }

  private Text write() {
    List<Piece> late =
        subject.pieces().stream().filter(piece -> piece.kind() == PieceKind.LATE).toList();
    boolean conditions =
        subject.pieces().stream().anyMatch(piece -> piece.kind() == PieceKind.CONDITIONS);
    opening();
    if (!late.isEmpty()) {
      late(late);
    }
    if (conditions) {
      conditions();
    }
    truth();
    breach(conditions);
    String title = conditions ? late.isEmpty() ? "告知承诺书" : "告知承诺与容缺后补承诺书" : "容缺后补承诺书";
    String titleEn =
        conditions
            ? late.isEmpty()
                ? "Promise instead of proof"
                : "Promise instead of proof, and to hand in later"
            : "Promise to hand in later";
    return new Text(version(subject.itemVersion()), title, titleEn, lines);
  }

  private void opening() {
    String english = subject.itemNameEn() == null ? subject.itemName() : subject.itemNameEn();
    line(
        "申请人申请办理“" + subject.itemName() + "”，已阅知办理条件、所需材料、后补期限和违反承诺的后果，自愿承诺如下：",
        "The applicant for “"
            + english
            + "” has read its conditions, the materials it needs, by when they may come late and"
            + " what follows from a breach, and promises freely:");
  }

  private void late(List<Piece> late) {
    line(
        "下列材料自受理之日起按期补交：",
        "These materials will be handed in, each within its time after acceptance:");
    for (Piece piece : late) {
      String english = piece.nameEn() == null ? piece.name() : piece.nameEn();
      item(piece.name() + "：" + zh(piece.limit()) + "内", english + ": within " + en(piece.limit()));
    }
    line(
        "确需更多时间的，在期限届满前申请延期，仅限一次。",
        "Whoever needs more time asks for it before the last day, once.");
  }

  private void conditions() {
    line(
        "申请人已经符合下列条件，并愿意接受核查：",
        "The applicant meets these conditions and agrees to their being checked:");
    boolean both = subject.conditionsEn().size() == subject.conditions().size();
    for (int place = 0; place < subject.conditions().size(); place++) {
      String chinese = subject.conditions().get(place);
      item(chinese, both ? subject.conditionsEn().get(place) : chinese);
    }
    for (Name name : subject.replaced()) {
      item("以本承诺代替提交：" + name.chinese(), "Promised instead of handed in: " + name.en());
    }
    for (Piece piece : subject.pieces()) {
      if (piece.kind() == PieceKind.CONDITIONS) {
        line(
            "行政机关在作出决定后" + zh(piece.limit()) + "内核查承诺是否属实。",
            "The authority checks within "
                + en(piece.limit())
                + " of its decision whether this is so.");
      }
    }
  }

  private void truth() {
    line(
        "承诺内容是申请人真实意思的表示；申请人对申请材料实质内容的真实性负责（《中华人民共和国行政许可法》第三十一条第一款）。",
        "This is what the applicant really means, who answers for the truth of what the materials say"
            + " (Administrative Licence Law, art. 31(1)).");
  }

  private void breach(boolean conditions) {
    line(
        (conditions ? "逾期未补交或者承诺不实的：" : "逾期未补交的：")
            + (subject.ends() ? "尚在办理的，终止办理、不予准予；" : "尚在办理的，在补正以前不作准予决定、不发证件；")
            + "已经作出准予决定的，行政机关可以依法撤销；并记入信用记录，在修复以前不再适用容缺受理和告知承诺。",
        (conditions
                ? "If a material doesn't come in time or a promise is untrue: "
                : "If one doesn't come in time: ")
            + (subject.ends()
                ? "a case under way ends without a grant; "
                : "nothing is granted or issued in a case under way before it is made good; ")
            + "a decision that was granted can be revoked by law; and it is entered in the credit"
            + " record, which until it is repaired rules out handing in late and promising.");
    if (subject.consequences() != null) {
      String english =
          subject.consequencesEn() == null ? subject.consequences() : subject.consequencesEn();
      line(subject.consequences(), english);
    }
  }

  private void line(String text, String english) {
    lines.add(new Line(text, english, false));
  }

  private void item(String text, String english) {
    lines.add(new Line(text, english, true));
  }

  private static String zh(Limit limit) {
    return switch (limit.unit()) {
      case WORKING_DAYS -> limit.amount() + "个工作日";
      case CALENDAR_DAYS -> limit.amount() + "日";
      case HOURS -> limit.amount() + "小时";
    };
  }

  private static String en(Limit limit) {
    String one = limit.amount() == 1 ? "" : "s";
    return switch (limit.unit()) {
      case WORKING_DAYS -> limit.amount() + " working day" + one;
      case CALENDAR_DAYS -> limit.amount() + " day" + one;
      case HOURS -> limit.amount() + " hour" + one;
    };
  }
}
