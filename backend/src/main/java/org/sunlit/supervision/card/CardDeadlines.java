package org.sunlit.supervision.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.supervision.card.rules.CardStanding;
import org.sunlit.supervision.card.rules.CardState;
import org.sunlit.supervision.card.rules.Talk;

/** The last days of cards, counted in working days by the calendar as it is known now. */
@ApplicationScoped
class CardDeadlines {
  /** What somebody has time for. */
  enum For {
    ANSWER("answer"),
    DECISION("decision"),
    RECTIFICATION("rectification");

    private final String code;

    For(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** A deadline and what it is for. */
  record Running(For what, Derivation derivation) {}

  private final CalendarService calendars;

  CardDeadlines(CalendarService calendars) {
    this.calendars = calendars;
  }

  /** So many working days from a moment, with their derivation. */
  Derivation from(Instant start, int workingDays) {
    return DeadlineFold.fold(
        List.of(ClockEvent.start(start)),
        new Limit(workingDays, LimitUnit.WORKING_DAYS),
        calendars.current(),
        List.of());
  }

  LocalDate lastDay(Instant start, int workingDays) {
    return from(start, workingDays).dueDate().orElseThrow();
  }

  /** The last moment to explain or appeal; empty when that is over. */
  Optional<Instant> answerDue(CardStanding card) {
    return mayAnswer(card)
        ? from(card.issuedAt(), card.answerDays()).dueAt().map(due -> due.toInstant())
        : Optional.empty();
  }

  Optional<LocalDate> answerBy(CardStanding card) {
    return mayAnswer(card)
        ? Optional.of(lastDay(card.issuedAt(), card.answerDays()))
        : Optional.empty();
  }

  Optional<LocalDate> rectificationBy(CardStanding card) {
    return card.rectification().withDepartment() && card.state() != CardState.WITHDRAWN
        ? Optional.of(lastDay(card.rectification().since(), card.rectification().days()))
        : Optional.empty();
  }

  LocalDate talkBy(Talk talk) {
    return lastDay(talk.calledAt(), talk.days());
  }

  /** The deadline that matters most now. */
  Optional<Running> running(CardStanding card) {
    if (mayAnswer(card)) {
      return Optional.of(new Running(For.ANSWER, from(card.issuedAt(), card.answerDays())));
    }
    if (card.state() == CardState.APPEALED) {
      return Optional.of(new Running(For.DECISION, from(card.appealedAt(), card.decisionDays())));
    }
    return rectificationBy(card)
        .map(
            day ->
                new Running(
                    For.RECTIFICATION,
                    from(card.rectification().since(), card.rectification().days())));
  }

  private static boolean mayAnswer(CardStanding card) {
    return card.state() == CardState.ISSUED || card.state() == CardState.EXPLAINED;
  }
}
