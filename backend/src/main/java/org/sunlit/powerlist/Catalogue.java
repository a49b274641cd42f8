package org.sunlit.powerlist;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.sunlit.platform.Workers;

/**
 * Keeps this node's {@link Snapshot} up to date. Once a second, and at once after a publication of
 * its own, it compares the list's change counter and the day with the snapshot's; so every node
 * follows within a second or two, and a version planned for today appears after midnight.
 */
@ApplicationScoped
class Catalogue {
  private static final Logger LOG = Logger.getLogger(Catalogue.class);
  private static final long EVERY_MILLISECONDS = 1000;
  private static final String COUNTER = "select counter from power_list_change";
  private static final String REGIONS =
      """
      select code, name, name_en, level, parent_code from region
      order by array_position(array['city', 'county', 'township', 'village'], level), code
      """;

  private final Pool pool;
  private final Vertx vertx;
  private final Clock clock;
  private final PowerList powerList;
  private final AtomicReference<Snapshot> latest = new AtomicReference<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long timer;

  Catalogue(Pool pool, Vertx vertx, Clock clock, PowerList powerList) {
    this.pool = pool;
    this.vertx = vertx;
    this.clock = clock;
    this.powerList = powerList;
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(EVERY_MILLISECONDS, ignored -> look());
    look();
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  void published(@Observes ItemPublisher.Published event) {
    look();
  }

  /** The list as this node knows it; only right after the start does it have to be read first. */
  Uni<Snapshot> current() {
    Snapshot snapshot = latest.get();
    return snapshot == null ? refreshed() : Uni.createFrom().item(snapshot);
  }

  /** The list as it stands now, read anew if anything has changed. */
  Uni<Snapshot> refreshed() {
    LocalDate today = LocalDate.now(clock);
    return pool.query(COUNTER)
        .execute()
        .map(rows -> rows.iterator().next().getLong("counter"))
        .flatMap(
            counter -> {
              Snapshot known = latest.get();
              return known != null && known.counter() == counter && known.on().equals(today)
                  ? Uni.createFrom().item(known)
                  : read(today, counter);
            });
  }

  private void look() {
    if (looking.compareAndSet(false, true)) {
      refreshed()
          .onTermination()
          .invoke(() -> looking.set(false))
          .subscribe()
          .with(
              ignored -> {},
              failure ->
                  LOG.warn("The power list could not be read; trying again shortly", failure));
    }
  }

  private Uni<Snapshot> read(LocalDate today, long counter) {
    return departments()
        .flatMap(
            departments ->
                regions()
                    .flatMap(
                        regions ->
                            items(today, departments)
                                .chain(
                                    items ->
                                        Workers.call(
                                            () ->
                                                Snapshot.of(
                                                    today, counter, items, departments, regions)))))
        .invoke(this::take);
  }

  private void take(Snapshot read) {
    latest.accumulateAndGet(
        read, (known, fresh) -> known != null && known.counter() > fresh.counter() ? known : fresh);
    powerList.forget();
  }

  private Uni<List<DepartmentView>> departments() {
    return pool.query(DepartmentView.SELECT)
        .execute()
        .map(rows -> rows.stream().map(DepartmentView::of).toList());
  }

  private Uni<List<RegionDraft>> regions() {
    return pool.query(REGIONS).execute().map(rows -> rows.stream().map(Catalogue::region).toList());
  }

  private static RegionDraft region(Row row) {
    return new RegionDraft(
        row.getString("code"),
        row.getString("name"),
        row.getString("name_en"),
        RegionLevel.of(row.getString("level")),
        row.getString("parent_code"));
  }

  private Uni<List<ItemSummary>> items(LocalDate today, List<DepartmentView> departments) {
    Map<String, DepartmentRef> references = new HashMap<>();
    departments.forEach(one -> references.put(one.code(), one.reference()));
    return pool.preparedQuery(ItemSummary.SELECT)
        .execute(Tuple.of(today))
        .map(
            rows -> {
              List<ItemSummary> items = new ArrayList<>(rows.size());
              for (Row row : rows) {
                String code = row.getString("department_code");
                // A department newer than the list just read belongs to the next reading.
                if (references.containsKey(code)) {
                  items.add(ItemSummary.of(row, references.get(code)));
                }
              }
              return items;
            });
  }
}
