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
import org.sunlit.api.model.InboxNotice;
import org.sunlit.api.model.InboxPage;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** What an account has been told, the latest first (站内消息). What was deleted isn't there. */
@ApplicationScoped
class Inbox {
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

  private final Pool pool;
  private final Clock clock;
  private final Vault vault;

  Inbox(Pool pool, Clock clock, Vault vault) {
    this.pool = pool;
    this.clock = clock;
    this.vault = vault;
  }

  Uni<InboxPage> page(String account, int limit, String cursor) {
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
                            page(rows, limit)
                                .unread(counted.iterator().next().getLong("unread").intValue())
                                .asOf(now)));
  }

  /** They have seen everything up to then. */
  Uni<Void> read(String account, Instant until) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(account, CityTime.offset(until), now()))
        .replaceWithVoid();
  }

  private InboxPage page(RowSet<Row> rows, int limit) {
    List<InboxNotice> items = new ArrayList<>();
    InboxCursor last = null;
    for (Row row : rows) {
      if (items.size() == limit) {
        break;
      }
      items.add(shown(row));
      last = new InboxCursor(row.getOffsetDateTime("created_at").toInstant(), row.getUUID("id"));
    }
    return new InboxPage().items(items).nextCursor(rows.size() > limit ? last.write() : null);
  }

  private InboxNotice shown(Row row) {
    String subject = row.getString("subject_id");
    DataKey key =
        vault.unwrap(
            new WrappedKey(subject, row.getString("master"), row.getBuffer("wrapped").getBytes()));
    NoticeText text = NoticeSeals.text(key, row.getUUID("id"), row.getBuffer("shown").getBytes());
    return new InboxNotice()
        .id(row.getUUID("id"))
        .caseNumber(subject)
        .text(text.chinese())
        .textEn(text.english())
        .createdAt(CityTime.offset(row.getOffsetDateTime("created_at").toInstant()))
        .unread(row.getBoolean("unread"));
  }

  private OffsetDateTime now() {
    return CityTime.offset(clock.instant());
  }
}
