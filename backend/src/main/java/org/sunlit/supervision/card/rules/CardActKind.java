package org.sunlit.supervision.card.rules;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** The kinds of {@link CardAct}, by the names they are stored and shown under. */
public enum CardActKind implements Coded {
  ISSUED("issued", CardAct.Issued.class),
  EXPLAINED("explained", CardAct.Explained.class),
  APPEALED("appealed", CardAct.Appealed.class),
  KEPT("kept", CardAct.Kept.class),
  WITHDRAWN("withdrawn", CardAct.Withdrawn.class),
  ANNOUNCED("announced", CardAct.Announced.class),
  DEDUCTED("deducted", CardAct.Deducted.class),
  RECTIFICATION_ORDERED("rectificationOrdered", CardAct.RectificationOrdered.class),
  RECTIFICATION_REPORTED("rectificationReported", CardAct.RectificationReported.class),
  RECTIFICATION_RETURNED("rectificationReturned", CardAct.RectificationReturned.class),
  RECTIFICATION_ACCEPTED("rectificationAccepted", CardAct.RectificationAccepted.class),
  TALK_CALLED("talkCalled", CardAct.TalkCalled.class),
  TALK_HELD("talkHeld", CardAct.TalkHeld.class),
  TALK_CALLED_OFF("talkCalledOff", CardAct.TalkCalledOff.class),
  HANDED_OVER("handedOver", CardAct.HandedOver.class);

  private final String code;
  private final Class<? extends CardAct> type;

  CardActKind(String code, Class<? extends CardAct> type) {
    this.code = code;
    this.type = type;
  }

  @Override
  public String code() {
    return code;
  }

  public Class<? extends CardAct> type() {
    return type;
  }

  /** The kind under which it enters the journal. */
  public String journalKind() {
    return "card." + code;
  }

  public static CardActKind of(CardAct act) {
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
  public static CardActKind of(String code) {
    return Coded.of(CardActKind.class, code);
  }
}
