package org.sunlit.casework;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.rules.Bar;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.MoveObstacle;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Carries out moves of running cases that two persons have agreed on, in batches, each case in a
 * transaction of its own with what became of it. It can be stopped at any time and goes on where it
 * was; a second node at the same work finds each case done already.
 */
@ApplicationScoped
class FlowMoveRunner {
  private static final Logger LOG = Logger.getLogger(FlowMoveRunner.class);
  private static final int BATCH = 50;
  private static final String RUNNING =
      """
      select id, from_version, to_version, steps::text as steps, asked_by::text as asked_by,
        confirmed_by::text as confirmed_by
      from flow_move where ended_at is null order by started_at
      """;
  private static final String NEXT =
      """
      select c.case_number from case_file c
      where c.open and c.item_version_id = $1
        and not exists (select from flow_move_case done where done.move_id = $2 and done.case_number = c.case_number)
      order by c.case_number limit $3
      """;
  private static final String BECAME =
      """
      insert into flow_move_case (move_id, case_number, obstacle, at) values (:move, :number, :obstacle, :at)
      on conflict do nothing
      """;
  private static final String ENDED =
      "update flow_move set ended_at = $2 where id = $1 and ended_at is null";

  private record Running(UUID id, FlowMovePlan plan, Handler asked, Handler confirmed) {}

  private final Pool pool;
  private final CaseStore store;
  private final CaseBases bases;
  private final CaseWriter writer;
  private final ClockChanges clockChanges;
  private final CalendarService calendars;
  private final Transactor transactor;
  private final Clock clock;

  FlowMoveRunner(
      Pool pool,
      CaseStore store,
      CaseBases bases,
      CaseWriter writer,
      ClockChanges clockChanges,
      CalendarService calendars,
      Transactor transactor,
      Clock clock) {
    this.pool = pool;
    this.store = store;
    this.bases = bases;
    this.writer = writer;
    this.clockChanges = clockChanges;
    this.calendars = calendars;
    this.transactor = transactor;
    this.clock = clock;
  }

  @Scheduled(
      every = "5s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return run();
  }

  /** Goes on with every move that hasn't ended. */
  Uni<Void> run() {
    return pool.query(RUNNING)
        .execute()
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows.stream().toList())
                    .onItem()
                    .transformToUniAndConcatenate(row -> running(row).chain(this::batches))
                    .collect()
                    .last()
                    .replaceWithVoid());
  }

  private Uni<Running> running(Row row) {
    return bases
        .of(row.getUUID("from_version"))
        .chain(
            from ->
                bases
                    .of(row.getUUID("to_version"))
                    .map(
                        to ->
                            new Running(
                                row.getUUID("id"),
                                new FlowMovePlan(from, to, steps(row.getString("steps"))),
                                StoredJson.read(row.getString("asked_by"), Handler.class),
                                StoredJson.read(row.getString("confirmed_by"), Handler.class))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> steps(String json) {
    return StoredJson.read(json, Map.class);
  }

  private Uni<Void> batches(Running move) {
    return pool.preparedQuery(NEXT)
        .execute(Tuple.of(move.plan().from().item().versionId(), move.id(), BATCH))
        .map(rows -> rows.stream().map(row -> row.getString("case_number")).toList())
        .chain(
            numbers ->
                numbers.isEmpty()
                    ? pool.preparedQuery(ENDED)
                        .execute(Tuple.of(move.id(), CityTime.offset(clock.instant())))
                        .replaceWithVoid()
                    : batch(move, numbers)
                        .chain(
                            settled ->
                                // What could not be settled now is tried again with the next turn.
                                settled == 0 ? Uni.createFrom().voidItem() : batches(move)));
  }

  private Uni<Long> batch(Running move, List<String> numbers) {
    return Multi.createFrom()
        .iterable(numbers)
        .onItem()
        .transformToUniAndConcatenate(number -> one(move, number))
        .filter(settled -> settled)
        .collect()
        .with(java.util.stream.Collectors.counting());
  }

  /** False when it has to be tried again. */
  private Uni<Boolean> one(Running move, String caseNumber) {
    return store
        .find(caseNumber)
        .map(Optional::orElseThrow)
        .chain(
            stored -> bases.of(stored).map(basis -> CaseNow.of(stored, basis, calendars.current())))
        .chain(
            now -> {
              Optional<MoveObstacle> obstacle = move.plan().obstacle(now);
              return obstacle.isPresent()
                  ? stays(move, caseNumber, obstacle.get())
                  : transactor.write(session -> moved(session, move, now));
            })
        .replaceWith(true)
        .onFailure(DutyRefusals::known)
        .recoverWithUni(refused -> barred(move, caseNumber, refused))
        .onFailure(FlowMoveRunner::overtaken)
        .recoverWithItem(false)
        .onFailure()
        .invoke(failure -> LOG.errorf(failure, "Case %s could not be moved", caseNumber))
        .onFailure()
        .recoverWithItem(false);
  }

  private Uni<Void> moved(Mutiny.Session session, Running move, CaseNow before) {
    CaseNow after =
        move.plan()
            .moved(before, clock.instant(), move.asked(), move.confirmed(), calendars.current());
    return store
        .moveTo(session, after)
        .chain(() -> writer.go(session, after))
        .call(now -> clockChanges.lapse(session, before, now))
        .chain(() -> became(session, move, after.number(), null));
  }

  private Uni<Boolean> barred(Running move, String caseNumber, Throwable refused) {
    boolean own = DutyRefusals.bar(refused).filter(Bar.OWN_CASE::equals).isPresent();
    return own
        ? stays(move, caseNumber, MoveObstacle.OWN_CASE).replaceWith(true)
        : Uni.createFrom().item(false);
  }

  private Uni<Void> stays(Running move, String caseNumber, MoveObstacle obstacle) {
    return transactor.write(session -> became(session, move, caseNumber, obstacle));
  }

  private Uni<Void> became(
      Mutiny.Session session, Running move, String caseNumber, MoveObstacle obstacle) {
    return session
        .createNativeQuery(BECAME)
        .setParameter("move", move.id())
        .setParameter("number", caseNumber)
        .setParameter("obstacle", obstacle == null ? null : obstacle.code())
        .setParameter("at", CityTime.offset(clock.instant()))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static boolean overtaken(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.STALE_VERSION;
  }
}
