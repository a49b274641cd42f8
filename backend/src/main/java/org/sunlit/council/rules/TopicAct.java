package org.sunlit.council.rules;

import java.time.Instant;

/**
 * Something that happened to a topic. What was written is no part of it. The first act of a topic
 * is its first contribution; contributions are known by the number of their act.
 */
public sealed interface TopicAct {
  /** When it happened. */
  Instant at();

  /** Whose account did it. */
  String by();

  /**
   * A member began it.
   *
   * @param department whom they would ask; null for nobody
   */
  record Opened(Instant at, String by, TopicKind kind, String department) implements TopicAct {}

  /** A member went on. */
  record Contributed(Instant at, String by) implements TopicAct {}

  /** 审核通过: members see the contribution from now on. */
  record Released(Instant at, String by, int of) implements TopicAct {}

  /** 审核未通过; its author is told why. */
  record Refused(Instant at, String by, int of) implements TopicAct {}

  /** Its author took it back. */
  record Withdrawn(Instant at, String by, int of) implements TopicAct {}

  /** The office took it out of sight again, and said why. */
  record TakenDown(Instant at, String by, int of) implements TopicAct {}

  /**
   * 转办: a department is to answer.
   *
   * @param days working days, with the first time a department is asked; zero from then on
   */
  record Asked(Instant at, String by, String department, int days) implements TopicAct {}

  /** The department isn't the one, and said why. */
  record SentBack(Instant at, String by) implements TopicAct {}

  /** 官方答复 */
  record Answered(Instant at, String by) implements TopicAct {}

  /** 转为投诉: it goes on as this complaint. */
  record MadeComplaint(Instant at, String by, String complaint) implements TopicAct {}

  /** Nothing more is written. */
  record Closed(Instant at, String by) implements TopicAct {}
}
