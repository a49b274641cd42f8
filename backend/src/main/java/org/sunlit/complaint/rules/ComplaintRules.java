package org.sunlit.complaint.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What may be done about a complaint as it stands, and by whom. */
public final class ComplaintRules {
  /** The writer may urge once in so long. */
  public static final Duration BETWEEN_URGINGS = Duration.ofHours(24);

  /** People are asked again this long after the end whether it is really fixed. */
  public static final Duration CALL_BACK_AFTER = Duration.ofDays(28);

  private ComplaintRules() {}

  /**
   * Somebody of the staff before a complaint.
   *
   * @param department the one they handle complaints for; null for none
   * @param leader whether they lead it
   * @param onDuty whether they answer the direct line on the day it came in, or today
   */
  public record Reader(
      String account,
      String department,
      boolean leader,
      boolean screener,
      boolean onDuty,
      boolean supervisor) {}

  /** Whether it is there for this reader at all. */
  public static boolean sees(Standing complaint, Reader reader) {
    if (complaint.concerned().contains(reader.account())) {
      return false;
    }
    return reader.supervisor()
        || reader.screener()
        || ofLead(complaint, reader)
        || ofJoint(complaint, reader)
        || complaint.channel() == ComplaintChannel.DIRECT_LINE && reader.onDuty();
  }

  /** Whether this reader learns who wrote, where somebody said it. */
  public static boolean seesWriter(Standing complaint, Reader reader) {
    return seesWriter(complaint.naming(), complaint.lead(), reader);
  }

  /** The same of one whose acts aren't at hand, such as in a list. */
  public static boolean seesWriter(Naming naming, String lead, Reader reader) {
    return switch (naming) {
      case NAMED -> true;
      case WITHHELD -> reader.screener() && !isOf(lead, reader);
      case ANONYMOUS -> false;
    };
  }

  /** What this reader can do about it now. */
  public static Set<ComplaintAction> possible(Standing complaint, Reader reader, Instant now) {
    Set<ComplaintAction> possible = EnumSet.noneOf(ComplaintAction.class);
    for (ComplaintAction action : ComplaintAction.values()) {
      if (mayEver(complaint, action, reader) && possible(complaint, action, now)) {
        possible.add(action);
      }
    }
    return possible;
  }

  /** Whether this is somebody's part, whatever the complaint's state. */
  public static boolean mayEver(Standing complaint, ComplaintAction action, Reader reader) {
    boolean lead = ofLead(complaint, reader) && !reader.supervisor();
    boolean duty =
        complaint.channel() == ComplaintChannel.DIRECT_LINE
            && complaint.lead() == null
            && reader.onDuty();
    return switch (action) {
      case SCREEN, GROUP, CALL_BACK -> reader.screener();
      case ASSIGN -> reader.screener() || duty;
      case TAKE_UP -> (lead || duty) && complaint.mayHandle(reader.account());
      case REPLY ->
          (lead || duty)
              && complaint.mayHandle(reader.account())
              && reader.account().equals(complaint.handler());
      case CONTRIBUTE -> ofJoint(complaint, reader) && !reader.supervisor();
      case TRANSFER, RETURN -> lead;
      case ASK_EXTENSION -> lead && reader.account().equals(complaint.handler());
      case GRANT_EXTENSION, REFUSE_EXTENSION ->
          lead && reader.leader() && !reader.account().equals(complaint.extensionAskedBy());
      case URGE, SUPERVISE -> reader.supervisor();
    };
  }

  /** Whether it can be done as the complaint stands, by whoever may. */
  public static boolean possible(Standing complaint, ComplaintAction action, Instant now) {
    ComplaintState state = complaint.state();
    boolean waits = state == ComplaintState.RECEIVED || state == ComplaintState.SCREENED;
    return switch (action) {
      case SCREEN -> waits;
      case GROUP -> waits && complaint.round() == 1;
      case ASSIGN -> complaint.assignable();
      case TAKE_UP ->
          complaint.withDepartment()
              || complaint.channel() == ComplaintChannel.DIRECT_LINE && waits;
      case CONTRIBUTE -> complaint.withDepartment();
      case TRANSFER, RETURN ->
          complaint.withDepartment()
              && complaint.lead() != null
              && complaint.passedOn() < Standing.MOST_PASSED_ON;
      case ASK_EXTENSION -> complaint.withDepartment() && complaint.extensionOpen();
      case GRANT_EXTENSION, REFUSE_EXTENSION ->
          complaint.withDepartment() && complaint.extensionAskedBy() != null;
      case URGE -> state.owesAnAnswer();
      case SUPERVISE -> state.owesAnAnswer() && !complaint.supervised();
      case REPLY -> state == ComplaintState.IN_HAND;
      case CALL_BACK ->
          state == ComplaintState.CLOSED
              && !complaint.calledBack()
              && complaint.naming() != Naming.ANONYMOUS
              && !now.isBefore(complaint.closedAt().plus(CALL_BACK_AFTER));
    };
  }

  /** Whether the writer may urge now. */
  public static boolean mayUrge(Standing complaint, Instant now) {
    Instant last = complaint.urgedByWriterAt();
    return complaint.state().owesAnAnswer()
        && (last == null || !now.isBefore(last.plus(BETWEEN_URGINGS)));
  }

  /** Whether the writer may say what they think of the answer. */
  public static boolean mayRate(Standing complaint) {
    return complaint.state() == ComplaintState.REPLIED && complaint.grade() == null;
  }

  private static boolean ofLead(Standing complaint, Reader reader) {
    return isOf(complaint.lead(), reader);
  }

  private static boolean isOf(String lead, Reader reader) {
    return reader.department() != null && reader.department().equals(lead);
  }

  private static boolean ofJoint(Standing complaint, Reader reader) {
    return reader.department() != null && complaint.joint().contains(reader.department());
  }
}
