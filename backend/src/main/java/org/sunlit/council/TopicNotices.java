package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicActKind;
import org.sunlit.council.rules.TopicClock;
import org.sunlit.council.rules.TopicStanding;
import org.sunlit.council.rules.TopicStanding.Contribution;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.StaffNotices;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;

/**
 * Tells members in their inbox what became of what they wrote, the office of what waits for it, and
 * the heads of a department that it is asked.
 */
@ApplicationScoped
class TopicNotices {
  static final String OFFICE =
      """
      select a.account from account a where a.kind = 'staff' and not a.disabled and 'petitionScreener' = any (a.roles)
      order by a.account
      """;
  private static final String HEADS =
      """
      select a.account from account a where a.kind = 'staff' and not a.disabled
        and a.department_code = :department and a.roles && array['approver', 'chiefRepresentative']
      order by a.account
      """;

  private final StaffNotices notices;
  private final CalendarService calendars;

  TopicNotices(StaffNotices notices, CalendarService calendars) {
    this.notices = notices;
    this.calendars = calendars;
  }

  /**
   * What has just happened.
   *
   * @param key the topic's
   */
  Uni<Void> tell(Mutiny.Session session, TopicRecord topic, DataKey key) {
    TopicStanding standing = topic.standing();
    TopicActKind kind = TopicActKind.of(topic.last());
    Uni<List<String>> told =
        switch (kind) {
          case OPENED, CONTRIBUTED, SENT_BACK ->
              session.createNativeQuery(OFFICE, String.class).getResultList();
          case ASKED ->
              session
                  .createNativeQuery(HEADS, String.class)
                  .setParameter("department", standing.department())
                  .getResultList();
          case RELEASED, REFUSED, TAKEN_DOWN ->
              Uni.createFrom().item(authors(topic.last(), standing));
          case ANSWERED -> Uni.createFrom().item(talkers(standing));
          case MADE_COMPLAINT, CLOSED -> Uni.createFrom().item(List.of(standing.opener()));
          case WITHDRAWN -> Uni.createFrom().item(List.of());
        };
    return told.chain(
        accounts ->
            notices.tell(
                session,
                topic.subject(),
                "act " + topic.version(),
                NoticeText.of("council." + kind.code(), topic.number(), dueOn(topic)),
                accounts,
                topic.last().at(),
                key));
  }

  private static List<String> authors(TopicAct act, TopicStanding standing) {
    int of =
        act instanceof TopicAct.Released released
            ? released.of()
            : act instanceof TopicAct.Refused refused
                ? refused.of()
                : ((TopicAct.TakenDown) act).of();
    return standing.contribution(of).map(Contribution::author).stream().toList();
  }

  /** Whoever began it, and whoever is seen to have written on. */
  private static List<String> talkers(TopicStanding standing) {
    return Stream.concat(
            Stream.of(standing.opener()),
            standing.contributions().stream().filter(Contribution::shown).map(Contribution::author))
        .distinct()
        .toList();
  }

  /** The next day something is due; of what waits for nothing, the day of the act. */
  private LocalDate dueOn(TopicRecord topic) {
    return LocalDate.ofInstant(
        TopicClock.next(topic.standing(), calendars.current()).orElse(topic.last().at()),
        CityTime.ZONE);
  }
}
