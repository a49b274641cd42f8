package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sunlit.api.model.CouncilTopicPage;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;
import org.sunlit.powerlist.DepartmentNames;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/** Topics as they are listed; who may see which is asked in the SQL itself. */
@ApplicationScoped
class TopicLists {
  private static final int MOST = 200;
  private static final String KEYED =
      "select "
          + TopicStore.RECORD
          + """
            , t.id, t.last_at, k.master, k.wrapped, count(*) over () as found
            from council_topic t join vault_key k on k.subject = 'councilTopic/' || t.number where\s""";
  private static final String ROOM_WANTED =
      """
      (t.shown or t.opened_by = $1) and ($2::text is null or t.kind = $2) and (not $3 or t.opened_by = $1)
      """;
  private static final String ROOM =
      KEYED
          + ROOM_WANTED
          + " and (t.last_at, t.id) < ($4, $5) order by t.last_at desc, t.id desc limit $6";
  private static final String ROOM_COUNT =
      "select count(*) as total from council_topic t where " + ROOM_WANTED;
  private static final String DESK =
      KEYED
          + """
            ($1 or $2 = any (t.asked) and t.shown) and ($3::text is null or t.state = $3)
              and (not $4 or t.due_at is not null) and (not $5 or t.due_at < $6)
            order by t.due_at, t.last_at desc, t.id limit\s"""
          + MOST;

  private record Titled(TopicRecord topic, String title) {}

  private final Pool pool;
  private final Vault vault;
  private final MemberStore members;
  private final DepartmentNames names;
  private final TopicShapes shapes;
  private final Clock clock;

  TopicLists(
      Pool pool,
      Vault vault,
      MemberStore members,
      DepartmentNames names,
      TopicShapes shapes,
      Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.members = members;
    this.names = names;
    this.shapes = shapes;
    this.clock = clock;
  }

  /** What a member sees, what was written last first. */
  Uni<CouncilTopicPage> room(
      Member member, String kind, boolean mine, TimeCursor after, int limit) {
    Tuple wanted = Tuple.of(member.account(), kind, mine);
    return pool.preparedQuery(ROOM_COUNT)
        .execute(wanted)
        .map(rows -> Math.toIntExact(rows.iterator().next().getLong("total")))
        .chain(
            total ->
                pool.preparedQuery(ROOM)
                    .execute(
                        Tuple.of(
                            member.account(),
                            kind,
                            mine,
                            CityTime.offset(after.at()),
                            after.id(),
                            limit + 1))
                    .map(rows -> rows.stream().toList())
                    .chain(
                        rows ->
                            page(rows.stream().limit(limit).toList(), total)
                                .map(
                                    page ->
                                        page.nextCursor(
                                            TimeCursor.next(
                                                rows,
                                                limit,
                                                row -> TimeCursor.of(row, "last_at"))))));
  }

  /** What somebody of the staff sees, what is due first. */
  Uni<CouncilTopicPage> desk(Reader reader, String state, boolean open, boolean overdue) {
    return pool.preparedQuery(DESK)
        .execute(
            Tuple.of(
                reader.keeps() || reader.supervises(),
                reader.department(),
                state,
                open,
                overdue,
                CityTime.offset(clock.instant())))
        .map(rows -> rows.stream().toList())
        .chain(
            rows -> page(rows, rows.isEmpty() ? 0 : Math.toIntExact(rows.get(0).getLong("found"))));
  }

  private Uni<CouncilTopicPage> page(List<Row> rows, int total) {
    List<Titled> topics = rows.stream().map(this::titled).toList();
    return members
        .authors(topics.stream().map(each -> each.topic().standing().opener()).toList())
        .chain(
            authors ->
                departments(topics)
                    .map(
                        departments ->
                            new CouncilTopicPage()
                                .items(
                                    topics.stream()
                                        .map(
                                            each ->
                                                shapes.summary(
                                                    each.topic(),
                                                    each.title(),
                                                    authors,
                                                    departments))
                                        .toList())
                                .total(total)));
  }

  private Titled titled(Row row) {
    TopicRecord topic = TopicStore.read(row.getString("record"));
    DataKey key = vault.unwrap(topic.subject(), row);
    return new Titled(topic, TopicRecord.title(key, topic.content()));
  }

  private Uni<Map<String, DepartmentReference>> departments(List<Titled> topics) {
    return names.of(
        topics.stream()
            .map(each -> each.topic().standing().department())
            .filter(Objects::nonNull)
            .toList());
  }
}
