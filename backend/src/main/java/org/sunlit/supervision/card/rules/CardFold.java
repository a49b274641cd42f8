package org.sunlit.supervision.card.rules;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Follows a card's acts; after the final decision nothing follows but what it leads to. */
final class CardFold {
  private Colour colour;
  private CardState state;
  private Instant issuedAt;
  private String issuedBy;
  private int answerDays;
  private Instant appealedAt;
  private int decisionDays;
  private String decidedBy;
  private Instant decidedAt;
  private String bulletin;
  private Integer points;
  private Rectification rectification = Rectification.NOT_ORDERED;
  private final Map<Party, Talk> talks = new EnumMap<>(Party.class);
  private final Set<Party> handedOver = EnumSet.noneOf(Party.class);
  private int version;

  void follow(CardAct act) {
    require(act instanceof CardAct.Issued == (state == null), act);
    // A sealed type keeps this list complete; Java 17 has no switch over patterns yet.
    if (act instanceof CardAct.Issued issued) {
      issue(issued);
    } else if (act instanceof CardAct.Explained) {
      require(state == CardState.ISSUED, act);
      state = CardState.EXPLAINED;
    } else if (act instanceof CardAct.Appealed appealed) {
      require(state == CardState.ISSUED || state == CardState.EXPLAINED, act);
      state = CardState.APPEALED;
      appealedAt = appealed.at();
      decisionDays = appealed.decisionDays();
    } else if (act instanceof CardAct.Kept kept) {
      require(state.open() && (kept.by() != null || state != CardState.APPEALED), act);
      decide(CardState.KEPT, kept);
    } else if (act instanceof CardAct.Withdrawn withdrawn) {
      withdraw(withdrawn);
    } else if (act instanceof CardAct.Announced announced) {
      require(state == CardState.KEPT && bulletin == null, act);
      bulletin = announced.number();
    } else if (act instanceof CardAct.Deducted deducted) {
      require(state == CardState.KEPT && points == null, act);
      points = deducted.points();
    } else if (act instanceof CardAct.RectificationOrdered
        || act instanceof CardAct.RectificationReported
        || act instanceof CardAct.RectificationReturned
        || act instanceof CardAct.RectificationAccepted) {
      rectify(act);
    } else if (act instanceof CardAct.TalkCalled
        || act instanceof CardAct.TalkHeld
        || act instanceof CardAct.TalkCalledOff) {
      talk(act);
    } else if (act instanceof CardAct.HandedOver over) {
      require(state == CardState.KEPT && handedOver.add(over.of()), act);
    }
    version++;
  }

  private void issue(CardAct.Issued issued) {
    colour = issued.colour();
    state = CardState.ISSUED;
    issuedAt = issued.at();
    issuedBy = issued.by();
    answerDays = issued.answerDays();
  }

  private void withdraw(CardAct.Withdrawn withdrawn) {
    boolean decided = withdrawn.cause() == WithdrawalCause.DECIDED;
    boolean byTime = state == CardState.KEPT && decidedBy == null;
    require(decided == (withdrawn.by() != null), withdrawn);
    require(state.open() || state == CardState.KEPT && (!decided || byTime), withdrawn);
    decide(CardState.WITHDRAWN, withdrawn);
  }

  private void decide(CardState decision, CardAct act) {
    require(act.by() == null || !act.by().equals(issuedBy), act);
    state = decision;
    decidedBy = act.by();
    decidedAt = act.at();
  }

  private void rectify(CardAct act) {
    require(state != CardState.WITHDRAWN, act);
    if (act instanceof CardAct.RectificationOrdered ordered) {
      require(rectification.state() == Rectification.State.NONE, act);
      rectify(Rectification.State.ORDERED, act, ordered.days());
    } else if (act instanceof CardAct.RectificationReported) {
      require(rectification.withDepartment(), act);
      rectify(Rectification.State.REPORTED, act, 0);
    } else if (act instanceof CardAct.RectificationReturned returned) {
      require(reviewable(act), act);
      rectify(Rectification.State.RETURNED, act, returned.days());
    } else if (act instanceof CardAct.RectificationAccepted) {
      require(reviewable(act), act);
      rectify(Rectification.State.ACCEPTED, act, 0);
    }
  }

  /** Nobody accepts what they have reported themselves. */
  private boolean reviewable(CardAct act) {
    return rectification.state() == Rectification.State.REPORTED
        && !act.by().equals(rectification.reportedBy());
  }

  private void rectify(Rectification.State next, CardAct act, int days) {
    String reporter = next == Rectification.State.REPORTED ? act.by() : rectification.reportedBy();
    rectification = new Rectification(next, act.at(), days, reporter);
  }

  private void talk(CardAct act) {
    require(state == CardState.KEPT, act);
    if (act instanceof CardAct.TalkCalled called) {
      require(!talks.containsKey(called.with()), act);
      talks.put(
          called.with(),
          new Talk(called.with(), Talk.State.CALLED, called.at(), called.days(), null));
    } else if (act instanceof CardAct.TalkHeld held) {
      Talk talk = called(held.with(), act);
      talks.put(
          held.with(),
          new Talk(talk.with(), Talk.State.HELD, talk.calledAt(), talk.days(), held.at()));
    } else if (act instanceof CardAct.TalkCalledOff off) {
      Talk talk = called(off.with(), act);
      talks.put(
          off.with(),
          new Talk(talk.with(), Talk.State.CALLED_OFF, talk.calledAt(), talk.days(), null));
    }
  }

  private Talk called(Party with, CardAct act) {
    Talk talk = talks.get(with);
    require(talk != null && talk.state() == Talk.State.CALLED, act);
    return talk;
  }

  private void require(boolean possible, CardAct act) {
    if (!possible) {
      throw new IllegalStateException("Not possible for a card that is " + state + ": " + act);
    }
  }

  CardStanding standing() {
    if (state == null) {
      throw new IllegalStateException("A card begins with its issue");
    }
    return new CardStanding(
        colour,
        state,
        issuedAt,
        issuedBy,
        answerDays,
        appealedAt,
        decisionDays,
        decidedBy,
        decidedAt,
        bulletin,
        points == null ? 0 : points,
        rectification,
        talks,
        handedOver,
        version);
  }
}
