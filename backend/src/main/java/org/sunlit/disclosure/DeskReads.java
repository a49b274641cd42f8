package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TimeCursor;

/** Drafts and publications as a department sees its own, and supervisors all. */
@ApplicationScoped
class DeskReads {
  private static final String STATE =
      "case when p.withdrawn_at is null then e.state else 'withdrawn' end";
  private static final String FROM =
      """
       from publication p join department d on d.code = p.department_code
        join lateral (select * from publication_edition x where x.publication_id = p.id
          order by x.edition desc limit 1) e on true
        left join account w on w.account = e.drafted_by
       where ($1::boolean or p.department_code = $2)
      """;
  private static final String SELECT =
      "select p.id, p.number, p.department_code, d.name as department, d.name_en as department_en, e.title,"
          + " e.edition, e.release_at, p.changed_at, p.public_edition, p.version, e.drafted_by,"
          + " coalesce(w.name, e.drafted_by) as drafter, "
          + STATE
          + " as state";
  private static final String ASKED = " and ($3::text is null or " + STATE + " = $3)";
  private static final String PAGE =
      SELECT
          + FROM
          + ASKED
          + " and (p.changed_at, p.id) < ($4, $5) order by p.changed_at desc, p.id desc limit $6";
  private static final String TOTAL = "select count(*) as total" + FROM + ASKED;
  private static final String ONE =
      SELECT
          + ", "
          + PublicationStore.CONTENT_JSON
          + "::text as content"
          + FROM
          + " and p.number = $3";
  private static final String ACTS =
      """
      select a.kind, a.edition, a.at, coalesce(w.name, a.account) as name, a.words
      from publication_act a left join account w on w.account = a.account
      where a.publication_id = $1 order by a.number
      """;

  /** Some of them, and how many there are. */
  record Page(List<Row> rows, int total) {}

  /** One with all that belongs to it. */
  record Opened(Row row, Content content, List<Row> acts, List<AttachedFile> files) {}

  private final Pool pool;
  private final FileReads files;

  DeskReads(Pool pool, FileReads files) {
    this.pool = pool;
    this.files = files;
  }

  Uni<Page> page(Actor actor, String state, TimeCursor after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(
            scope(actor)
                .addString(state)
                .addValue(CityTime.offset(after.at()))
                .addValue(after.id())
                .addValue(limit + 1))
        .chain(
            rows ->
                pool.preparedQuery(TOTAL)
                    .execute(scope(actor).addString(state))
                    .map(
                        count ->
                            new Page(
                                rows.stream().toList(),
                                count.iterator().next().getLong("total").intValue())));
  }

  Uni<Optional<Opened>> open(Actor actor, String number) {
    return pool.preparedQuery(ONE)
        .execute(scope(actor).addString(number))
        .map(rows -> rows.stream().findFirst())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : opened(found.get()).map(Optional::of));
  }

  private Uni<Opened> opened(Row row) {
    return pool.preparedQuery(ACTS)
        .execute(Tuple.of(row.getUUID("id")))
        .chain(
            acts ->
                files
                    .of(row.getUUID("id"))
                    .map(
                        all ->
                            new Opened(
                                row,
                                StoredJson.read(row.getString("content"), Content.class),
                                acts.stream().toList(),
                                all)));
  }

  private static Tuple scope(Actor actor) {
    return Tuple.tuple().addBoolean(actor.is(Role.SUPERVISOR)).addString(actor.departmentCode());
  }
}
