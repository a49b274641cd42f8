package org.sunlit.complaint.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.complaint.rules.ComplaintRules.Reader;

/** People and acts that complaints are told with. */
final class ComplaintScene {
  /** A Friday morning, by weekends alone. */
  static final Instant FRIDAY = Instant.parse("2030-03-01T02:00:00Z");

  static final WorkingCalendar WEEKENDS = WorkingCalendar.of(List.of(), List.of());
  static final Limit ONE_DAY = new Limit(1, LimitUnit.WORKING_DAYS);
  static final Limit FIVE_DAYS = new Limit(5, LimitUnit.WORKING_DAYS);

  static final Reader SCREENER = new Reader("s", null, false, true, false, false);
  static final Reader CLERK = clerk("c", "water");
  static final Reader COLLEAGUE = clerk("d", "water");
  static final Reader LEADER = new Reader("l", "water", true, false, false, false);
  static final Reader JOINT = clerk("j", "roads");
  static final Reader STRANGER = clerk("x", "schools");
  static final Reader SUPERVISOR = new Reader("v", null, false, false, false, true);
  static final Reader MEMBER = new Reader("m", null, false, false, true, false);

  static Reader clerk(String account, String department) {
    return new Reader(account, department, false, false, false, false);
  }

  static ComplaintAct received(ComplaintChannel channel, Naming naming) {
    return new ComplaintAct.Received(
        FRIDAY, null, ComplaintKind.COMPLAINT, channel, naming, ONE_DAY, FIVE_DAYS);
  }

  static ComplaintAct received() {
    return received(ComplaintChannel.WEB, Naming.NAMED);
  }

  static ComplaintAct screened(String... concerned) {
    return new ComplaintAct.Screened(
        FRIDAY, "s", ComplaintKind.COMPLAINT, Set.of(concerned), FIVE_DAYS, null);
  }

  static final ComplaintAct ASSIGNED =
      new ComplaintAct.Assigned(FRIDAY, "s", "water", Set.of("roads"));
  static final ComplaintAct TAKEN = new ComplaintAct.TakenUp(FRIDAY, "c");
  static final ComplaintAct REPLIED = new ComplaintAct.Replied(FRIDAY, "c", 10);
  static final ComplaintAct ASKED = new ComplaintAct.ExtensionAsked(FRIDAY, "c", 5);

  static ComplaintAct rated(Grade grade) {
    return new ComplaintAct.Rated(FRIDAY, null, grade);
  }

  static final ComplaintAct REOPENED = new ComplaintAct.Reopened(FRIDAY, null, FIVE_DAYS);
  static final ComplaintAct CLOSED = new ComplaintAct.Closed(FRIDAY, null);

  static Standing after(ComplaintAct... acts) {
    return Standing.of(List.of(acts));
  }

  static Set<ComplaintAction> possible(Standing complaint, Reader reader) {
    return ComplaintRules.possible(complaint, reader, FRIDAY);
  }

  private ComplaintScene() {}
}
