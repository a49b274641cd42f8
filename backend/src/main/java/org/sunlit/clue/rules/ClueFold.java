package org.sunlit.clue.rules;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How each act changes where a clue stands. An act that can't follow is a fault, not news. */
final class ClueFold extends ClueStanding {
  static ClueStanding fold(List<ClueAct> acts) {
    ClueFold standing = new ClueFold();
    acts.forEach(standing::follow);
    if (standing.state == null) {
      throw new IllegalStateException("A clue begins with its being taken in");
    }
    return standing;
  }

  private void follow(ClueAct act) {
    require(act instanceof ClueAct.TakenIn == (state == null), act);
    version++;
    // A sealed type keeps this list complete; Java 17 has no switch over patterns yet.
    if (act instanceof ClueAct.TakenIn taken) {
      takeIn(taken);
    } else if (act instanceof ClueAct.Dispatched dispatched) {
      dispatch(dispatched);
    } else if (act instanceof ClueAct.HandedOver) {
      from(ClueState.POOLED, act);
      decide(new Finding(Outcome.HANDED_OVER, List.of(), null), act);
      go(ClueState.CLOSED, act.at());
    } else if (act instanceof ClueAct.Proposed
        || act instanceof ClueAct.ProposalApproved
        || act instanceof ClueAct.ProposalReturned
        || act instanceof ClueAct.TakenUp) {
      choose(act);
    } else if (act instanceof ClueAct.ReplyEntered) {
      from(ClueState.HANDLING, act);
      require(disposal == Disposal.INQUIRY && repliedAt == null, act);
      repliedAt = act.at();
    } else if (act instanceof ClueAct.WishSaid said) {
      require(awaitsWish(), act);
      wish = said.form();
      if (wish == ClearingForm.LETTER) {
        cleared(act.at());
      }
    } else if (act instanceof ClueAct.Cleared) {
      require(state == ClueState.CLEARING && wish != null, act);
      cleared(act.at());
    } else if (act instanceof ClueAct.Visited) {
      from(ClueState.FOLLOWING, act);
      visitedAt = act.at();
      go(ClueState.CLOSED, act.at());
    } else {
      judge(act);
    }
  }

  private void takeIn(ClueAct.TakenIn taken) {
    require(!taken.receivedAt().isAfter(taken.at()), taken);
    channel = Objects.requireNonNull(taken.channel());
    source = taken.source();
    receivedAt = taken.receivedAt();
    named = taken.named();
    somebody = taken.somebody();
    go(ClueState.POOLED, taken.at());
  }

  private void dispatch(ClueAct.Dispatched act) {
    require(state == ClueState.POOLED || state == ClueState.DISPATCHED, act);
    require(another(act.investigator(), act.reviewer()), act);
    require(another(act.by(), act.investigator()) && another(act.by(), act.reviewer()), act);
    investigator = act.investigator();
    reviewer = act.reviewer();
    go(ClueState.DISPATCHED, act.at());
  }

  private void choose(ClueAct act) {
    if (act instanceof ClueAct.Proposed proposed) {
      from(ClueState.DISPATCHED, act);
      require(act.by().equals(investigator), act);
      disposal = Objects.requireNonNull(proposed.disposal());
      go(ClueState.PROPOSED, act.at());
    } else if (act instanceof ClueAct.ProposalApproved approved) {
      from(ClueState.PROPOSED, act);
      requireThird(act);
      require((approved.replyBy() != null) == (disposal == Disposal.INQUIRY), act);
      replyBy = approved.replyBy();
      repliedAt = null;
      go(disposal == Disposal.SHELVED ? ClueState.SHELVED : ClueState.HANDLING, act.at());
    } else {
      from(act instanceof ClueAct.TakenUp ? ClueState.SHELVED : ClueState.PROPOSED, act);
      requireThird(act);
      disposal = null;
      takenUpAt = act instanceof ClueAct.TakenUp ? act.at() : takenUpAt;
      go(ClueState.DISPATCHED, act.at());
    }
  }

  private void judge(ClueAct act) {
    if (act instanceof ClueAct.Reported done) {
      from(ClueState.HANDLING, act);
      require(act.by().equals(investigator), act);
      require(disposal != Disposal.INQUIRY || repliedAt != null, act);
      reported = Objects.requireNonNull(done.finding());
      reportAct = version;
      go(ClueState.REVIEWING, act.at());
    } else if (act instanceof ClueAct.Agreed || act instanceof ClueAct.Objected) {
      from(ClueState.REVIEWING, act);
      require(act.by().equals(reviewer), act);
      boolean agreed = act instanceof ClueAct.Agreed;
      go(agreed ? ClueState.REVIEWED : ClueState.HANDLING, act.at());
    } else if (act instanceof ClueAct.ReportReturned) {
      from(ClueState.REVIEWED, act);
      requireThird(act);
      go(ClueState.HANDLING, act.at());
    } else if (act instanceof ClueAct.Decided decided) {
      from(ClueState.REVIEWED, act);
      requireThird(act);
      boolean sanctioned = decided.finding().outcome() == Outcome.SANCTIONED;
      require((decided.visitOn() != null) == sanctioned, act);
      visitOn = decided.visitOn();
      decide(decided.finding(), act);
      go(after(decided.finding().outcome()), act.at());
    }
  }

  private static ClueState after(Outcome outcome) {
    return switch (outcome) {
      case CLEARED -> ClueState.CLEARING;
      case SANCTIONED -> ClueState.FOLLOWING;
      case UNPROVEN, TOLERATED, HANDED_OVER -> ClueState.CLOSED;
    };
  }

  private void decide(Finding finding, ClueAct act) {
    decision = finding;
    decidedBy = act.by();
    decidedAt = act.at();
    decisionAct = version;
  }

  private void cleared(Instant at) {
    clearedAt = at;
    go(ClueState.CLOSED, at);
  }

  private void go(ClueState next, Instant at) {
    state = next;
    since = at;
  }

  private void from(ClueState needed, ClueAct act) {
    require(state == needed, act);
  }

  private void requireThird(ClueAct act) {
    require(another(act.by(), investigator) && another(act.by(), reviewer), act);
  }

  private static boolean another(String account, String than) {
    return account != null && !account.equals(than);
  }

  private void require(boolean possible, ClueAct act) {
    if (!possible) {
      throw new IllegalStateException(
          "Not possible for a clue that is " + state + ": " + ClueActKind.of(act).code());
    }
  }
}
