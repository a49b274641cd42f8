package org.sunlit.inforequest.rules;

import java.time.Instant;

/**
 * Something that happened to a request for information. A request is the fold of its acts and of
 * nothing else; they are only ever added. Words that were said are kept apart, sealed.
 */
public sealed interface RequestAct {
  /** When, by the city's clock. */
  Instant at();

  /** The account that did it; null for the applicant. */
  String by();

  /**
   * 收到.
   *
   * @param by the clerk who entered it; null for what came by web
   * @param department whose office has to answer
   * @param receivedAt the moment the limit is counted from (art. 31)
   */
  record Received(
      Instant at, String by, RequestChannel channel, String department, Instant receivedAt)
      implements RequestAct {}

  /** 登记. */
  record Acknowledged(Instant at, String by) implements RequestAct {}

  /**
   * 告知补正.
   *
   * @param days working days to supplement
   */
  record ClarificationAsked(Instant at, String by, int days) implements RequestAct {}

  /** 补正. */
  record Supplemented(Instant at, String by) implements RequestAct {}

  /** 视为放弃. */
  record Lapsed(Instant at, String by) implements RequestAct {}

  /**
   * 要求说明理由.
   *
   * @param days working days to give them
   */
  record ReasonsAsked(Instant at, String by, int days) implements RequestAct {}

  /** 说明理由. */
  record ReasonsGiven(Instant at, String by) implements RequestAct {}

  /** 征求意见. */
  record Consulted(Instant at, String by, ConsultedKind of) implements RequestAct {}

  /**
   * 反馈意见.
   *
   * @param consultation which one, from 1 in the order they were sent
   */
  record OpinionEntered(Instant at, String by, int consultation, Opinion opinion)
      implements RequestAct {}

  /**
   * 申请延长.
   *
   * @param by never whoever decides on it
   * @param days working days more
   */
  record ExtensionAsked(Instant at, String by, int days) implements RequestAct {}

  /** 同意延长. */
  record ExtensionGranted(Instant at, String by, int days) implements RequestAct {}

  /** 不同意延长. */
  record ExtensionRefused(Instant at, String by) implements RequestAct {}

  /** 拟稿. */
  record Drafted(Instant at, String by, Decision decision) implements RequestAct {}

  /** 退回修改. */
  record DraftReturned(Instant at, String by) implements RequestAct {}

  /**
   * 签发.
   *
   * @param by never whoever drafted it
   */
  record Released(Instant at, String by) implements RequestAct {}

  /** 申请复核, by the applicant. */
  record ReviewAsked(Instant at, String by) implements RequestAct {}

  /**
   * 复核维持.
   *
   * @param by neither who drafted nor who released the answer
   */
  record Confirmed(Instant at, String by) implements RequestAct {}

  /** 撤回. */
  record Withdrawn(Instant at, String by) implements RequestAct {}
}
