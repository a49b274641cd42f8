package org.sunlit.inforequest.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.LegalBasis;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.PauseGround;
import org.sunlit.calendar.Statutes;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.inforequest.rules.RequestStanding.Consultation;
import org.sunlit.platform.Coded;

/** Until when what has to be done (政府信息公开条例第三十条、第三十二条、第三十三条). */
public final class RequestClock {
  /** Working days to say what has to be supplemented (art. 30). */
  public static final int CLARIFY_WITHIN_DAYS = 7;

  /** Working days to answer (art. 33(2)). */
  public static final int ANSWER_DAYS = 20;

  /** Working days more, at most and once (art. 33(2)). */
  public static final int EXTENSION_MOST_DAYS = 20;

  /** Working days for those who are consulted (arts. 32, 34). */
  public static final int OPINION_DAYS = 15;

  /** Working days to look at an answer again; no law sets them, they are Sunlit's own. */
  public static final int REVIEW_DAYS = 15;

  /** What a deadline is for. */
  public enum For implements Coded {
    ANSWER("answer"),
    SUPPLEMENT("supplement"),
    REVIEW("review");

    private final String code;

    For(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** A deadline and what it is for. */
  public record Running(For what, Derivation derivation) {
    public Instant dueAt() {
      return due(derivation);
    }
  }

  /** A time that isn't counted. */
  private record Window(Instant from, Instant to) {}

  private RequestClock() {}

  /** The clock that runs now; empty when nothing is waited for. */
  public static Optional<Running> running(RequestStanding request, WorkingCalendar calendar) {
    return switch (request.state()) {
      case RECEIVED, IN_HAND -> Optional.of(new Running(For.ANSWER, answer(request, calendar)));
      case CLARIFYING -> Optional.of(new Running(For.SUPPLEMENT, supplement(request, calendar)));
      case DRAFTED ->
          Optional.of(
              request.reviewAskedAt() == null
                  ? new Running(For.ANSWER, answer(request, calendar))
                  : new Running(For.REVIEW, review(request, calendar)));
      case REVIEWING -> Optional.of(new Running(For.REVIEW, review(request, calendar)));
      case ANSWERED, WITHDRAWN, LAPSED -> Optional.empty();
    };
  }

  /**
   * By when it has to be answered: counted from the receipt or the supplement, without the time of
   * consultations (art. 33(3)). Of one that isn't answered yet a consultation takes as long as it
   * may, so the day is the last possible one and comes nearer with every opinion.
   */
  public static Derivation answer(RequestStanding request, WorkingCalendar calendar) {
    List<ClockEvent> events = new ArrayList<>(List.of(ClockEvent.start(request.countedFrom())));
    for (Window window : notCounted(request, calendar)) {
      events.add(
          ClockEvent.pause(
              window.from(), PauseGround.OTHER_STATUTE, RequestStatutes.NOT_COUNTED.citation()));
      events.add(ClockEvent.resume(window.to()));
    }
    Limit limit = new Limit(ANSWER_DAYS + request.extendedDays(), LimitUnit.WORKING_DAYS);
    return fold(events, limit, calendar, RequestStatutes.ANSWER);
  }

  /** By when the office may say what has to be supplemented. */
  public static Instant clarifyBy(RequestStanding request, WorkingCalendar calendar) {
    return due(
        from(request.receivedAt(), CLARIFY_WITHIN_DAYS, calendar, RequestStatutes.CLARIFICATION));
  }

  /** By when the applicant has to supplement. */
  private static Derivation supplement(RequestStanding request, WorkingCalendar calendar) {
    return from(
        request.clarificationAskedAt(),
        request.supplementDays(),
        calendar,
        RequestStatutes.CLARIFICATION);
  }

  /** By when the applicant has to say why they ask for so much. */
  public static Instant reasonsBy(RequestStanding request, WorkingCalendar calendar) {
    return due(
        from(request.reasonsAskedAt(), request.reasonsDays(), calendar, RequestStatutes.REASONS));
  }

  /** By when those who were asked have to say their view. */
  public static Instant opinionBy(Consultation consultation, WorkingCalendar calendar) {
    return due(from(consultation.sentAt(), OPINION_DAYS, calendar, RequestStatutes.CONSULTATION));
  }

  private static Derivation review(RequestStanding request, WorkingCalendar calendar) {
    return from(request.reviewAskedAt(), REVIEW_DAYS, calendar, RequestStatutes.REVIEW);
  }

  /** Consultations that overlap are one time. */
  private static List<Window> notCounted(RequestStanding request, WorkingCalendar calendar) {
    List<Window> apart = new ArrayList<>();
    request.consultations().stream()
        .map(each -> new Window(each.sentAt(), end(each, calendar)))
        .sorted(Comparator.comparing(Window::from))
        .forEach(
            window -> {
              Window last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
              if (last == null || window.from().isAfter(last.to())) {
                apart.add(window);
              } else if (window.to().isAfter(last.to())) {
                apart.set(apart.size() - 1, new Window(last.from(), window.to()));
              }
            });
    return apart;
  }

  /** With the opinion, and never later than it was due: silence doesn't stop the clock. */
  private static Instant end(Consultation consultation, WorkingCalendar calendar) {
    Instant latest = opinionBy(consultation, calendar);
    return consultation.opinionAt() == null || consultation.opinionAt().isAfter(latest)
        ? latest
        : consultation.opinionAt();
  }

  private static Derivation from(
      Instant start, int days, WorkingCalendar calendar, LegalBasis basis) {
    Limit limit = new Limit(days, LimitUnit.WORKING_DAYS);
    return fold(List.of(ClockEvent.start(start)), limit, calendar, basis);
  }

  /** The regulation itself counts in working days: it needs no 行政许可法 for that. */
  private static Derivation fold(
      List<ClockEvent> events, Limit limit, WorkingCalendar calendar, LegalBasis basis) {
    Derivation folded = DeadlineFold.fold(events, limit, calendar, List.of(basis));
    return folded.restingOn(
        folded.basis().stream().filter(each -> !each.equals(Statutes.WORKING_DAYS)).toList());
  }

  private static Instant due(Derivation derivation) {
    return derivation.dueAt().orElseThrow().toInstant();
  }
}
