package org.sunlit.client;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.sunlit.platform.CityTime;

/**
 * What third-party applications have used, written down a batch at a time; what is read back is
 * what all nodes have written, so that a day's quota holds for them together.
 */
@ApplicationScoped
class UsageBook {
  private static final Logger LOG = Logger.getLogger(UsageBook.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String ADD =
      """
      insert into client_usage (client_id, day, operation, calls, refused) values ($1, $2, $3, $4, $5)
      on conflict (client_id, day, operation)
        do update set calls = client_usage.calls + excluded.calls, refused = client_usage.refused + excluded.refused
      """;
  private static final String TODAY =
      "select client_id, sum(calls)::bigint as calls from client_usage where day = $1 group by client_id";

  private record Line(UUID client, LocalDate day, String operation) {}

  private record Count(long calls, long refused) {
    Count plus(Count other) {
      return new Count(calls + other.calls, refused + other.refused);
    }
  }

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private final Duration every;
  private final Counter failures;
  private final AtomicBoolean writing = new AtomicBoolean();
  private volatile long timer;

  /** Not written down yet. */
  private Map<Line, Count> open = new HashMap<>();

  /** What the database said last, of one day. */
  private LocalDate known = LocalDate.MIN;

  private Map<UUID, Long> written = Map.of();

  /** Being written down: neither open any more nor known to be written. */
  private Map<Line, Count> underway = Map.of();

  UsageBook(Pool pool, Vertx vertx, Clock clock, ClientSettings settings, MeterRegistry meters) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
    this.every = settings.usageEvery();
    this.failures =
        Counter.builder("sunlit.client.usage.failures")
            .description("Times that use could not be written down and was kept for later")
            .register(meters);
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(every.toMillis(), ignored -> write());
  }

  /** What is open is written before the pool closes. */
  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
    try {
      flush().await().atMost(PATIENCE);
    } catch (RuntimeException late) {
      LOG.warn("The last use of applications was not written down", late);
    }
  }

  /** Counts a call, or a call that was refused. */
  synchronized void count(UUID client, LocalDate day, String operation, boolean answered) {
    open.merge(
        new Line(client, day, operation),
        answered ? new Count(1, 0) : new Count(0, 1),
        Count::plus);
  }

  /** How many calls it has made that day, as far as this node knows. */
  synchronized long calls(UUID client, LocalDate day) {
    long before = day.equals(known) ? written.getOrDefault(client, 0L) : 0;
    return before + sum(open, client, day) + sum(underway, client, day);
  }

  private static long sum(Map<Line, Count> counts, UUID client, LocalDate day) {
    long sum = 0;
    for (Map.Entry<Line, Count> count : counts.entrySet()) {
      if (count.getKey().client().equals(client) && count.getKey().day().equals(day)) {
        sum += count.getValue().calls();
      }
    }
    return sum;
  }

  private void write() {
    flush()
        .subscribe()
        .with(
            done -> {}, failure -> LOG.warn("Use can't be written down; kept for later", failure));
  }

  /** Writes down what is open and learns what the others have. */
  Uni<Void> flush() {
    if (!writing.compareAndSet(false, true)) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> rows = begin();
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    Uni<Void> added =
        rows.isEmpty()
            ? Uni.createFrom().voidItem()
            : pool.withTransaction(
                connection -> connection.preparedQuery(ADD).executeBatch(rows).replaceWithVoid());
    return added
        .onFailure()
        .invoke(this::putBack)
        .invoke(this::done)
        .chain(() -> pool.preparedQuery(TODAY).execute(Tuple.of(today)))
        .invoke(
            found -> {
              Map<UUID, Long> calls = new HashMap<>();
              found.forEach(row -> calls.put(row.getUUID("client_id"), row.getLong("calls")));
              learn(today, calls);
            })
        .onTermination()
        .invoke(() -> writing.set(false))
        .replaceWithVoid();
  }

  private synchronized List<Tuple> begin() {
    underway = open;
    open = new HashMap<>();
    // In one order, so that two nodes don't wait for each other.
    return underway.entrySet().stream()
        .sorted(
            java.util.Comparator.comparing(
                (Map.Entry<Line, Count> row) ->
                    row.getKey().client() + row.getKey().operation() + row.getKey().day()))
        .map(
            row ->
                Tuple.of(
                    row.getKey().client(),
                    row.getKey().day(),
                    row.getKey().operation(),
                    row.getValue().calls(),
                    row.getValue().refused()))
        .toList();
  }

  private synchronized void putBack(Throwable failure) {
    failures.increment();
    underway.forEach((line, count) -> open.merge(line, count, Count::plus));
    underway = Map.of();
  }

  /** Written: counted among the written ones until the database says how many there are in all. */
  private synchronized void done() {
    Map<UUID, Long> calls = new HashMap<>(written);
    underway.forEach(
        (line, count) -> {
          if (line.day().equals(known)) {
            calls.merge(line.client(), count.calls(), Long::sum);
          }
        });
    written = calls;
    underway = Map.of();
  }

  private synchronized void learn(LocalDate day, Map<UUID, Long> calls) {
    known = day;
    written = calls;
  }
}
