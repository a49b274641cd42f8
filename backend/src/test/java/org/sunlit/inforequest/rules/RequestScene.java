package org.sunlit.inforequest.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.inforequest.rules.RequestRules.Reader;
import org.sunlit.inforequest.rules.RequestRules.Today;
import org.sunlit.platform.CityTime;

/** People and acts that requests are told with. */
final class RequestScene {
  /** A Friday morning, by weekends alone. */
  static final Instant FRIDAY = Instant.parse("2030-03-01T02:00:00Z");

  static final WorkingCalendar WEEKENDS = WorkingCalendar.of(List.of(), List.of());
  static final Reader CLERK = new Reader("c", "water", true, false, false);
  static final Reader COLLEAGUE = new Reader("d", "water", true, false, false);
  static final Reader HEAD = new Reader("h", "water", true, true, false);
  static final Reader STRANGER = new Reader("x", "schools", true, true, false);
  static final Reader SUPERVISOR = new Reader("v", null, false, false, true);
  static final Decision GIVEN = new Decision(DecisionKind.PROVIDED, null, null, false);
  static final RequestAct RECEIVED =
      new RequestAct.Received(FRIDAY, null, RequestChannel.WEB, "water", FRIDAY);
  static final RequestAct ACKNOWLEDGED = new RequestAct.Acknowledged(FRIDAY, "c");
  static final RequestAct DRAFTED = new RequestAct.Drafted(FRIDAY, "c", GIVEN);
  static final RequestAct RELEASED = new RequestAct.Released(FRIDAY, "h");
  static final RequestAct REVIEW = new RequestAct.ReviewAsked(FRIDAY, null);

  static RequestStanding after(RequestAct... acts) {
    return RequestStanding.of(List.of(acts));
  }

  static Set<RequestAction> possible(RequestStanding request, Reader reader) {
    return possible(request, reader, FRIDAY);
  }

  static Set<RequestAction> possible(RequestStanding request, Reader reader, Instant now) {
    return RequestRules.possible(request, reader, new Today(now, WEEKENDS));
  }

  /** Ten in the morning of that day. */
  static Instant on(String day) {
    return LocalDate.parse(day).atTime(10, 0).atZone(CityTime.ZONE).toInstant();
  }

  static LocalDate answerOn(RequestStanding request) {
    return RequestClock.answer(request, WEEKENDS).dueDate().orElseThrow();
  }
}
