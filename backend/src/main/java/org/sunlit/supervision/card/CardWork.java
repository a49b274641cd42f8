package org.sunlit.supervision.card;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.supervision.Finding;
import org.sunlit.supervision.card.rules.CardAct;

/**
 * Does what is due by itself: what follows from findings, and cards that nobody contested in time
 * take effect. Any node may; each thing is done once, for what it was noted by goes in the same
 * transaction. What it costs follows what is due.
 */
@ApplicationScoped
public class CardWork {
  private static final Logger LOG = Logger.getLogger(CardWork.class);
  private static final int BATCH = 100;
  private static final String TASKS =
      "select id from supervision_card_task where id > $1 order by id limit $2";
  private static final String TAKE =
      """
      delete from supervision_card_task where id = :id
      returning cast(json_build_object('finding', finding, 'withdrawn', withdrawn) as text)
      """;
  private static final String KNOWN =
      """
      select count(*) from supervision_card_finding f join supervision_card c on c.id = f.card_id
      where f.finding_id = :id and c.state <> 'withdrawn'
      """;
  private static final String DUE =
      """
      select id, answer_due from supervision_card
      where answer_due < $1 and (answer_due, id) > ($2, $3) order by answer_due, id limit $4
      """;
  private static final String RUNNING =
      """
      select id from supervision_card where answer_due is not null and id > $1 order by id limit $2
      """;

  private record Task(Finding finding, boolean withdrawn) {}

  private final Pool pool;
  private final Transactor transactor;
  private final CardStore store;
  private final CardChain chain;
  private final CardWriter writer;
  private final CardDeadlines deadlines;
  private final CalendarService calendars;
  private final Clock clock;

  CardWork(
      Pool pool,
      Transactor transactor,
      CardStore store,
      CardChain chain,
      CardWriter writer,
      CardDeadlines deadlines,
      CalendarService calendars,
      Clock clock) {
    this.pool = pool;
    this.transactor = transactor;
    this.store = store;
    this.chain = chain;
    this.writer = writer;
    this.deadlines = deadlines;
    this.calendars = calendars;
    this.clock = clock;
  }

  void begin(@Observes @Priority(20) StartupEvent start) {
    calendars.onChange(
        changed ->
            recount(new UUID(0, 0))
                .subscribe()
                .with(
                    done -> LOG.debug("Days of cards counted again"),
                    failure -> LOG.error("Days of cards could not be counted again", failure)));
  }

  @Scheduled(
      every = "{sunlit.supervision.card.every:1s}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return work()
        .onFailure()
        .invoke(failure -> LOG.error("What follows from findings could not go on", failure))
        .onFailure()
        .recoverWithNull();
  }

  /** Does all that is due now. */
  public Uni<Void> work() {
    return follow(0L).chain(() -> takeEffect(CityTime.offset(Instant.EPOCH), new UUID(0, 0)));
  }

  /** In the order of the findings; what fails is tried again the next time. */
  private Uni<Void> follow(long after) {
    return pool.preparedQuery(TASKS)
        .execute(Tuple.of(after, BATCH))
        .map(rows -> rows.stream().map(row -> row.getLong("id")).toList())
        .chain(
            tasks ->
                each(tasks, this::followOne)
                    .chain(
                        () ->
                            tasks.size() == BATCH
                                ? follow(tasks.get(BATCH - 1))
                                : Uni.createFrom().voidItem()));
  }

  private Uni<Void> followOne(Long task) {
    return transactor.write(
        session ->
            store
                .lock(session)
                .chain(
                    () ->
                        session
                            .createNativeQuery(TAKE, String.class)
                            .setParameter("id", task)
                            .getResultList())
                .chain(
                    taken ->
                        taken.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : follow(session, StoredJson.read(taken.get(0), Task.class))));
  }

  private Uni<Void> follow(Mutiny.Session session, Task task) {
    Finding finding = task.finding();
    if (task.withdrawn()) {
      return chain.fall(session, finding.departmentCode());
    }
    return session
        .createNativeQuery(KNOWN, Long.class)
        .setParameter("id", finding.id())
        .getSingleResult()
        .chain(
            known ->
                known > 0
                    ? Uni.createFrom().voidItem()
                    : chain.found(session, finding, clock.instant()));
  }

  /** In the order in which nobody can contest them any more; each is looked at once. */
  private Uni<Void> takeEffect(OffsetDateTime after, UUID afterId) {
    return pool.preparedQuery(DUE)
        .execute(Tuple.of(CityTime.offset(clock.instant()), after, afterId, BATCH))
        .map(rows -> rows.stream().toList())
        .chain(
            due ->
                each(due.stream().map(row -> row.getUUID("id")).toList(), this::takeEffect)
                    .chain(
                        () ->
                            due.size() == BATCH
                                ? takeEffect(
                                    due.get(BATCH - 1).getOffsetDateTime("answer_due"),
                                    due.get(BATCH - 1).getUUID("id"))
                                : Uni.createFrom().voidItem()));
  }

  private Uni<Void> takeEffect(UUID id) {
    return changed(
        id,
        (session, card) -> {
          Instant now = writer.after(card);
          boolean over =
              deadlines.answerDue(card.standing()).filter(due -> due.isBefore(now)).isPresent();
          return over
              ? chain.keep(session, card, new CardAct.Kept(now, null), null).replaceWithVoid()
              // Answered this very moment, or counted anew: what is stored is put right.
              : store.keepFold(session, card);
        });
  }

  private Uni<Void> recount(UUID after) {
    return ids(RUNNING, Tuple.of(after, BATCH))
        .chain(
            running ->
                each(running, id -> changed(id, store::keepFold))
                    .chain(
                        () ->
                            running.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : recount(running.get(running.size() - 1))));
  }

  private Uni<List<UUID>> ids(String sql, Tuple asked) {
    return pool.preparedQuery(sql)
        .execute(asked)
        .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
  }

  /** Something to do to one card, in a transaction of its own. */
  private interface Change {
    Uni<Void> to(Mutiny.Session session, CardRecord card);
  }

  private Uni<Void> changed(UUID id, Change change) {
    return transactor.write(
        session ->
            store
                .lock(session)
                .chain(() -> store.byId(session, id))
                .map(Optional::orElseThrow)
                .chain(card -> change.to(session, card)));
  }

  /** One after the other; one that fails doesn't keep the others waiting. */
  private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(
            one ->
                work.apply(one)
                    .onFailure()
                    .invoke(failure -> LOG.errorf(failure, "%s could not be dealt with", one))
                    .onFailure()
                    .recoverWithNull())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
