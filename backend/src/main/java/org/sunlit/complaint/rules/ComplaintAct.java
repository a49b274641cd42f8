package org.sunlit.complaint.rules;

import java.time.Instant;
import java.util.Set;
import org.sunlit.calendar.Limit;

/**
 * Something that happened to a complaint. A complaint is the fold of its acts and of nothing else;
 * they are only ever added. Words that were said are kept apart, sealed.
 */
public sealed interface ComplaintAct {
  /** When, by the city's clock. */
  Instant at();

  /** The account that did it; null for the writer, and for what happens by itself. */
  String by();

  /**
   * 收件.
   *
   * @param by the operator who wrote it down; null for what came by web
   * @param screening time to screen it
   * @param reply time to answer it
   */
  record Received(
      Instant at,
      String by,
      ComplaintKind kind,
      ComplaintChannel channel,
      Naming naming,
      Limit screening,
      Limit reply)
      implements ComplaintAct {}

  /**
   * 甄别.
   *
   * @param concerned accounts of those it is about: they have no part in it
   * @param reply time to answer a message of this kind
   * @param category the code of what it is about 诉求分类; null where nobody has said it
   */
  record Screened(
      Instant at,
      String by,
      ComplaintKind kind,
      Set<String> concerned,
      Limit reply,
      String category)
      implements ComplaintAct {
    public Screened {
      concerned = Set.copyOf(concerned);
    }
  }

  /**
   * 并案.
   *
   * @param under the number of the one it is answered with
   */
  record Grouped(Instant at, String by, String under) implements ComplaintAct {}

  /** 交办. */
  record Assigned(Instant at, String by, String lead, Set<String> joint) implements ComplaintAct {
    public Assigned {
      joint = Set.copyOf(joint);
    }
  }

  /** 受理: this person handles it. */
  record TakenUp(Instant at, String by) implements ComplaintAct {}

  /** 协办意见. */
  record Contributed(Instant at, String by, String department) implements ComplaintAct {}

  /** 转办. */
  record Transferred(Instant at, String by, HandOnGround ground, String from, String to)
      implements ComplaintAct {}

  /** 退回. */
  record Returned(Instant at, String by, HandOnGround ground, String from)
      implements ComplaintAct {}

  /**
   * 申请延期.
   *
   * @param by never whoever decides on it
   * @param days working days more
   */
  record ExtensionAsked(Instant at, String by, int days) implements ComplaintAct {}

  /** 同意延期. */
  record ExtensionGranted(Instant at, String by, int days) implements ComplaintAct {}

  /** 不同意延期. */
  record ExtensionRefused(Instant at, String by) implements ComplaintAct {}

  /**
   * 催办.
   *
   * @param by a supervisor; null for the writer
   */
  record Urged(Instant at, String by) implements ComplaintAct {}

  /** 挂牌督办. */
  record Supervised(Instant at, String by) implements ComplaintAct {}

  /**
   * 答复.
   *
   * @param ratingDays working days for the writer to say what they think of it
   */
  record Replied(Instant at, String by, int ratingDays) implements ComplaintAct {}

  /** 评价, by the writer. */
  record Rated(Instant at, String by, Grade grade) implements ComplaintAct {}

  /**
   * 重办: not satisfied, so once more, by another person.
   *
   * @param reply time to answer it anew
   */
  record Reopened(Instant at, String by, Limit reply) implements ComplaintAct {}

  /** 办结. */
  record Closed(Instant at, String by) implements ComplaintAct {}

  /**
   * 回访.
   *
   * @param fixed what the writer says; null when nobody could be reached
   */
  record CalledBack(Instant at, String by, Boolean fixed) implements ComplaintAct {}
}
