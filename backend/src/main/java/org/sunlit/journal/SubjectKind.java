package org.sunlit.journal;

import org.sunlit.platform.Coded;

/** What an event is about. */
public enum SubjectKind implements Coded {
  /** A case 办件; its id is the case number. */
  CASE("case"),
  /** A joint application 并联审批; its id is the joint number. */
  JOINT("joint"),
  /** An investment project 投资项目; its id is the project code. */
  PROJECT("project"),
  /** An item of the power list 权力事项; its id is the item's code. */
  ITEM("item"),
  /** A request for a second person 双人复核; its id is the request's. */
  CONFIRMATION("confirmation"),
  /** A publication, or a duty to publish 信息公开; its id is the number, or the duty's code. */
  DISCLOSURE("disclosure"),
  /** A warning or card of supervision 预警、红黄牌; its id is the card's number. */
  CARD("card"),
  /** What somebody said 诉求; its id is the complaint's number. */
  COMPLAINT("complaint"),
  /** A request for information 依申请公开; its id is the request's number. */
  INFO_REQUEST("infoRequest"),
  /** A topic of people's supervisors 监督员议题, or a document 公文; its id is its number. */
  COUNCIL("council"),
  /** Somebody's attendance 考勤 and what they contest of it; its id is their account. */
  ATTENDANCE("attendance"),
  /** An inspection 督查; its id is the inspection's number. */
  INSPECTION("inspection"),
  /** A month's ratings of a department 评价; its id is the department's code and the month. */
  RATINGS("ratings"),
  /** A window on a day 窗口; its id is the post's and the day. */
  WINDOW("window");

  private final String code;

  SubjectKind(String code) {
    this.code = code;
  }

  /** The word stored in the journal. */
  @Override
  public String code() {
    return code;
  }

  static SubjectKind of(String code) {
    return Coded.of(SubjectKind.class, code);
  }
}
