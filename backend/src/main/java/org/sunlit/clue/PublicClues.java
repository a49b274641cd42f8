package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.model.ClueChannel;
import org.sunlit.api.model.ClueFigures;
import org.sunlit.api.model.ClueFiguresByChannelInner;
import org.sunlit.api.model.ClueFiguresByOutcomeInner;
import org.sunlit.api.model.ClueFiguresBySanctionInner;
import org.sunlit.api.model.ClueOutcome;
import org.sunlit.api.model.CluePublicationKind;
import org.sunlit.api.model.CluePublicationPage;
import org.sunlit.api.model.ClueSanction;
import org.sunlit.api.model.PublishedClue;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;

/** What everybody may read: what was published, and a year's figures. */
@ApplicationScoped
class PublicClues {
  private static final String PUBLIC =
      " from clue_publication where is_public and ($1::text is null or kind = $1)";
  private static final String NEWEST =
      "select id, kind, title, question, answer, published_at, (select count(*)"
          + PUBLIC
          + ") as total"
          + PUBLIC
          + " and (published_at, id) < ($3, $4) order by published_at desc, id desc limit $2";
  private static final String COUNT =
      """
      select count(*) filter (where received_at < $1 and (decided_at is null or decided_at >= $1)) as carried_over,
        count(*) filter (where received_at >= $1 and received_at < $2) as received,
        count(*) filter (where decided_at >= $1 and decided_at < $2) as decided,
        count(*) filter (where received_at < $2 and (decided_at is null or decided_at >= $2)) as carried_forward,
        count(*) filter (where cleared_at >= $1 and cleared_at < $2) as cleared,
        count(*) filter (where cleared_at >= $1 and cleared_at < $2 and wish = 'public') as cleared_publicly,
        count(*) filter (where visited_at >= $1 and visited_at < $2) as visited
      from clue
      """;
  private static final String BY_CHANNEL =
      """
      select channel as what, count(*) as count from clue where received_at >= $1 and received_at < $2
      group by channel order by count desc, channel
      """;
  private static final String BY_OUTCOME =
      """
      select outcome as what, count(*) as count from clue where decided_at >= $1 and decided_at < $2
      group by outcome order by count desc, outcome
      """;
  private static final String BY_SANCTION =
      """
      select s as what, count(*) as count from clue c cross join unnest(c.sanctions) s
      where c.decided_at >= $1 and c.decided_at < $2 group by s order by count desc, s
      """;

  private final Pool pool;
  private final Clock clock;

  PublicClues(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** What was published, the newest first. */
  Uni<CluePublicationPage> newest(String kind, TimeCursor after, int limit) {
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(kind, limit + 1, CityTime.offset(after.at()), after.id()))
        .map(rows -> page(rows.stream().toList(), limit));
  }

  private static CluePublicationPage page(List<Row> found, int limit) {
    return new CluePublicationPage()
        .items(found.stream().limit(limit).map(PublicClues::published).toList())
        .total(found.isEmpty() ? 0 : Math.toIntExact(found.get(0).getLong("total")))
        .nextCursor(TimeCursor.next(found, limit, row -> TimeCursor.of(row, "published_at")));
  }

  private static PublishedClue published(Row row) {
    return new PublishedClue()
        .id(row.getUUID("id"))
        .kind(CluePublicationKind.fromString(row.getString("kind")))
        .title(row.getString("title"))
        .facts(row.getString("question"))
        .result(row.getString("answer"))
        .publishedOn(
            LocalDate.ofInstant(row.getOffsetDateTime("published_at").toInstant(), CityTime.ZONE));
  }

  /**
   * Of a year, by the city's time.
   *
   * @param year null for this one
   */
  Uni<ClueFigures> figures(Integer year) {
    int of = year == null ? LocalDate.ofInstant(clock.instant(), CityTime.ZONE).getYear() : year;
    Tuple bounds =
        Tuple.of(
            CityTime.startOf(LocalDate.of(of, 1, 1)), CityTime.startOf(LocalDate.of(of + 1, 1, 1)));
    return rows(COUNT, bounds)
        .map(rows -> figures(rows.get(0), of))
        .call(
            figures ->
                rows(BY_CHANNEL, bounds)
                    .invoke(
                        rows ->
                            figures.byChannel(rows.stream().map(PublicClues::channel).toList())))
        .call(
            figures ->
                rows(BY_OUTCOME, bounds)
                    .invoke(
                        rows ->
                            figures.byOutcome(rows.stream().map(PublicClues::outcome).toList())))
        .call(
            figures ->
                rows(BY_SANCTION, bounds)
                    .invoke(
                        rows ->
                            figures.bySanction(rows.stream().map(PublicClues::sanction).toList())));
  }

  private Uni<List<Row>> rows(String query, Tuple bounds) {
    return pool.preparedQuery(query).execute(bounds).map(rows -> rows.stream().toList());
  }

  private static ClueFigures figures(Row row, int year) {
    return new ClueFigures()
        .year(year)
        .carriedOver(count(row, "carried_over"))
        .received(count(row, "received"))
        .decided(count(row, "decided"))
        .carriedForward(count(row, "carried_forward"))
        .cleared(count(row, "cleared"))
        .clearedPublicly(count(row, "cleared_publicly"))
        .visited(count(row, "visited"));
  }

  private static ClueFiguresByChannelInner channel(Row row) {
    return new ClueFiguresByChannelInner()
        .channel(ClueChannel.fromString(row.getString("what")))
        .count(count(row, "count"));
  }

  private static ClueFiguresByOutcomeInner outcome(Row row) {
    return new ClueFiguresByOutcomeInner()
        .outcome(ClueOutcome.fromString(row.getString("what")))
        .count(count(row, "count"));
  }

  private static ClueFiguresBySanctionInner sanction(Row row) {
    return new ClueFiguresBySanctionInner()
        .sanction(ClueSanction.fromString(row.getString("what")))
        .count(count(row, "count"));
  }

  private static int count(Row row, String column) {
    return Math.toIntExact(row.getLong(column));
  }
}
