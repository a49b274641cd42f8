package org.sunlit.supervision.centre;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.Finding;
import org.sunlit.supervision.FindingListener;
import org.sunlit.supervision.FindingReader;
import org.sunlit.supervision.Severity;

/**
 * Tells of what is found and withdrawn, and lets serious and grave findings ask to be acknowledged
 * (超时报警, E7): in the transaction that finds them, so that each is told once.
 */
@ApplicationScoped
class Alarms implements FindingListener {
  private static final String RAISE =
      """
      insert into supervision_alarm (finding_id, place)
      select n.finding_id, n.place from supervision_news n where n.finding_id = any ($1) and n.kind = 'found'
      on conflict (finding_id) do nothing
      """;
  private static final String END =
      "update supervision_alarm set standing = false where finding_id = any ($1)";
  private static final String ACKNOWLEDGE =
      """
      update supervision_alarm set acknowledged_by = $2, acknowledged_at = $3
      where finding_id = $1 and acknowledged_at is null
      """;
  private static final String SEEN =
      """
      select a.acknowledged_by, a.acknowledged_at, p.name, p.name_en
      from supervision_alarm a left join account p on p.account = a.acknowledged_by where a.finding_id = $1
      """;

  private static final String FROM_OPEN =
      " join supervision_alarm o on o.place = f.place where o.standing and o.acknowledged_at is null and ";
  private static final String OPEN =
      NewsStore.NEWS
          + FROM_OPEN
          + FindingReader.condition(1)
          + " order by o.place desc limit $"
          + (1 + FindingReader.PARAMETERS);
  private static final String OPEN_TOTAL =
      "select count(*) as total from supervision_news f" + FROM_OPEN + FindingReader.condition(1);

  private final NewsStore news;
  private final Pool pool;
  private final Clock clock;

  Alarms(NewsStore news, Pool pool, Clock clock) {
    this.news = news;
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public Uni<Void> made(SqlConnection connection, List<Finding> findings) {
    List<UUID> asking =
        findings.stream().filter(finding -> asks(finding.severity())).map(Finding::id).toList();
    return news.tell(connection, "found", clock.instant(), ids(findings))
        .chain(() -> execute(connection, RAISE, asking));
  }

  @Override
  public Uni<Void> withdrawn(SqlConnection connection, List<Finding> findings, String reason) {
    return news.tell(connection, "withdrawn", clock.instant(), ids(findings))
        .chain(() -> execute(connection, END, ids(findings)));
  }

  private static boolean asks(Severity severity) {
    return switch (severity) {
      case SERIOUS, GRAVE -> true;
      case REMINDER, MINOR -> false;
    };
  }

  /**
   * Somebody has seen a finding; the first to say so is kept, and told to all.
   *
   * @return fails with 404 for a finding that asks nobody
   */
  Uni<News.Seen> acknowledge(UUID finding, Actor actor) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(ACKNOWLEDGE)
                .execute(Tuple.of(finding, actor.accountId(), CityTime.offset(clock.instant())))
                .chain(
                    done ->
                        done.rowCount() == 0
                            ? Uni.createFrom().voidItem()
                            : news.tell(
                                connection, "acknowledged", clock.instant(), List.of(finding)))
                .chain(() -> connection.preparedQuery(SEEN).execute(Tuple.of(finding)))
                .map(
                    rows ->
                        rows.stream()
                            .findFirst()
                            .map(Alarms::seen)
                            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND))));
  }

  /** Those nobody has acknowledged, the latest first. */
  Uni<List<News>> open(FindingReader reader, int most) {
    return pool.preparedQuery(OPEN)
        .execute(reader.addTo(Tuple.tuple()).addInteger(most))
        .map(NewsStore::news);
  }

  Uni<Integer> openTotal(FindingReader reader) {
    return pool.preparedQuery(OPEN_TOTAL)
        .execute(reader.addTo(Tuple.tuple()))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  private static News.Seen seen(Row row) {
    String by = row.getString("acknowledged_by");
    Instant at = row.getOffsetDateTime("acknowledged_at").toInstant();
    return new News.Seen(
        by, Optional.ofNullable(row.getString("name")).orElse(by), row.getString("name_en"), at);
  }

  private static List<UUID> ids(List<Finding> findings) {
    return findings.stream().map(Finding::id).toList();
  }

  private static Uni<Void> execute(SqlConnection connection, String sql, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(sql)
            .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
            .replaceWithVoid();
  }
}
