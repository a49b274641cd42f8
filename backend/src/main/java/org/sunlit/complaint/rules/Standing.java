package org.sunlit.complaint.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sunlit.calendar.Limit;

/** Where a complaint stands: the fold of its acts, see {@link StandingFold}. */
public abstract sealed class Standing permits StandingFold {
  /** A department may pass on what it was given so often in all; then whoever has it answers. */
  public static final int MOST_PASSED_ON = 2;

  ComplaintState state;
  ComplaintKind kind;
  ComplaintChannel channel;
  Naming naming;
  Instant receivedAt;
  Instant roundSince;
  Limit screening;
  Limit reply;
  int ratingDays;
  String lead;
  Set<String> joint = Set.of();
  String handler;
  final Set<String> formerHandlers = new HashSet<>();
  Set<String> concerned = Set.of();
  String groupedUnder;
  int passedOn;
  String extensionAskedBy;
  int extensionWanted;
  boolean extensionDecided;
  int extendedDays;
  Instant urgedByWriterAt;
  boolean supervised;
  int round;
  Instant firstReplyAt;
  Instant repliedAt;
  Instant closedAt;
  Grade grade;
  boolean calledBack;
  Boolean fixed;
  int version;

  Standing() {}

  public static Standing of(List<ComplaintAct> acts) {
    return StandingFold.fold(acts);
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

  /** Not satisfied the first time: it is done once more. */
  public boolean reopens() {
    return grade == Grade.NOT_SATISFIED && round == 1;
  }

  /** Whether this account may answer: nobody does about themselves, nor a second time. */
  public boolean mayHandle(String account) {
    return account != null && !concerned.contains(account) && !formerHandlers.contains(account);
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
