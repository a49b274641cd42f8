package org.sunlit.powerlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Takes imports, carries them out one after the other, and sees that none hangs for ever: each node
 * says every second which it is at work on, and any node ends those of a node fallen silent.
 */
@ApplicationScoped
class ImportService {
  private static final Logger LOG = Logger.getLogger(ImportService.class);
  private static final int MOST_WAITING = 5;
  private static final int SECONDS_TO_WAIT = 10;
  private static final long EVERY_MILLISECONDS = 1000;

  private final ImportStore store;
  private final ImportRunner runner;
  private final Catalogue catalogue;
  private final Idempotency idempotency;
  private final Clock clock;
  private final Vertx vertx;
  private final ObjectMapper json;
  private final Queue<ImportRequest> waiting = new ArrayDeque<>();
  private ImportRequest running;
  private volatile long timer;

  ImportService(
      ImportStore store,
      ImportRunner runner,
      Catalogue catalogue,
      Idempotency idempotency,
      Clock clock,
      Vertx vertx,
      ObjectMapper json) {
    this.store = store;
    this.runner = runner;
    this.catalogue = catalogue;
    this.idempotency = idempotency;
    this.clock = clock;
    this.vertx = vertx;
    this.json = json;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(EVERY_MILLISECONDS, ignored -> look());
    look();
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  /**
   * Takes an import. The answer comes at once; the work begins when it is stored.
   *
   * @param idempotencyKey as sent, or null
   * @throws Problem 429 when too many are waiting on this node
   */
  Uni<Reply> take(ImportRequest request, String idempotencyKey) {
    if (isFull()) {
      throw Problem.of(ProblemType.TOO_MANY_REQUESTS, SECONDS_TO_WAIT)
          .header("Retry-After", String.valueOf(SECONDS_TO_WAIT));
    }
    ImportRecord record = ImportRecord.waiting(request, clock.instant());
    boolean[] first = {false};
    return idempotency
        .once(
            "import power list",
            request.startedBy(),
            idempotencyKey,
            canonical(request),
            session -> {
              first[0] = true;
              return store.insert(session, record, request).map(ignored -> reply(record));
            })
        .invoke(
            () -> {
              if (first[0]) {
                enqueue(request);
              }
            });
  }

  private static byte[] canonical(ImportRequest request) {
    return String.join(
            "\n",
            FileHash.of(request.file()),
            request.fileName(),
            new TreeMap<>(request.mapping()).toString(),
            String.valueOf(request.dryRun()),
            request.effectiveFrom().toString(),
            String.valueOf(request.regionName()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Reply reply(ImportRecord record) {
    try {
      return new Reply(
          202,
          java.util.Map.of("Location", "/api/v1/power-list/imports/" + record.id()),
          json.writeValueAsString(ImportMapper.toApi(record, org.sunlit.problem.Language.ZH_CN)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An import can always be written", impossible);
    }
  }

  /** An import; when it is done, search on this node knows what it brought. */
  Uni<Optional<ImportRecord>> find(UUID id) {
    return store
        .find(id)
        .call(
            found ->
                found.filter(record -> record.status().equals("done")).isPresent()
                    ? catalogue.refreshed()
                    : Uni.createFrom().voidItem());
  }

  Uni<List<ImportRecord>> latest() {
    return store.latest();
  }

  private synchronized boolean isFull() {
    return waiting.size() >= MOST_WAITING;
  }

  private synchronized void enqueue(ImportRequest request) {
    waiting.add(request);
    if (running == null) {
      next();
    }
  }

  private synchronized void next() {
    running = waiting.poll();
    if (running != null) {
      runner.run(running).subscribe().with(ignored -> next(), failure -> next());
    }
  }

  private synchronized List<UUID> atWork() {
    List<UUID> ids = new ArrayList<>();
    if (running != null) {
      ids.add(running.id());
    }
    waiting.forEach(request -> ids.add(request.id()));
    return ids;
  }

  private void look() {
    List<UUID> ids = atWork();
    Uni<Void> said = ids.isEmpty() ? Uni.createFrom().voidItem() : store.seen(ids);
    ImportErrors interrupted = new ImportErrors();
    interrupted.add(null, null, null, "import.interrupted");
    said.chain(() -> store.endAbandoned(interrupted))
        .subscribe()
        .with(
            ended -> {
              if (ended > 0) {
                LOG.warnf("%d import(s) were interrupted; nothing of them was written", ended);
              }
            },
            failure -> LOG.debug("Imports could not be looked after", failure));
  }
}
