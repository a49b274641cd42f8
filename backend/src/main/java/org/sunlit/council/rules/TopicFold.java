package org.sunlit.council.rules;

import java.util.List;
import java.util.Objects;

/** How each act changes where a topic stands. An act that can't follow is a fault, not news. */
final class TopicFold extends TopicStanding {
  static TopicStanding fold(List<TopicAct> acts) {
    TopicFold standing = new TopicFold();
    acts.forEach(standing::follow);
    if (standing.state == null) {
      throw new IllegalStateException("A topic begins with what somebody wrote");
    }
    return standing;
  }

  private void follow(TopicAct act) {
    require(act instanceof TopicAct.Opened == (state == null), act);
    version++;
    lastAt = act.at();
    // A sealed type keeps this list complete; Java 17 has no switch over patterns yet.
    if (act instanceof TopicAct.Opened opened) {
      open(opened);
    } else if (act instanceof TopicAct.Contributed) {
      require(TopicRules.goesOn(this), act);
      write(act);
    } else if (act instanceof TopicAct.Released released) {
      decide(released.of(), Moderation.WAITING, Moderation.SHOWN, act);
      state = state == TopicState.PENDING ? TopicState.OPEN : state;
    } else if (act instanceof TopicAct.Refused refused) {
      decide(refused.of(), Moderation.WAITING, Moderation.REFUSED, act);
      endWithItsFirst(refused.of(), TopicState.REFUSED);
    } else if (act instanceof TopicAct.Withdrawn withdrawn) {
      Contribution own = find(withdrawn.of(), act);
      require(Objects.equals(own.author(), act.by()) && TopicRules.mayTakeBack(this, own), act);
      replace(own.become(Moderation.WITHDRAWN, version));
      endWithItsFirst(withdrawn.of(), TopicState.WITHDRAWN);
    } else if (act instanceof TopicAct.TakenDown down) {
      decide(down.of(), Moderation.SHOWN, Moderation.TAKEN_DOWN, act);
      endWithItsFirst(down.of(), TopicState.WITHDRAWN);
    } else {
      answer(act);
    }
  }

  private void open(TopicAct.Opened opened) {
    kind = Objects.requireNonNull(opened.kind());
    state = TopicState.PENDING;
    opener = Objects.requireNonNull(opened.by());
    openedAt = opened.at();
    suggested = opened.department();
    write(opened);
  }

  private void write(TopicAct act) {
    contributions.add(
        new Contribution(
            version, Objects.requireNonNull(act.by()), act.at(), Moderation.WAITING, 0));
  }

  private void decide(int of, Moderation from, Moderation to, TopicAct act) {
    Contribution found = find(of, act);
    require(found.moderation() == from && !found.author().equals(act.by()), act);
    replace(found.become(to, version));
  }

  /** A topic goes with what began it. */
  private void endWithItsFirst(int of, TopicState end) {
    if (of == 1) {
      state = end;
    }
  }

  private Contribution find(int of, TopicAct act) {
    return contribution(of)
        .orElseThrow(() -> new IllegalStateException("No such contribution: " + act));
  }

  private void replace(Contribution with) {
    contributions.replaceAll(each -> each.number() == with.number() ? with : each);
  }

  private void answer(TopicAct act) {
    if (act instanceof TopicAct.Asked asked) {
      require(state == TopicState.OPEN && kind != TopicKind.DISCUSSION, act);
      require(asked.days() > 0 == (askedAt == null), act);
      state = TopicState.ASKED;
      department = Objects.requireNonNull(asked.department());
      this.asked.add(department);
      if (askedAt == null) {
        askedAt = asked.at();
        answerDays = asked.days();
      }
    } else if (act instanceof TopicAct.SentBack) {
      require(state == TopicState.ASKED, act);
      state = TopicState.OPEN;
      department = null;
    } else if (act instanceof TopicAct.Answered) {
      require(state == TopicState.ASKED && !act.by().equals(opener), act);
      state = TopicState.ANSWERED;
      answeredAt = act.at();
      answeredBy = act.by();
      answerAct = version;
    } else if (act instanceof TopicAct.MadeComplaint made) {
      require(TopicRules.goesOn(this) && shown() && complaint == null, act);
      complaint = Objects.requireNonNull(made.complaint());
      state = TopicState.CLOSED;
    } else if (act instanceof TopicAct.Closed) {
      require(state == TopicState.OPEN || state == TopicState.ANSWERED, act);
      state = TopicState.CLOSED;
    }
  }

  private void require(boolean possible, TopicAct act) {
    if (!possible) {
      throw new IllegalStateException("Not possible for a topic that is " + state + ": " + act);
    }
  }
}
