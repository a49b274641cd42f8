package org.sunlit.council.rules;

import java.util.EnumSet;
import java.util.Set;
import org.sunlit.council.rules.TopicStanding.Contribution;

/** What may be seen of a topic and done about it, and by whom. */
public final class TopicRules {
  private TopicRules() {}

  /**
   * Somebody before a topic.
   *
   * @param member whether they are serving as a member
   * @param keeps whether they are of the office that invites members and looks through what they
   *     write
   * @param supervises whether they see everything and do nothing
   * @param department for whose department they answer; null for none
   */
  public record Reader(
      String account, boolean member, boolean keeps, boolean supervises, String department) {}

  /** Whether it is there for this reader at all. */
  public static boolean sees(TopicStanding topic, Reader reader) {
    return reader.keeps()
        || reader.supervises()
        || reader.member() && (topic.shown() || wrote(topic, reader))
        || reader.department() != null
            && topic.asked().contains(reader.department())
            && topic.shown();
  }

  /** Whether this reader sees the contribution, of a topic they see. */
  public static boolean sees(Contribution contribution, Reader reader) {
    return contribution.shown()
        || reader.keeps()
        || reader.supervises()
        || reader.member() && contribution.author().equals(reader.account());
  }

  /** Whether members can write on. */
  public static boolean goesOn(TopicStanding topic) {
    return switch (topic.state()) {
      case OPEN, ASKED, ANSWERED -> true;
      case PENDING, CLOSED, REFUSED, WITHDRAWN -> false;
    };
  }

  /** Whether its author can take it back: what a department was asked for can't be. */
  public static boolean mayTakeBack(TopicStanding topic, Contribution own) {
    boolean there = own.moderation() == Moderation.WAITING || own.shown();
    return there
        && topic.state() != TopicState.CLOSED
        && !(own.number() == 1 && topic.askedAt() != null);
  }

  /** What this reader can do about it now. */
  public static Set<TopicAction> possible(TopicStanding topic, Reader reader) {
    Set<TopicAction> possible = EnumSet.noneOf(TopicAction.class);
    for (TopicAction action : TopicAction.values()) {
      if (mayEver(topic, action, reader) && possible(topic, action)) {
        possible.add(action);
      }
    }
    return possible;
  }

  /** Whether this is somebody's part, whatever the topic's state. Whoever wrote it has none. */
  public static boolean mayEver(TopicStanding topic, TopicAction action, Reader reader) {
    if (reader.supervises() || topic.opener().equals(reader.account())) {
      return false;
    }
    return switch (action) {
      case RELEASE, REFUSE, TAKE_DOWN, ASK, MAKE_COMPLAINT, CLOSE -> reader.keeps();
      case SEND_BACK, ANSWER -> ofItsDepartment(topic, reader);
    };
  }

  /** Whether it can be done as the topic stands, by whoever may. */
  public static boolean possible(TopicStanding topic, TopicAction action) {
    TopicState state = topic.state();
    return switch (action) {
      case RELEASE, REFUSE -> !topic.waiting().isEmpty();
      case TAKE_DOWN ->
          topic.shown() && topic.contributions().stream().anyMatch(Contribution::shown);
      case ASK -> state == TopicState.OPEN && topic.kind() != TopicKind.DISCUSSION;
      case SEND_BACK, ANSWER -> state == TopicState.ASKED;
      case MAKE_COMPLAINT -> goesOn(topic) && topic.shown();
      case CLOSE -> state == TopicState.OPEN || state == TopicState.ANSWERED;
    };
  }

  /** Whether there is an answer that could be made public. */
  public static boolean publishable(TopicStanding topic) {
    return topic.answerAct() > 0 && topic.shown();
  }

  private static boolean wrote(TopicStanding topic, Reader reader) {
    return topic.opener().equals(reader.account());
  }

  private static boolean ofItsDepartment(TopicStanding topic, Reader reader) {
    return reader.department() != null && reader.department().equals(topic.department());
  }
}
