package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.inforequest.rules.RequestActKind;
import org.sunlit.inforequest.rules.RequestClock;
import org.sunlit.notice.Channel;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeChoice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.StaffNotices;
import org.sunlit.notice.Topic;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.problem.Language;

/**
 * Tells applicants what the regulation says they are told (arts. 30, 33, 35, 36), and the heads of
 * the office of what waits for them.
 */
@ApplicationScoped
class RequestNotices {
  private static final Set<RequestActKind> TO_APPLICANT =
      EnumSet.of(
          RequestActKind.RECEIVED,
          RequestActKind.ACKNOWLEDGED,
          RequestActKind.CLARIFICATION_ASKED,
          RequestActKind.LAPSED,
          RequestActKind.REASONS_ASKED,
          RequestActKind.CONSULTED,
          RequestActKind.EXTENSION_GRANTED,
          RequestActKind.RELEASED,
          RequestActKind.CONFIRMED);
  private static final Set<RequestActKind> TO_HEADS =
      EnumSet.of(
          RequestActKind.RECEIVED,
          RequestActKind.SUPPLEMENTED,
          RequestActKind.EXTENSION_ASKED,
          RequestActKind.DRAFTED,
          RequestActKind.REVIEW_ASKED);
  private static final String HEADS =
      """
      select a.account from account a where a.kind = 'staff' and not a.disabled
        and a.department_code = :department and a.roles && array['approver', 'chiefRepresentative']
      order by a.account
      """;

  private final Outbox outbox;
  private final StaffNotices staffNotices;
  private final CalendarService calendars;

  RequestNotices(Outbox outbox, StaffNotices staffNotices, CalendarService calendars) {
    this.outbox = outbox;
    this.staffNotices = staffNotices;
    this.calendars = calendars;
  }

  /**
   * What has just happened.
   *
   * @param key the request's
   */
  Uni<Void> tell(Mutiny.Session session, RequestRecord request, DataKey key) {
    RequestActKind kind = RequestActKind.of(request.last());
    Uni<Void> applicant =
        TO_APPLICANT.contains(kind)
            ? applicant(session, request, kind, key)
            : Uni.createFrom().voidItem();
    return applicant.chain(
        () ->
            TO_HEADS.contains(kind)
                ? heads(session, request, kind, key)
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> applicant(
      Mutiny.Session session, RequestRecord request, RequestActKind kind, DataKey key) {
    Reach reach = reach(Content.open(key, request.content()));
    if (reach == null) {
      return Uni.createFrom().voidItem();
    }
    NoticeText text = NoticeText.of("inforequest." + kind.code(), request.number(), dueOn(request));
    Notice notice =
        new Notice(
            request.subject(), event(request) + " applicant", Topic.REQUIRED, text, reach, null);
    return outbox.put(session, notice, request.last().at(), key);
  }

  /** Where the applicant can be reached by telephone, e-mail or inbox; null when by post alone. */
  private static Reach reach(Content content) {
    if (content.phone() == null && content.email() == null && content.account() == null) {
      return null;
    }
    Set<Channel> ways =
        content.email() == null ? Set.of(Channel.SMS) : Set.of(Channel.SMS, Channel.EMAIL);
    return new Reach(
        content.phone(),
        content.account(),
        new NoticeChoice(Language.ZH_CN, content.email(), ways, Set.of()));
  }

  private Uni<Void> heads(
      Mutiny.Session session, RequestRecord request, RequestActKind kind, DataKey key) {
    return session
        .createNativeQuery(HEADS, String.class)
        .setParameter("department", request.standing().department())
        .getResultList()
        .chain(
            accounts ->
                staffNotices.tell(
                    session,
                    request.subject(),
                    event(request),
                    NoticeText.of(
                        "inforequest.office." + kind.code(), request.number(), dueOn(request)),
                    accounts,
                    request.last().at(),
                    key));
  }

  /** The day the running clock ends; of what waits for nothing, the day of the act. */
  private LocalDate dueOn(RequestRecord request) {
    return LocalDate.ofInstant(
        RequestClock.running(request.standing(), calendars.current())
            .map(RequestClock.Running::dueAt)
            .orElse(request.last().at()),
        CityTime.ZONE);
  }

  private static String event(RequestRecord request) {
    return "act " + request.version();
  }
}
