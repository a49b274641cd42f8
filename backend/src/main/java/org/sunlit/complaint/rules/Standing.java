package org.sunlit.complaint.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sunlit.calendar.Limit;

/**
 * Where a complaint stands: the fold of its acts. An act that can't follow is a fault, not news.
 */
public final class Standing {
  /** A department may pass on what it was given so often in all; then whoever has it answers. */
  public static final int MOST_PASSED_ON = 2;

  private ComplaintState state;
  private ComplaintKind kind;
  private ComplaintChannel channel;
  private Naming naming;
  private Integer category;
  private Instant receivedAt;
  private Instant roundSince;
  private Limit screening;
  private Limit reply;
  private int ratingDays;
  private String lead;
  private Set<String> joint = Set.of();
  private String handler;
  private final Set<String> formerHandlers = new HashSet<>();
  private Set<String> concerned = Set.of();
  private String groupedUnder;
  private int passedOn;
  private String extensionAskedBy;
  private int extensionWanted;
  private boolean extensionDecided;
  private int extendedDays;
  private Instant urgedByWriterAt;
  private boolean supervised;
  private int round;
  private Instant firstReplyAt;
  private Instant repliedAt;
  private Instant closedAt;
  private Grade grade;
  private boolean calledBack;
  private Boolean fixed;
  private int version;

  private Standing() {}

  public static Standing of(List<ComplaintAct> acts) {
    Standing standing = new Standing();
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
      category = screened.category();
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

  /** Whether it can be given to a department; to another one as long as nobody has taken it up. */
  boolean assignable() {
    return state == ComplaintState.SCREENED
        || state == ComplaintState.GROUPED
        || state == ComplaintState.ASSIGNED;
  }

  /** Whether a department has it. */
  public boolean withDepartment() {
    return state == ComplaintState.ASSIGNED || state == ComplaintState.IN_HAND;
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

  /** Not satisfied the first time: it is done once more. */
  public boolean reopens() {
    return grade == Grade.NOT_SATISFIED && round == 1;
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

  /** Whether this account may answer: nobody does about themselves, nor a second time. */
  public boolean mayHandle(String account) {
    return account != null && !concerned.contains(account) && !formerHandlers.contains(account);
  }

  private void require(boolean possible, ComplaintAct act) {
    if (!possible) {
      throw new IllegalStateException("Not possible for a complaint that is " + state + ": " + act);
    }
  }

  public ComplaintState state() {
    return state;
  }

  public ComplaintKind kind() {
    return kind;
  }

  public ComplaintChannel channel() {
    return channel;
  }

  public Naming naming() {
    return naming;
  }

  /** Of the taxonomy; null before it is known. */
  public Integer category() {
    return category;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** When the clock of the answer began: with the receipt, or the reopening. */
  public Instant roundSince() {
    return roundSince;
  }

  public Limit screening() {
    return screening;
  }

  /** Time to answer, with what it was extended by. */
  public Limit reply() {
    return extendedDays == 0 ? reply : new Limit(reply.amount() + extendedDays, reply.unit());
  }

  public int ratingDays() {
    return ratingDays;
  }

  /** 主办部门; null before it is assigned. */
  public String lead() {
    return lead;
  }

  /** 协办部门. */
  public Set<String> joint() {
    return joint;
  }

  /** Who has it, or answered last; null before. */
  public String handler() {
    return handler;
  }

  public Set<String> concerned() {
    return concerned;
  }

  public String groupedUnder() {
    return groupedUnder;
  }

  /** How often departments have passed it on. */
  public int passedOn() {
    return passedOn;
  }

  public String extensionAskedBy() {
    return extensionDecided ? null : extensionAskedBy;
  }

  public int extensionWanted() {
    return extensionWanted;
  }

  /** Whether it can still be asked for: once, and not when it was reopened. */
  public boolean extensionOpen() {
    return extensionAskedBy == null && !extensionDecided;
  }

  public Instant urgedByWriterAt() {
    return urgedByWriterAt;
  }

  public boolean supervised() {
    return supervised;
  }

  /** The first, or the second after it was reopened. */
  public int round() {
    return round;
  }

  public Instant firstReplyAt() {
    return firstReplyAt;
  }

  public Instant repliedAt() {
    return repliedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  /** What the writer thinks of the last answer; null when they haven't said. */
  public Grade grade() {
    return grade;
  }

  public boolean calledBack() {
    return calledBack;
  }

  /** What they said when called back; null when not asked or not reached. */
  public Boolean fixed() {
    return fixed;
  }

  public int version() {
    return version;
  }
}
