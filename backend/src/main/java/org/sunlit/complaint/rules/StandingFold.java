package org.sunlit.complaint.rules;

import java.util.List;
import java.util.Set;

/** How each act changes where a complaint stands. An act that can't follow is a fault, not news. */
final class StandingFold extends Standing {
  static Standing fold(List<ComplaintAct> acts) {
    StandingFold standing = new StandingFold();
    acts.forEach(standing::follow);
    if (standing.state == null) {
      throw new IllegalStateException("A complaint begins with its receipt");
    }
    return standing;
  }

  private void follow(ComplaintAct act) {
    require(act instanceof ComplaintAct.Received == (state == null), act);
    // A sealed type keeps this list complete; Java 17 has no switch over patterns yet.
    if (act instanceof ComplaintAct.Received received) {
      receive(received);
    } else if (act instanceof ComplaintAct.Screened screened) {
      require(awaitsADepartment(), act);
      state = ComplaintState.SCREENED;
      kind = screened.kind();
      concerned = screened.concerned();
      reply = screened.reply();
    } else if (act instanceof ComplaintAct.Grouped grouped) {
      require(awaitsADepartment() && round == 1, act);
      state = ComplaintState.GROUPED;
      groupedUnder = grouped.under();
    } else if (act instanceof ComplaintAct.Assigned assigned) {
      require(assignable(), act);
      require(assigned.lead() != null && !assigned.joint().contains(assigned.lead()), act);
      give(assigned.lead());
      joint = assigned.joint();
    } else if (act instanceof ComplaintAct.TakenUp) {
      takeUp(act);
    } else if (act instanceof ComplaintAct.Contributed contributed) {
      require(withDepartment() && joint.contains(contributed.department()), act);
    } else if (act instanceof ComplaintAct.Transferred transferred) {
      passOn(transferred, transferred.from());
      require(!transferred.to().equals(transferred.from()), act);
      give(transferred.to());
    } else if (act instanceof ComplaintAct.Returned returned) {
      passOn(returned, returned.from());
      state = ComplaintState.SCREENED;
      lead = null;
      joint = Set.of();
    } else if (act instanceof ComplaintAct.Urged || act instanceof ComplaintAct.Supervised) {
      press(act);
    } else if (act instanceof ComplaintAct.Replied replied) {
      answer(replied);
    } else if (act instanceof ComplaintAct.Rated rated) {
      require(state == ComplaintState.REPLIED && grade == null, act);
      grade = rated.grade();
    } else if (act instanceof ComplaintAct.Reopened reopened) {
      reopen(reopened);
    } else if (act instanceof ComplaintAct.Closed) {
      require(state == ComplaintState.REPLIED && !reopens(), act);
      state = ComplaintState.CLOSED;
      closedAt = act.at();
    } else if (act instanceof ComplaintAct.CalledBack back) {
      require(state == ComplaintState.CLOSED && !calledBack && act.by() != null, act);
      calledBack = true;
      fixed = back.fixed();
    } else {
      extend(act);
    }
    version++;
  }

  private void receive(ComplaintAct.Received received) {
    state = ComplaintState.RECEIVED;
    kind = received.kind();
    channel = received.channel();
    naming = received.naming();
    screening = received.screening();
    reply = received.reply();
    receivedAt = received.at();
    roundSince = received.at();
    round = 1;
  }

  private boolean awaitsADepartment() {
    return state == ComplaintState.RECEIVED || state == ComplaintState.SCREENED;
  }

  private void give(String department) {
    state = ComplaintState.ASSIGNED;
    lead = department;
    groupedUnder = null;
    handler = null;
  }

  /** On the direct line, the member on duty takes it up before any department has it. */
  private void takeUp(ComplaintAct act) {
    boolean directly = channel == ComplaintChannel.DIRECT_LINE && awaitsADepartment();
    require((withDepartment() || directly) && mayHandle(act.by()), act);
    state = ComplaintState.IN_HAND;
    handler = act.by();
  }

  private void passOn(ComplaintAct act, String from) {
    require(withDepartment() && from.equals(lead) && passedOn < MOST_PASSED_ON, act);
    passedOn++;
    handler = null;
  }

  private void press(ComplaintAct act) {
    require(state.owesAnAnswer(), act);
    if (act instanceof ComplaintAct.Supervised) {
      require(!supervised && act.by() != null, act);
      supervised = true;
    } else if (act.by() == null) {
      urgedByWriterAt = act.at();
    }
  }

  private void answer(ComplaintAct.Replied replied) {
    boolean byHandler = state == ComplaintState.IN_HAND && replied.by().equals(handler);
    require((byHandler || state == ComplaintState.GROUPED) && mayHandle(replied.by()), replied);
    state = ComplaintState.REPLIED;
    groupedUnder = null;
    handler = replied.by();
    repliedAt = replied.at();
    firstReplyAt = firstReplyAt == null ? replied.at() : firstReplyAt;
    ratingDays = replied.ratingDays();
  }

  private void reopen(ComplaintAct.Reopened reopened) {
    require(state == ComplaintState.REPLIED && reopens(), reopened);
    formerHandlers.add(handler);
    // What the committee member or another complaint's handler answered needs a department now.
    state = lead == null ? ComplaintState.SCREENED : ComplaintState.ASSIGNED;
    handler = null;
    groupedUnder = null;
    grade = null;
    roundSince = reopened.at();
    reply = reopened.reply();
    extendedDays = 0;
    extensionDecided = true;
    extensionAskedBy = null;
    round++;
  }

  private void extend(ComplaintAct act) {
    require(withDepartment() && !extensionDecided, act);
    if (act instanceof ComplaintAct.ExtensionAsked asked) {
      require(extensionAskedBy == null && asked.days() > 0, act);
      extensionAskedBy = asked.by();
      extensionWanted = asked.days();
      return;
    }
    require(extensionAskedBy != null && !extensionAskedBy.equals(act.by()), act);
    extensionDecided = true;
    if (act instanceof ComplaintAct.ExtensionGranted granted) {
      require(granted.days() == extensionWanted, act);
      extendedDays = granted.days();
    }
  }

  private void require(boolean possible, ComplaintAct act) {
    if (!possible) {
      throw new IllegalStateException("Not possible for a complaint that is " + state + ": " + act);
    }
  }
}
