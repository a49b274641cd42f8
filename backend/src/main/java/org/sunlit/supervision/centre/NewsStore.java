package org.sunlit.supervision.centre;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.supervision.FindingReader;
import org.sunlit.supervision.Subjects;

/** The news of supervision, in the order of their commits. */
@ApplicationScoped
class NewsStore {
  static final String NEWS =
      """
      select f.place, f.kind, f.at, f.finding_id, f.severity, f.card_number, f.colour, f.rule, f.subject_kind, f.subject,
        f.hidden_from,
        f.department_code, f.region_code, a.acknowledged_by, a.acknowledged_at, p.name, p.name_en
      from supervision_news f
        left join supervision_alarm a on a.finding_id = f.finding_id
        left join account p on p.account = a.acknowledged_by
      """;

  private static final String AFTER =
      NEWS
          + "where f.place > $1 and "
          + FindingReader.condition(2)
          + " order by f.place limit $"
          + (2 + FindingReader.PARAMETERS);
  private static final String LATEST =
      NEWS
          + "where f.at >= $1 and "
          + FindingReader.condition(2)
          + " and f.severity is distinct from 'reminder' order by f.place desc limit $"
          + (2 + FindingReader.PARAMETERS);
  private static final String HEAD = "select place from supervision_news_head";

  /** The head's row is held until the commit: places are given in the order of commits. */
  private static final String ADVANCE =
      "with head as (update supervision_news_head set place = place + $%d returning place)\n";

  private static final String INTO =
      """
      insert into supervision_news (place, kind, at, finding_id, severity, card_number, colour, rule, subject_kind, subject,
        hidden_from, department_code, region_code, account, post)
      """;
  private static final String FINDINGS =
      ADVANCE.formatted(2)
          + INTO
          + """
          select head.place - $2 + x.ordinality, $3, $4, f.id, f.severity, null, null, f.rule, f.subject_kind, f.subject,
            f.hidden_from,
            f.department_code, f.region_code, f.account, f.post
          from head, unnest($1::uuid[]) with ordinality as x(id, ordinality) join supervision_finding f on f.id = x.id
          """;

  /** The cards that haven't been told of, in this order. */
  private static final String FRESH =
      """
      select x.number from unnest($1::text[]) with ordinality as x(number, ordinality)
      where not exists (select from supervision_news n where n.card_number = x.number) order by x.ordinality
      """;

  private static final String CARDS =
      ADVANCE.formatted(2)
          + INTO
          + """
          select head.place - $2 + x.ordinality, 'card', c.issued_at, null::uuid, null, c.number, c.colour, c.rule,
            c.subject_kind, c.subject, c.hidden_from, c.department_code, c.region_code, c.account, null
          from head, unnest($1::text[]) with ordinality as x(number, ordinality)
            join supervision_card c on c.number = x.number
          """;

  private final Pool pool;

  NewsStore(Pool pool) {
    this.pool = pool;
  }

  /** The place of the last news. */
  Uni<Long> head(SqlClient client) {
    return client.query(HEAD).execute().map(rows -> rows.iterator().next().getLong("place"));
  }

  /** What came after a place, oldest first, as far as this reader may see it. */
  Uni<List<News>> after(long place, FindingReader reader, int most) {
    return pool.preparedQuery(AFTER)
        .execute(reader.addTo(Tuple.of(place)).addInteger(most))
        .map(NewsStore::news);
  }

  /**
   * The latest first, without reminders.
   *
   * @param since so that whoever may see little doesn't have all there has ever been looked through
   */
  Uni<List<News>> latest(Instant since, FindingReader reader, int most) {
    return pool.preparedQuery(LATEST)
        .execute(reader.addTo(Tuple.of(CityTime.offset(since))).addInteger(most))
        .map(NewsStore::news);
  }

  /** Tells of findings, in this order. */
  Uni<Void> tell(SqlConnection connection, String kind, Instant at, Collection<UUID> findings) {
    return connection
        .preparedQuery(FINDINGS)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(findings.toArray(UUID[]::new))
                .addLong((long) findings.size())
                .addString(kind)
                .addOffsetDateTime(CityTime.offset(at)))
        .replaceWithVoid();
  }

  /**
   * Tells of cards that were issued, in this order; all of them exist. Each is told of once,
   * however often the journal is read.
   */
  Uni<Void> tellOfCards(SqlConnection connection, List<String> numbers) {
    return numbers.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(FRESH)
            .execute(array(numbers))
            .map(rows -> rows.stream().map(row -> row.getString("number")).toList())
            .chain(fresh -> tellOfFresh(connection, fresh));
  }

  private static Uni<Void> tellOfFresh(SqlConnection connection, List<String> numbers) {
    return numbers.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(CARDS)
            .execute(array(numbers).addLong((long) numbers.size()))
            .replaceWithVoid();
  }

  private static Tuple array(List<String> numbers) {
    return Tuple.tuple().addArrayOfString(numbers.toArray(String[]::new));
  }

  static List<News> news(RowSet<Row> rows) {
    return rows.stream().map(NewsStore::news).toList();
  }

  private static News news(Row row) {
    String by = row.getString("acknowledged_by");
    String name = row.getString("name");
    return new News(
        row.getLong("place"),
        row.getString("kind"),
        row.getOffsetDateTime("at").toInstant(),
        row.getUUID("finding_id"),
        row.getString("severity"),
        row.getString("card_number"),
        row.getString("colour"),
        row.getString("rule"),
        Subjects.of(row),
        row.getString("department_code"),
        row.getString("region_code"),
        by == null
            ? null
            : new News.Seen(
                by,
                name == null ? by : name,
                row.getString("name_en"),
                row.getOffsetDateTime("acknowledged_at").toInstant()));
  }
}
