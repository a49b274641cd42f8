package org.sunlit.supervision.card.rules;

import java.time.Instant;

/**
 * Something that happened to a card. A card is the fold of its acts and of nothing else; they are
 * only ever added. Who did what happens by itself is null. Words that were said are kept apart,
 * sealed.
 */
public sealed interface CardAct {
  /** When, by the city's clock. */
  Instant at();

  /** The account that did it; null for what happens by itself. */
  String by();

  /**
   * 发牌.
   *
   * @param by a supervisor; null when the thresholds alone have led to it
   * @param answerDays working days for those concerned to say something
   */
  record Issued(Instant at, String by, Colour colour, int answerDays) implements CardAct {}

  /** 说明: those concerned say how it came, and don't contest it. */
  record Explained(Instant at, String by) implements CardAct {}

  /**
   * 申辩: they contest it.
   *
   * @param decisionDays working days for the decision
   */
  record Appealed(Instant at, String by, int decisionDays) implements CardAct {}

  /** 维持: it stands; by itself when the days for an answer have gone by without an appeal. */
  record Kept(Instant at, String by) implements CardAct {}

  /** 撤销. */
  record Withdrawn(Instant at, String by, WithdrawalCause cause) implements CardAct {}

  /**
   * 通报 (E6): it is announced to the departments.
   *
   * @param number of the bulletin, such as 通报〔2026〕3号
   */
  record Announced(Instant at, String number) implements CardAct {
    @Override
    public String by() {
      return null;
    }
  }

  /** 效能扣分 (E5): so many points in the efficiency files. */
  record Deducted(Instant at, int points) implements CardAct {
    @Override
    public String by() {
      return null;
    }
  }

  /**
   * 责令整改 (E6).
   *
   * @param days working days for the department's report
   */
  record RectificationOrdered(Instant at, String by, int days) implements CardAct {}

  /** The department says what it has put right. */
  record RectificationReported(Instant at, String by) implements CardAct {}

  /** It isn't enough, and goes back for so many working days. */
  record RectificationReturned(Instant at, String by, int days) implements CardAct {}

  /** It is. */
  record RectificationAccepted(Instant at, String by) implements CardAct {}

  /**
   * 约谈 (E5, E16): with this card the threshold is reached.
   *
   * @param points within the period, with those of this card
   * @param cards within the period, with this one
   * @param days working days to hold it
   */
  record TalkCalled(Instant at, Party with, int points, int cards, int days) implements CardAct {
    @Override
    public String by() {
      return null;
    }
  }

  /** It was held. */
  record TalkHeld(Instant at, String by, Party with) implements CardAct {}

  /** It is no longer called for: what led to it has been withdrawn. */
  record TalkCalledOff(Instant at, Party with) implements CardAct {
    @Override
    public String by() {
      return null;
    }
  }

  /**
   * 问责 (E16): handed over to whoever holds to account, because it went on after a talk.
   *
   * @param cards since the talk, with this one
   */
  record HandedOver(Instant at, Party of, int cards) implements CardAct {
    @Override
    public String by() {
      return null;
    }
  }
}
