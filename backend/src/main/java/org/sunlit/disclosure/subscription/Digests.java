package org.sunlit.disclosure.subscription;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.disclosure.subscription.Mails.News;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;

/**
 * Tells subscribers what is new: once a day, and what has to be published within hours 即时公开 at
 * once. Each is told in a transaction of their own, on however many nodes.
 */
@ApplicationScoped
class Digests {
  private static final Logger LOG = Logger.getLogger(Digests.class);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int MOST_NEWS = 50;

  private static final String DUE =
      """
      select id, true as whole from disclosure_subscription
      where confirmed_at is not null and told_until < $1 order by told_until limit 200
      """;
  private static final String AT_ONCE =
      """
      select s.id, false as whole from disclosure_subscription s
      where s.confirmed_at is not null and s.publications and exists (
        select 1 from publication_edition e join disclosure_duty y on y.code = e.duty_code
        where y.timing = 'immediate' and e.state = 'released' and e.released_at > s.at_once_until
          and e.released_at <= $1)
      order by s.at_once_until limit 200
      """;

  /**
   * What was told at once isn't told again in the morning. Those of one moment are told together,
   * so that what one message doesn't hold comes with the next from that moment on.
   */
  private static final String NEWS =
      """
      select cast(json_build_object(
        'news', coalesce(json_agg(json_build_object('title', n.title, 'titleEn', n.title_en, 'from', n.name,
          'fromEn', n.name_en, 'path', '/disclosures/' || n.number) order by n.released_at), '[]'),
        'last', case when count(*) >= :most then max(n.released_at) end) as text)
      from (
        select p.number, e.title, e.title_en, d.name, d.name_en, e.released_at
        from disclosure_subscription s, publication p
          join publication_edition e on e.publication_id = p.id and e.edition = p.public_edition
          join department d on d.code = p.department_code
          left join disclosure_duty y on y.code = e.duty_code
        where s.id = :id and s.publications and p.withdrawn_at is null
          and e.released_at > case when :whole then s.told_until else s.at_once_until end and e.released_at <= :until
          and (y.timing is not distinct from 'immediate' and e.released_at > s.at_once_until
            or :whole and y.timing is distinct from 'immediate')
          and (cardinality(s.categories) = 0 or p.categories && s.categories)
          and (cardinality(s.departments) = 0 or p.department_code = any (s.departments))
          and (cardinality(s.regions) = 0 or d.region_code = any (s.regions))
          and (s.duty_code is null or e.duty_code = s.duty_code)
        order by e.released_at fetch first (:most) rows with ties
      ) n
      """;

  /**
   * What one message tells of publications.
   *
   * @param last when the last of them was released, where there may be more behind it
   */
  private record Published(List<News> news, OffsetDateTime last) {
    Instant until(Instant now) {
      return last == null ? now : last.toInstant();
    }
  }

  private final Pool pool;
  private final Transactor transactor;
  private final SubscriptionStore store;
  private final Subscriptions subscriptions;
  private final Mails mails;
  private final Instance<BulletinSource> bulletins;
  private final Clock clock;

  Digests(
      Pool pool,
      Transactor transactor,
      SubscriptionStore store,
      Subscriptions subscriptions,
      Mails mails,
      Instance<BulletinSource> bulletins,
      Clock clock) {
    this.pool = pool;
    this.transactor = transactor;
    this.store = store;
    this.subscriptions = subscriptions;
    this.mails = mails;
    this.bulletins = bulletins;
    this.clock = clock;
  }

  @Scheduled(
      every = "1m",
      delayed = "40s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> run() {
    Instant now = clock.instant();
    return pool.preparedQuery(DUE)
        .execute(Tuple.of(CityTime.offset(lastMorning(now))))
        .chain(due -> tell(due, now))
        .chain(() -> pool.preparedQuery(AT_ONCE).execute(Tuple.of(CityTime.offset(now))))
        .chain(due -> tell(due, now));
  }

  private static Instant lastMorning(Instant now) {
    ZonedDateTime today = now.atZone(CityTime.ZONE).with(MORNING);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  private Uni<Void> tell(RowSet<Row> due, Instant now) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUniAndConcatenate(row -> tell(row.getUUID("id"), row.getBoolean("whole"), now))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** One that fails keeps no other waiting; its turn comes again. */
  private Uni<Void> tell(UUID id, boolean whole, Instant now) {
    return transactor
        .write(
            session ->
                store
                    .take(session, id)
                    .chain(
                        found ->
                            found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : tell(session, found.get(), whole, now)))
        .onFailure()
        .invoke(failure -> LOG.errorf(failure, "Subscription %s can't be told", id))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private Uni<Void> tell(Mutiny.Session session, Stored to, boolean whole, Instant now) {
    return published(session, to, whole, now)
        .chain(
            published -> {
              Instant until = published.until(now);
              return news(to, published, whole, until)
                  .chain(all -> send(session, to, all, until, now))
                  .chain(() -> store.told(session, to.id(), until, whole));
            });
  }

  private Uni<Void> send(
      Mutiny.Session session, Stored to, List<News> all, Instant until, Instant now) {
    return all.isEmpty()
        ? Uni.createFrom().voidItem()
        : subscriptions
            .key(session, to)
            .chain(key -> mails.news(session, to, to.open(key), key, all, until, now));
  }

  private static Uni<Published> published(
      Mutiny.Session session, Stored to, boolean whole, Instant now) {
    return session
        .createNativeQuery(NEWS, String.class)
        .setParameter("id", to.id())
        .setParameter("whole", whole)
        .setParameter("until", CityTime.offset(now))
        .setParameter("most", MOST_NEWS)
        .getSingleResult()
        .map(row -> StoredJson.read(row, Published.class));
  }

  private Uni<List<News>> news(Stored to, Published published, boolean whole, Instant until) {
    if (!whole || !to.choice().bulletin()) {
      return Uni.createFrom().item(published.news());
    }
    return issues(to.toldUntil().toInstant(), until)
        .map(issues -> Stream.concat(issues.stream(), published.news().stream()).toList());
  }

  private Uni<List<News>> issues(Instant after, Instant until) {
    return Multi.createFrom()
        .iterable(bulletins)
        .onItem()
        .transformToUniAndConcatenate(source -> source.between(after, until))
        .onItem()
        .transformToIterable(issues -> issues)
        .map(
            issue ->
                new News(issue.title(), issue.titleEn(), "评议通报", "monthly bulletin", issue.path()))
        .collect()
        .asList();
  }
}
