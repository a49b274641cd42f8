package org.sunlit.casework;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.sunlit.casework.rules.Occurrences;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;

/**
 * Accepts by operation of law what nobody answered in time (视为受理): five working days after its
 * materials came in, an application for a licence counts as accepted from the day they did
 * (行政许可法第三十二条第一款第四项). Any node may run it: a case that somebody was faster with stays as it is.
 */
@ApplicationScoped
class DeemedAcceptance {
  private static final Logger LOG = Logger.getLogger(DeemedAcceptance.class);
  private static final int BATCH = 100;
  private static final String UNANSWERED =
      """
      select c.case_number from case_file c
        join power_item_version v on v.id = c.item_version_id and v.category = 'licence'
      where c.state = 'submitted' and c.due_at < $1
      order by c.due_at limit $2
      """;

  private final Pool pool;
  private final CaseService cases;
  private final CaseWriter writer;
  private final Transactor transactor;
  private final Clock clock;

  DeemedAcceptance(
      Pool pool, CaseService cases, CaseWriter writer, Transactor transactor, Clock clock) {
    this.pool = pool;
    this.cases = cases;
    this.writer = writer;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** Looks for them; ends with how many it accepted. */
  @Scheduled(
      every = "1m",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return sweep().replaceWithVoid();
  }

  Uni<Long> sweep() {
    return pool.preparedQuery(UNANSWERED)
        .execute(Tuple.of(CityTime.offset(clock.instant()), BATCH))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getString("case_number"))
                    .toList())
        .chain(this::accept);
  }

  private Uni<Long> accept(List<String> caseNumbers) {
    return Multi.createFrom()
        .iterable(caseNumbers)
        .onItem()
        .transformToUniAndConcatenate(this::accept)
        .filter(accepted -> accepted)
        .collect()
        .with(java.util.stream.Collectors.counting())
        .chain(
            accepted ->
                accepted == BATCH
                    ? sweep().map(more -> more + accepted)
                    : Uni.createFrom().item(accepted));
  }

  private Uni<Boolean> accept(String caseNumber) {
    return cases
        .find(caseNumber)
        .chain(
            found ->
                found
                    .flatMap(this::accepted)
                    .map(now -> transactor.write(session -> writer.go(session, now)).map(x -> true))
                    .orElseGet(() -> Uni.createFrom().item(false)))
        // Somebody dealt with it this very moment, which is what it was waiting for.
        .onFailure(Problem.class)
        .recoverWithItem(false)
        .onFailure()
        .invoke(failure -> LOG.errorf(failure, "Case %s could not be accepted", caseNumber))
        .onFailure()
        .recoverWithItem(false);
  }

  private Optional<CaseNow> accepted(CaseNow before) {
    boolean runOut =
        before.deadlines().dueAt().filter(due -> due.isBefore(clock.instant())).isPresent();
    return runOut
        ? Occurrences.deemedAcceptance(before.standing(), clock.instant())
            .map(
                event ->
                    CaseNow.of(
                        before.stored().after(event, List.of()), before.basis(), before.calendar()))
        : Optional.empty();
  }
}
