package org.sunlit.appointment;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.citizen.Citizens;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeChoice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Localised;

/**
 * Tells people of their appointments: at once, the day before, and when the place will be closed.
 */
@ApplicationScoped
public class AppointmentNotices {
  private static final Logger LOG = Logger.getLogger(AppointmentNotices.class);

  /** How long before it somebody is reminded. */
  private static final Duration BEFORE = Duration.ofHours(24);

  private static final String DUE =
      Stored.SELECT
          + """
           where a.state = 'booked' and a.reminded_at is null and a.starts_at > $1 and a.starts_at <= $2
             and a.booked_at < $3
          order by a.starts_at limit 200
          """;
  private static final String UNTOLD =
      Stored.SELECT
          + """
           where a.state = 'booked' and a.closed_told_at is null and a.starts_at > $1 and exists (
             select from opening_exception e where e.place_code = a.place_code and a.day between e.from_on and e.until_on)
          order by a.starts_at limit 1000
          """;
  private static final String TOLD =
      """
      update appointment set closed_told_at = :at
      where id = :id and version = :version and closed_told_at is null and state = 'booked'
      """;
  private static final String REMINDED =
      """
      update appointment set reminded_at = :at
      where id = :id and version = :version and reminded_at is null and state = 'booked'
      """;

  /** What a message is about. */
  record About(
      String subject,
      String account,
      String phone,
      Schedule schedule,
      Appointments.SlotRef slot,
      String number) {}

  private final Pool pool;
  private final Schedules schedules;
  private final Outbox outbox;
  private final Citizens citizens;
  private final Transactor transactor;
  private final Vault vault;
  private final Clock clock;

  AppointmentNotices(
      Pool pool,
      Schedules schedules,
      Outbox outbox,
      Citizens citizens,
      Transactor transactor,
      Vault vault,
      Clock clock) {
    this.pool = pool;
    this.schedules = schedules;
    this.outbox = outbox;
    this.citizens = citizens;
    this.transactor = transactor;
    this.vault = vault;
    this.clock = clock;
  }

  Uni<Void> booked(Mutiny.Session session, About about, Instant now, DataKey key) {
    return put(session, about, "booked", "appointment.booked", now, key);
  }

  /** Tells whoever is booked while the place is closed, and reminds whoever comes within a day. */
  @Scheduled(every = "2m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> remind() {
    Instant now = clock.instant();
    return tellOfClosing(now).chain(() -> remind(now));
  }

  private Uni<Void> tellOfClosing(Instant now) {
    return pool.preparedQuery(UNTOLD)
        .execute(Tuple.of(CityTime.offset(now)))
        .map(rows -> Schedules.all(rows, Stored::of))
        .map(booked -> booked.stream().filter(each -> !schedules.isOpen(each)).toList())
        .chain(booked -> each(booked, TOLD, "closed", "appointment.closed", now));
  }

  /**
   * Whoever booked just now knows, and whoever is booked while the place is closed has been told.
   */
  private Uni<Void> remind(Instant now) {
    return pool.preparedQuery(DUE)
        .execute(
            Tuple.of(
                CityTime.offset(now),
                CityTime.offset(now.plus(BEFORE)),
                CityTime.offset(now.minus(Duration.ofHours(1)))))
        .map(rows -> Schedules.all(rows, Stored::of))
        .map(due -> due.stream().filter(schedules::isOpen).toList())
        .chain(due -> each(due, REMINDED, "reminder", "appointment.reminder", now));
  }

  private Uni<Void> each(List<Stored> all, String mark, String event, String text, Instant now) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(
            stored ->
                tell(stored, mark, event, text, now)
                    .onFailure()
                    .invoke(
                        failure -> LOG.errorf(failure, "Nobody was told of %s", stored.number()))
                    // The others don't wait for it; it is found again with the next.
                    .onFailure()
                    .recoverWithItem(false))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Each in a transaction of its own; another node that comes first leaves nothing to do. */
  private Uni<Boolean> tell(Stored stored, String mark, String event, String text, Instant now) {
    return transactor.write(
        session ->
            session
                .createNativeQuery(mark)
                .setParameter("at", CityTime.offset(now))
                .setParameter("id", stored.id())
                .setParameter("version", stored.version())
                .executeUpdate()
                .chain(
                    first ->
                        first == 0
                            ? Uni.createFrom().item(false)
                            : put(
                                    session,
                                    about(stored),
                                    event + " " + stored.day() + " " + stored.starts(),
                                    text,
                                    now,
                                    stored.key(vault))
                                .replaceWith(true)));
  }

  private About about(Stored stored) {
    return new About(
        Stored.subject(stored.id()),
        stored.account(),
        stored.personal(vault).phone(),
        stored.schedule(),
        new Appointments.SlotRef(stored.schedule().id(), stored.day(), stored.starts()),
        stored.number());
  }

  private Uni<Void> put(
      Mutiny.Session session, About about, String event, String text, Instant now, DataKey key) {
    LocalDate day = about.slot().day();
    NoticeText words =
        NoticeText.of(
            text,
            day,
            about.slot().starts(),
            new Localised(about.schedule().placeName(), about.schedule().placeNameEn()),
            new Localised(about.schedule().name(), about.schedule().nameEn()),
            about.number());
    return choice(session, about)
        .map(
            choice ->
                new Notice(
                    about.subject(),
                    event,
                    Topic.REQUIRED,
                    words,
                    new Reach(about.phone(), about.account(), choice),
                    Schedules.moment(day, about.slot().starts())))
        .chain(notice -> outbox.put(session, notice, now, key));
  }

  /** How an account wants to be told; guests as usual. */
  private Uni<NoticeChoice> choice(Mutiny.Session session, About about) {
    return about.account() == null
        ? Uni.createFrom().item(NoticeChoice.USUAL)
        : citizens
            .find(session, about.account())
            .map(
                found ->
                    found
                        .map(citizen -> citizen.details().choiceOrUsual())
                        .orElse(NoticeChoice.USUAL));
  }
}
