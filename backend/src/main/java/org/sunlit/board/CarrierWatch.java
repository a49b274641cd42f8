package org.sunlit.board;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.board.rules.CarrierHealth;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeChoice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Localised;

/**
 * Notices devices that fell silent or show old news, and tells whoever answers for them, once for
 * each outage: the outage and what is told of it are one transaction, and a carrier has at most one
 * that is open.
 */
@ApplicationScoped
public class CarrierWatch {
  private static final Logger LOG = Logger.getLogger(CarrierWatch.class);
  private static final int BATCH = 200;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private static final String NOTICE =
      """
      with found as (
        select c.code, c.seen_at < :silent as silent,
          c.seen_at - make_interval(secs => cast(c.beat ->> 'dataAgeSeconds' as integer)) as heard_at
        from carrier c
        where c.key_hash is not null and not c.closed
          and (c.seen_at < :silent or cast(c.beat ->> 'dataAgeSeconds' as integer) > :old)
          and not exists (select from carrier_outage o where o.carrier_code = c.code and o.recovered_at is null)
        order by c.code limit :batch
      ), opened as (
        insert into carrier_outage (carrier_code, kind, began_at, noticed_at)
        select f.code, case when f.silent then 'offline' else 'stale' end,
          case when f.silent then c.seen_at else f.heard_at end, :now
        from found f join carrier c on c.code = f.code
        on conflict do nothing
        returning id, carrier_code, kind, began_at
      )
      select cast(json_build_object('id', o.id, 'code', c.code, 'kind', o.kind, 'beganAt', o.began_at,
        'account', c.responsible, 'name', c.definition ->> 'name', 'nameEn', c.definition ->> 'nameEn',
        'place', c.definition ->> 'place', 'placeEn', c.definition ->> 'placeEn') as text)
      from opened o join carrier c on c.code = o.carrier_code
      """;

  private record Opened(
      long id,
      String code,
      String kind,
      OffsetDateTime beganAt,
      String account,
      String name,
      String nameEn,
      String place,
      String placeEn) {}

  private final Transactor transactor;
  private final Outbox outbox;
  private final BeatSettings settings;
  private final Clock clock;

  CarrierWatch(Transactor transactor, Outbox outbox, BeatSettings settings, Clock clock) {
    this.transactor = transactor;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "{sunlit.board.beat.every:60s}",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return look()
        .onFailure()
        .invoke(failure -> LOG.error("Silent carriers could not be looked for", failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /** Notices all that are silent or without news now; ends with how many. */
  public Uni<Integer> look() {
    Instant now = clock.instant();
    return transactor
        .write(session -> notice(session, now))
        .chain(
            found ->
                found < BATCH ? Uni.createFrom().item(found) : look().map(more -> found + more));
  }

  private Uni<Integer> notice(Mutiny.Session session, Instant now) {
    CarrierHealth health = settings.health();
    return session
        .createNativeQuery(NOTICE, String.class)
        .setParameter("silent", CityTime.offset(now.minus(health.silentAfter())))
        .setParameter("old", (int) health.oldAfter().toSeconds())
        .setParameter("batch", BATCH)
        .setParameter("now", CityTime.offset(now))
        .getResultList()
        .chain(opened -> tellAll(session, opened, now).replaceWith(opened.size()));
  }

  private Uni<Void> tellAll(Mutiny.Session session, List<String> opened, Instant now) {
    return Multi.createFrom()
        .iterable(opened)
        .map(one -> StoredJson.read(one, Opened.class))
        .onItem()
        .transformToUniAndConcatenate(one -> tell(session, one, now))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> tell(Mutiny.Session session, Opened outage, Instant now) {
    return outbox.put(
        session,
        new Notice(
            "carrier/" + outage.code(),
            "outage " + outage.id(),
            Topic.REQUIRED,
            NoticeText.of(
                "carrier." + outage.kind(),
                new Localised(
                    outage.name(), outage.nameEn() == null ? outage.name() : outage.nameEn()),
                new Localised(
                    outage.place(), outage.placeEn() == null ? outage.place() : outage.placeEn()),
                MOMENT.format(outage.beganAt().atZoneSameInstant(CityTime.ZONE))),
            new Reach(null, outage.account(), NoticeChoice.USUAL),
            null),
        now);
  }
}
