package org.sunlit.council.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.DeadlineFold;
import org.sunlit.calendar.Derivation;
import org.sunlit.calendar.LegalBasis;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.Statutes;
import org.sunlit.calendar.WorkingCalendar;

/**
 * Until when what members wrote is looked through, and a department answers. The days are Sunlit's
 * own, the duty is the law's.
 */
public final class TopicClock {
  /** Working days to look through what a member wrote. */
  public static final int MODERATION_DAYS = 2;

  /** Working days a department has unless the office says otherwise. */
  public static final int ANSWER_DAYS = 5;

  /** Working days it can be given at the most. */
  public static final int ANSWER_MOST_DAYS = 20;

  /** 优化营商环境条例 (国务院令第722号) 第四十八条. The English is a reading aid. */
  static final LegalBasis HEARD =
      new LegalBasis(
          "优化营商环境条例",
          "Regulations on Improving the Business Environment",
          "第四十八条",
          "art. 48",
          "政府及其有关部门应当按照构建亲清新型政商关系的要求，建立畅通有效的政企沟通机制，采取多种方式及时听取市场主体的反映和诉求，"
              + "了解市场主体生产经营中遇到的困难和问题，并依法帮助其解决。",
          "Governments and their departments keep working ways of talking with enterprises, hear in"
              + " time and in many ways what they report and ask for, learn of their difficulties"
              + " and help solve them according to law.");

  private TopicClock() {}

  /** By when the department answers; empty while none was asked. Passing on moves nothing. */
  public static Optional<Derivation> answer(TopicStanding topic, WorkingCalendar calendar) {
    return topic.askedAt() == null
        ? Optional.empty()
        : Optional.of(from(topic.askedAt(), topic.answerDays(), calendar));
  }

  /** Whether it was, or is by now, answered after its day; false while none was asked. */
  public static boolean late(TopicStanding topic, WorkingCalendar calendar, Instant now) {
    Instant answered = topic.answeredAt();
    Instant until = answered == null ? now : answered;
    boolean counts = answered != null || !over(topic.state());
    return counts && answer(topic, calendar).filter(day -> until.isAfter(due(day))).isPresent();
  }

  /** The next moment something has to be done by; empty when nothing is waited for. */
  public static Optional<Instant> next(TopicStanding topic, WorkingCalendar calendar) {
    Stream<Instant> looking =
        topic.waiting().stream().map(each -> due(from(each.at(), MODERATION_DAYS, calendar)));
    Stream<Instant> answering =
        topic.answeredAt() == null && !over(topic.state())
            ? answer(topic, calendar).map(TopicClock::due).stream()
            : Stream.empty();
    return Stream.concat(looking, answering).min(Instant::compareTo);
  }

  private static boolean over(TopicState state) {
    return switch (state) {
      case PENDING, OPEN, ASKED, ANSWERED -> false;
      case CLOSED, REFUSED, WITHDRAWN -> true;
    };
  }

  /** Nothing here is an administrative licence: 行政许可法 has no part in how days are counted. */
  private static Derivation from(Instant start, int days, WorkingCalendar calendar) {
    Derivation folded =
        DeadlineFold.fold(
            List.of(ClockEvent.start(start)),
            new Limit(days, LimitUnit.WORKING_DAYS),
            calendar,
            List.of(HEARD));
    return folded.restingOn(
        folded.basis().stream().filter(each -> !each.equals(Statutes.WORKING_DAYS)).toList());
  }

  private static Instant due(Derivation derivation) {
    return derivation.dueAt().orElseThrow().toInstant();
  }
}
