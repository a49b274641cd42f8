package org.sunlit.supervision.card.rules;

import java.util.EnumSet;
import java.util.Set;
import org.sunlit.supervision.card.rules.CardAction.Part;

/** What may be done about a card as it stands, and by whom. */
public final class CardRules {
  private CardRules() {}

  /**
   * Somebody before a card.
   *
   * @param account whose it is
   * @param concerned whether the card is theirs: issued to them, or to nobody in the department
   *     they lead
   * @param leader whether they lead the department
   * @param supervisor whether they supervise
   */
  public record Reader(String account, boolean concerned, boolean leader, boolean supervisor) {
    /** Whether they may act in this part; whoever is concerned never judges. */
    boolean as(Part part) {
      return switch (part) {
        case CONCERNED -> concerned;
        case LEADER -> leader || concerned;
        case SUPERVISOR -> supervisor && !concerned && !leader;
      };
    }
  }

  /** What is possible for anybody at all, as the card stands. */
  public static Set<CardAction> possible(CardStanding card) {
    Set<CardAction> possible = EnumSet.noneOf(CardAction.class);
    for (CardAction action : CardAction.values()) {
      if (possible(card, action)) {
        possible.add(action);
      }
    }
    return possible;
  }

  private static boolean possible(CardStanding card, CardAction action) {
    CardState state = card.state();
    return switch (action) {
      case EXPLAIN -> state == CardState.ISSUED;
      case APPEAL -> state == CardState.ISSUED || state == CardState.EXPLAINED;
      case KEEP -> state == CardState.EXPLAINED || state == CardState.APPEALED;
      case WITHDRAW -> state.open() || card.keptByTime();
      case ORDER_RECTIFICATION ->
          state != CardState.WITHDRAWN && card.rectification().state() == Rectification.State.NONE;
      case REPORT_RECTIFICATION ->
          state != CardState.WITHDRAWN && card.rectification().withDepartment();
      case RETURN_RECTIFICATION, ACCEPT_RECTIFICATION ->
          state != CardState.WITHDRAWN
              && card.rectification().state() == Rectification.State.REPORTED;
      case HOLD_TALK -> card.talkOpen(Party.PERSON) || card.talkOpen(Party.DEPARTMENT);
    };
  }

  /** What this reader can do about it now. */
  public static Set<CardAction> possible(CardStanding card, Reader reader) {
    Set<CardAction> possible = possible(card);
    possible.removeIf(action -> !reader.as(action.part()) || keptApart(card, action, reader));
    return possible;
  }

  /** Whether this is somebody's part at all, whatever the card's state. */
  public static boolean mayEver(CardAction action, Reader reader) {
    return reader.as(action.part());
  }

  /**
   * Whether it must be another of the same part: who issued a card doesn't decide on it, who
   * reported doesn't accept.
   */
  public static boolean keptApart(CardStanding card, CardAction action, Reader reader) {
    return switch (action) {
      case KEEP, WITHDRAW -> reader.account().equals(card.issuedBy());
      case RETURN_RECTIFICATION, ACCEPT_RECTIFICATION ->
          reader.account().equals(card.rectification().reportedBy());
      case EXPLAIN, APPEAL, ORDER_RECTIFICATION, REPORT_RECTIFICATION, HOLD_TALK -> false;
    };
  }
}
