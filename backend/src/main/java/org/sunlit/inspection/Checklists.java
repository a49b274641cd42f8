package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sunlit.identity.Actor;
import org.sunlit.inspection.rules.InspectionKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What is checked, by kind 检查表: the latest version of each is in force. */
@ApplicationScoped
class Checklists {
  private static final String IN_FORCE =
      """
      select distinct on (kind) kind, version, items::text as items from inspection_checklist
      order by kind, version desc
      """;
  private static final String PUBLISH =
      """
      insert into inspection_checklist (kind, version, items, published_at, published_by)
      select cast(:kind as text), :seen + 1, cast(cast(:items as text) as jsonb), :at, :by
      where (select max(k.version) from inspection_checklist k where k.kind = cast(:kind as text)) = :seen
      on conflict do nothing
      """;

  /** A line of a checklist. */
  record Item(String code, String text, String textEn) {}

  /** A checklist as it is in force. */
  record Checklist(String kind, int version, List<Item> items) {}

  /** Somebody who inspects. */
  record Inspector(String account, String name, String nameEn) {}

  private final Pool pool;
  private final Transactor transactor;
  private final Clock clock;

  Checklists(Pool pool, Transactor transactor, Clock clock) {
    this.pool = pool;
    this.transactor = transactor;
    this.clock = clock;
  }

  Uni<List<Checklist>> inForce() {
    return pool.preparedQuery(IN_FORCE)
        .execute()
        .map(rows -> rows.stream().map(Checklists::checklist).toList());
  }

  Uni<List<Inspector>> inspectors() {
    return pool.preparedQuery(InspectionGround.ALL_INSPECTORS)
        .execute(Tuple.of((String) null))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Inspector(
                                row.getString("account"),
                                row.getString("name"),
                                row.getString("name_en")))
                    .toList());
  }

  /**
   * Publishes the next version.
   *
   * @param seen the version that was in force
   * @return fails with 412 when another is in force by now, 422 for a code that is there twice
   */
  Uni<Checklist> publish(InspectionKind kind, int seen, List<Item> items, Actor by) {
    Set<String> codes = new HashSet<>();
    for (int place = 0; place < items.size(); place++) {
      if (!codes.add(items.get(place).code())) {
        throw Problem.of(ProblemType.UNPROCESSABLE)
            .at("/items/" + place + "/code", "inspection.code-twice");
      }
    }
    return transactor
        .write(
            session ->
                session
                    .createNativeQuery(PUBLISH)
                    .setParameter("kind", kind.code())
                    .setParameter("seen", seen)
                    .setParameter("items", StoredJson.write(items))
                    .setParameter("at", CityTime.offset(clock.instant()))
                    .setParameter("by", by.accountId())
                    .executeUpdate()
                    .invoke(Problem::staleUnlessOne))
        .replaceWith(new Checklist(kind.code(), seen + 1, items));
  }

  private static Checklist checklist(Row row) {
    return new Checklist(
        row.getString("kind"), row.getInteger("version"), items(row.getString("items")));
  }

  static List<Item> items(String json) {
    return List.of(StoredJson.read(json, Item[].class));
  }
}
