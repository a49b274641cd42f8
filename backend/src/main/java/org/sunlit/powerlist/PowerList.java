package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The power list (权力清单) for other rooms: what may be done, and on which version. Which version is
 * in force is always asked of the database, so no case starts on a power withdrawn a moment ago
 * (A4); what a version says never changes and is kept in memory.
 */
@ApplicationScoped
public class PowerList {
  /** Beyond this the memory is emptied: a simple bound, reached only by very long lists. */
  private static final int MOST_KEPT = 20_000;

  private static final String IN_FORCE =
      """
      select v.id, v.status from power_item_version v join power_item i on i.id = v.item_id
      where i.code = $1 and v.effective_from <= $2 and (v.effective_to is null or v.effective_to >= $2)
      """;
  private static final String BY_ID =
      VersionRow.SELECT.formatted("f.definition::text as definition") + "where v.id = $1";

  private static final String DEPARTMENT = "select name, name_en from department where code = $1";

  private final Pool pool;
  private final Map<UUID, ItemInForce> versions = new ConcurrentHashMap<>();

  PowerList(Pool pool) {
    this.pool = pool;
  }

  /**
   * The version of an item on which a case may start on a day. Empty when there is no such item, it
   * isn't in force that day, or it is suspended or cancelled.
   */
  public Uni<Optional<ItemInForce>> inForce(String code, LocalDate on) {
    return onDate(code, on)
        .map(found -> found.filter(item -> item.status() == ItemStatus.IN_FORCE));
  }

  /** The version of an item on a day, whatever its status: to tell a reader why it is closed. */
  public Uni<Optional<ItemInForce>> onDate(String code, LocalDate on) {
    return pool.preparedQuery(IN_FORCE)
        .execute(Tuple.of(code, on))
        .flatMap(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : version(rows.iterator().next().getUUID("id")).map(Optional::of));
  }

  /**
   * A version by its id.
   *
   * @return fails with {@link NoSuchElementException} when there is no such version
   */
  public Uni<ItemInForce> version(UUID versionId) {
    ItemInForce kept = versions.get(versionId);
    if (kept != null) {
      return Uni.createFrom().item(kept);
    }
    return pool.preparedQuery(BY_ID)
        .execute(Tuple.of(versionId))
        .map(rows -> keep(versionId, rows));
  }

  /** A department by its code; empty when there is none. */
  public Uni<Optional<DepartmentRef>> department(String code) {
    return pool.preparedQuery(DEPARTMENT)
        .execute(Tuple.of(code))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new DepartmentRef(
                                code, row.getString("name"), row.getString("name_en"))));
  }

  /** Forgets what may have changed: a version's last day and its department's name. */
  void forget() {
    versions.clear();
  }

  private ItemInForce keep(UUID versionId, RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw new NoSuchElementException("No version of a power item has the id " + versionId);
    }
    Row row = rows.iterator().next();
    ItemInForce version = VersionRow.of(row).withFlow(row.getString("definition"));
    if (versions.size() >= MOST_KEPT) {
      versions.clear();
    }
    versions.put(versionId, version);
    return version;
  }
}
