package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** What an account has been told, the latest first (站内消息). What was deleted isn't there. */
@ApplicationScoped
public class Inbox {
  private static final String PAGE =
      """
      select n.id, n.subject_id, n.shown, n.created_at, k.master, k.wrapped,
        n.created_at > coalesce(r.read_until, '-infinity') as unread
      from notice n
        join notice_delivery d on d.notice_id = n.id and d.channel = 'inApp'
        join vault_key k on k.subject = n.subject_id
        left join inbox_reader r on r.account = n.account
      where n.account = $1 and (n.created_at, n.id) < ($2, $3)
      order by n.created_at desc, n.id desc
      limit $4
      """;
  private static final String UNREAD =
      """
      select count(*) as unread
      from notice n
        join notice_delivery d on d.notice_id = n.id and d.channel = 'inApp'
        join vault_key k on k.subject = n.subject_id
      where n.account = $1
        and n.created_at > coalesce((select read_until from inbox_reader where account = $1), '-infinity')
      """;

  /** Nobody reads ahead, and nothing that was read becomes unread. */
  private static final String READ =
      """
      insert into inbox_reader (account, read_until) values ($1, least($2, $3))
      on conflict (account) do update
        set read_until = greatest(inbox_reader.read_until, excluded.read_until)
      """;

  /** Something an account was told. */
  public record Message(
      UUID id, String subjectId, NoticeText text, OffsetDateTime at, boolean unread) {}

  /**
   * A page of what it was told.
   *
   * @param unread how many are unread in all
   */
  public record Messages(List<Message> items, int unread, OffsetDateTime asOf, String nextCursor) {}

  private final Pool pool;
  private final Clock clock;
  private final Vault vault;

  Inbox(Pool pool, Clock clock, Vault vault) {
    this.pool = pool;
    this.clock = clock;
    this.vault = vault;
  }

  /** What an account has been told, the latest first. */
  public Uni<Messages> messages(String account, int limit, String cursor) {
    OffsetDateTime now = now();
    InboxCursor after = InboxCursor.read(cursor);
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(account, CityTime.offset(after.at()), after.id(), limit + 1))
        .chain(
            rows ->
                pool.preparedQuery(UNREAD)
                    .execute(Tuple.of(account))
                    .map(
                        counted ->
                            messages(
                                rows,
                                limit,
                                counted.iterator().next().getLong("unread").intValue(),
                                now)));
  }

  /** They have seen everything up to then. */
  public Uni<Void> read(String account, Instant until) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(account, CityTime.offset(until), now()))
        .replaceWithVoid();
  }

  private Messages messages(RowSet<Row> rows, int limit, int unread, OffsetDateTime asOf) {
    List<Message> items = new ArrayList<>();
    for (Row row : rows) {
      if (items.size() < limit) {
        items.add(message(row));
      }
    }
    if (rows.size() <= limit) {
      return new Messages(items, unread, asOf, null);
    }
    Message last = items.get(items.size() - 1);
    return new Messages(
        items, unread, asOf, new InboxCursor(last.at().toInstant(), last.id()).write());
  }

  private Message message(Row row) {
    String subject = row.getString("subject_id");
    DataKey key =
        vault.unwrap(
            new WrappedKey(subject, row.getString("master"), row.getBuffer("wrapped").getBytes()));
    return new Message(
        row.getUUID("id"),
        subject,
        NoticeSeals.text(key, row.getUUID("id"), row.getBuffer("shown").getBytes()),
        CityTime.offset(row.getOffsetDateTime("created_at").toInstant()),
        row.getBoolean("unread"));
  }

  private OffsetDateTime now() {
    return CityTime.offset(clock.instant());
  }
}
