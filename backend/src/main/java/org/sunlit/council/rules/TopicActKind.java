package org.sunlit.council.rules;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** The kinds of {@link TopicAct}, by the names they are stored and shown under. */
public enum TopicActKind implements Coded {
  OPENED("opened", TopicAct.Opened.class),
  CONTRIBUTED("contributed", TopicAct.Contributed.class),
  RELEASED("released", TopicAct.Released.class),
  REFUSED("refused", TopicAct.Refused.class),
  WITHDRAWN("withdrawn", TopicAct.Withdrawn.class),
  TAKEN_DOWN("takenDown", TopicAct.TakenDown.class),
  ASKED("asked", TopicAct.Asked.class),
  SENT_BACK("sentBack", TopicAct.SentBack.class),
  ANSWERED("answered", TopicAct.Answered.class),
  MADE_COMPLAINT("madeComplaint", TopicAct.MadeComplaint.class),
  CLOSED("closed", TopicAct.Closed.class);

  private final String code;
  private final Class<? extends TopicAct> type;

  TopicActKind(String code, Class<? extends TopicAct> type) {
    this.code = code;
    this.type = type;
  }

  @Override
  public String code() {
    return code;
  }

  public Class<? extends TopicAct> type() {
    return type;
  }

  public static TopicActKind of(TopicAct act) {
    return Stream.of(values())
        .filter(kind -> kind.type.isInstance(act))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(act.toString()));
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static TopicActKind of(String code) {
    return Coded.of(TopicActKind.class, code);
  }

  /** Whether a member did it; the others are the staff's. */
  public boolean byMember() {
    return switch (this) {
      case OPENED, CONTRIBUTED, WITHDRAWN -> true;
      case RELEASED, REFUSED, TAKEN_DOWN, ASKED, SENT_BACK, ANSWERED, MADE_COMPLAINT, CLOSED ->
          false;
    };
  }

  /** Whether its words stand in the history: what members wrote stands above it, codes nowhere. */
  public boolean saysInHistory() {
    return switch (this) {
      case REFUSED, TAKEN_DOWN, ASKED, SENT_BACK, CLOSED -> true;
      case OPENED, CONTRIBUTED, RELEASED, WITHDRAWN, ANSWERED, MADE_COMPLAINT -> false;
    };
  }
}
