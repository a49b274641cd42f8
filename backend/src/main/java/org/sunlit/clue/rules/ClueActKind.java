package org.sunlit.clue.rules;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** The kinds of {@link ClueAct}, by the names they are stored and shown under. */
public enum ClueActKind implements Coded {
  TAKEN_IN("takenIn", ClueAct.TakenIn.class),
  DISPATCHED("dispatched", ClueAct.Dispatched.class),
  HANDED_OVER("handedOver", ClueAct.HandedOver.class),
  PROPOSED("proposed", ClueAct.Proposed.class),
  PROPOSAL_APPROVED("proposalApproved", ClueAct.ProposalApproved.class),
  PROPOSAL_RETURNED("proposalReturned", ClueAct.ProposalReturned.class),
  REPLY_ENTERED("replyEntered", ClueAct.ReplyEntered.class),
  TAKEN_UP("takenUp", ClueAct.TakenUp.class),
  REPORTED("reported", ClueAct.Reported.class),
  AGREED("agreed", ClueAct.Agreed.class),
  OBJECTED("objected", ClueAct.Objected.class),
  REPORT_RETURNED("reportReturned", ClueAct.ReportReturned.class),
  DECIDED("decided", ClueAct.Decided.class),
  WISH_SAID("wishSaid", ClueAct.WishSaid.class),
  CLEARED("cleared", ClueAct.Cleared.class),
  VISITED("visited", ClueAct.Visited.class);

  private final String code;
  private final Class<? extends ClueAct> type;

  ClueActKind(String code, Class<? extends ClueAct> type) {
    this.code = code;
    this.type = type;
  }

  @Override
  public String code() {
    return code;
  }

  public Class<? extends ClueAct> type() {
    return type;
  }

  public static ClueActKind of(ClueAct act) {
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
  public static ClueActKind of(String code) {
    return Coded.of(ClueActKind.class, code);
  }
}
