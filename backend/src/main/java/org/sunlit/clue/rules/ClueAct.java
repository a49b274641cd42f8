package org.sunlit.clue.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened to a clue. A clue is the fold of its acts and of nothing else; they are
 * only ever added. Words that were said, and whom it is about, are kept apart, sealed.
 */
public sealed interface ClueAct {
  /** When, by the city's clock. */
  Instant at();

  /** The account that did it; null for the person it is about, who isn't named in the open. */
  String by();

  /**
   * 收到.
   *
   * @param source the room it was handed over from; null when it came by itself
   * @param named whether whoever brought it gave a name and a telephone 实名
   * @param somebody whether it names the person it is about
   */
  record TakenIn(
      Instant at,
      String by,
      ClueChannel channel,
      ClueSource source,
      Instant receivedAt,
      boolean named,
      boolean somebody)
      implements ClueAct {}

  /**
   * 分办.
   *
   * @param investigator 承办人
   * @param reviewer 审理人, never the same
   */
  record Dispatched(Instant at, String by, String investigator, String reviewer)
      implements ClueAct {}

  /** 移送 before anybody here handled it. */
  record HandedOver(Instant at, String by) implements ClueAct {}

  /** 提出处置意见. */
  record Proposed(Instant at, String by, Disposal disposal) implements ClueAct {}

  /**
   * 批准处置意见.
   *
   * @param replyBy of an inquiry: the day by which the person has to reply; else null
   */
  record ProposalApproved(Instant at, String by, LocalDate replyBy) implements ClueAct {}

  /** 退回处置意见. */
  record ProposalReturned(Instant at, String by) implements ClueAct {}

  /** 谈话结束或者收到函询回复. */
  record ReplyEntered(Instant at, String by) implements ClueAct {}

  /** 启用. */
  record TakenUp(Instant at, String by) implements ClueAct {}

  /** 提交情况报告. */
  record Reported(Instant at, String by, Finding finding) implements ClueAct {}

  /** 审理通过. */
  record Agreed(Instant at, String by) implements ClueAct {}

  /** 审理退回. */
  record Objected(Instant at, String by) implements ClueAct {}

  /** 退回补充核查. */
  record ReportReturned(Instant at, String by) implements ClueAct {}

  /**
   * 决定.
   *
   * @param by neither who investigated nor who reviewed
   * @param visitOn by when whoever was sanctioned is visited 回访; null for others
   */
  record Decided(Instant at, String by, Finding finding, LocalDate visitOn) implements ClueAct {}

  /** 本人意愿: how somebody wants to be cleared. */
  record WishSaid(Instant at, String by, ClearingForm form) implements ClueAct {}

  /** 已澄清, as was wished. */
  record Cleared(Instant at, String by) implements ClueAct {}

  /** 回访教育. */
  record Visited(Instant at, String by) implements ClueAct {}
}
