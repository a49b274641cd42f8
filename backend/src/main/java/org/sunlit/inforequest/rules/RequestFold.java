package org.sunlit.inforequest.rules;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** How each act changes where a request stands. An act that can't follow is a fault, not news. */
final class RequestFold extends RequestStanding {
  static RequestStanding fold(List<RequestAct> acts) {
    RequestFold standing = new RequestFold();
    acts.forEach(standing::follow);
    if (standing.state == null) {
      throw new IllegalStateException("A request begins with its receipt");
    }
    return standing;
  }

  private void follow(RequestAct act) {
    require(act instanceof RequestAct.Received == (state == null), act);
    version++;
    // A sealed type keeps this list complete; Java 17 has no switch over patterns yet.
    if (act instanceof RequestAct.Received received) {
      receive(received);
    } else if (act instanceof RequestAct.Acknowledged) {
      require(state == RequestState.RECEIVED, act);
      state = RequestState.IN_HAND;
    } else if (act instanceof RequestAct.ClarificationAsked asked) {
      require(mayClarify() && asked.days() > 0, act);
      state = RequestState.CLARIFYING;
      clarificationAskedAt = asked.at();
      supplementDays = asked.days();
    } else if (act instanceof RequestAct.Supplemented) {
      require(state == RequestState.CLARIFYING, act);
      state = RequestState.IN_HAND;
      countedFrom = act.at();
    } else if (act instanceof RequestAct.Lapsed) {
      require(state == RequestState.CLARIFYING && act.by() != null, act);
      state = RequestState.LAPSED;
    } else if (act instanceof RequestAct.ReasonsAsked asked) {
      require(state == RequestState.IN_HAND && reasonsAskedAt == null && asked.days() > 0, act);
      reasonsAskedAt = asked.at();
      reasonsDays = asked.days();
    } else if (act instanceof RequestAct.ReasonsGiven) {
      require(reasonsOpen() && !state.over(), act);
      reasonsGiven = true;
    } else if (act instanceof RequestAct.Consulted consulted) {
      require(state == RequestState.IN_HAND, act);
      int number = consultations.size() + 1;
      consultations.add(new Consultation(number, consulted.of(), act.at(), null, null));
    } else if (act instanceof RequestAct.OpinionEntered entered) {
      hear(entered);
    } else if (act instanceof RequestAct.Withdrawn) {
      require(!state.over() && firstAnsweredAt == null, act);
      state = RequestState.WITHDRAWN;
    } else if (act instanceof RequestAct.ExtensionAsked
        || act instanceof RequestAct.ExtensionGranted
        || act instanceof RequestAct.ExtensionRefused) {
      extend(act);
    } else {
      answer(act);
    }
  }

  private void receive(RequestAct.Received received) {
    require(!received.receivedAt().isAfter(received.at()), received);
    state = RequestState.RECEIVED;
    channel = received.channel();
    department = Objects.requireNonNull(received.department());
    receivedAt = received.receivedAt();
    countedFrom = received.receivedAt();
  }

  /** Once in all 一次性告知. */
  boolean mayClarify() {
    return clarificationAskedAt == null
        && (state == RequestState.RECEIVED || state == RequestState.IN_HAND);
  }

  private void hear(RequestAct.OpinionEntered entered) {
    int place = entered.consultation() - 1;
    require(
        state == RequestState.IN_HAND
            && place >= 0
            && place < consultations.size()
            && consultations.get(place).open(),
        entered);
    Consultation open = consultations.get(place);
    consultations.set(
        place,
        new Consultation(open.number(), open.of(), open.sentAt(), entered.opinion(), entered.at()));
  }

  private void extend(RequestAct act) {
    require(state == RequestState.IN_HAND && extensionDecidedBy == null, act);
    if (act instanceof RequestAct.ExtensionAsked asked) {
      require(extensionAskedBy == null && asked.by() != null, act);
      require(asked.days() > 0 && asked.days() <= RequestClock.EXTENSION_MOST_DAYS, act);
      extensionAskedBy = asked.by();
      extensionWanted = asked.days();
      return;
    }
    require(extensionAskedBy != null && another(act.by(), extensionAskedBy), act);
    extensionDecidedBy = act.by();
    if (act instanceof RequestAct.ExtensionGranted granted) {
      require(granted.days() == extensionWanted, act);
      extendedDays = granted.days();
    }
  }

  private void answer(RequestAct act) {
    if (act instanceof RequestAct.Drafted drafted) {
      require(state == RequestState.IN_HAND || reviews(act.by()), act);
      state = RequestState.DRAFTED;
      draft = drafted.decision();
      drafter = act.by();
      draftAct = version;
    } else if (act instanceof RequestAct.DraftReturned) {
      require(state == RequestState.DRAFTED && another(act.by(), drafter), act);
      state = reviewAskedAt == null ? RequestState.IN_HAND : RequestState.REVIEWING;
      draft = null;
    } else if (act instanceof RequestAct.Released) {
      require(state == RequestState.DRAFTED && another(act.by(), drafter), act);
      release(act.by(), act.at());
    } else if (act instanceof RequestAct.ReviewAsked) {
      require(state == RequestState.ANSWERED && reviewAskedAt == null, act);
      state = RequestState.REVIEWING;
      reviewAskedAt = act.at();
      answeredBy.add(drafter);
      answeredBy.add(releasedBy);
    } else if (act instanceof RequestAct.Confirmed) {
      require(reviews(act.by()), act);
      state = RequestState.ANSWERED;
      reviewedBy = act.by();
    }
  }

  private void release(String by, Instant at) {
    state = RequestState.ANSWERED;
    decision = draft;
    answerAct = draftAct;
    releasedBy = by;
    answeredAt = at;
    firstAnsweredAt = firstAnsweredAt == null ? at : firstAnsweredAt;
    reviewedBy = reviewAskedAt == null ? null : drafter;
    draft = null;
  }

  /** Whether it is being looked at again, and by somebody else than before. */
  private boolean reviews(String account) {
    return state == RequestState.REVIEWING && account != null && !answeredBy.contains(account);
  }

  private static boolean another(String account, String than) {
    return account != null && !account.equals(than);
  }

  private void require(boolean possible, RequestAct act) {
    if (!possible) {
      throw new IllegalStateException("Not possible for a request that is " + state + ": " + act);
    }
  }
}
