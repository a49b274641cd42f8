package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.identity.Actor;

/** What editors have in their forms and have not published: each their own. */
@ApplicationScoped
class ItemDrafts {
  private static final String KEEP =
      """
      insert into power_item_draft (account, item_code, part, base_version, kept_at, form)
      values ($1, $2, $3, $4, $5, cast(cast($6 as text) as jsonb))
      on conflict (account, item_code, part) do update
        set base_version = excluded.base_version, kept_at = excluded.kept_at, form = excluded.form
      """;
  private static final String OF_ITEM =
      """
      select part, base_version, kept_at, form::text as form from power_item_draft
      where account = $1 and item_code = $2
      """;
  private static final String LIST =
      """
      select d.item_code, d.part, d.base_version, d.kept_at, v.number, v.name, v.name_en
      from power_item_draft d
        left join power_item i on i.code = d.item_code
        left join lateral (
          select number, name, name_en from power_item_version
          where item_id = i.id order by number desc limit 1) v on true
      where d.account = $1
      order by d.kept_at desc limit 100
      """;
  private static final String DROP =
      "delete from power_item_draft where account = $1 and item_code = $2 and part = $3";

  /** A draft; the form is a JSON object as it was sent. */
  record Kept(int baseVersion, Instant keptAt, String form) {}

  /** A draft in a list, with the newest version of its item: 0 and no name for a new one. */
  record Entry(
      String code,
      String part,
      int baseVersion,
      Instant keptAt,
      int newestVersion,
      String name,
      String nameEn) {}

  private final Pool pool;
  private final Clock clock;

  ItemDrafts(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Void> keep(String code, String part, int baseVersion, String form, Actor actor) {
    return pool.preparedQuery(KEEP)
        .execute(
            Tuple.of(
                actor.accountId(),
                code,
                part,
                baseVersion,
                clock.instant().atOffset(ZoneOffset.UTC),
                form))
        .replaceWithVoid();
  }

  /** Somebody's drafts of an item, by part. */
  Uni<Map<String, Kept>> of(String code, Actor actor) {
    return pool.preparedQuery(OF_ITEM)
        .execute(Tuple.of(actor.accountId(), code))
        .map(
            rows -> {
              Map<String, Kept> kept = new HashMap<>();
              for (Row row : rows) {
                kept.put(
                    row.getString("part"),
                    new Kept(
                        row.getInteger("base_version"),
                        row.getOffsetDateTime("kept_at").toInstant(),
                        row.getString("form")));
              }
              return kept;
            });
  }

  Uni<List<Entry>> list(Actor actor) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(actor.accountId()))
        .map(rows -> rows.stream().map(ItemDrafts::entry).toList());
  }

  private static Entry entry(Row row) {
    Integer newest = row.getInteger("number");
    return new Entry(
        row.getString("item_code"),
        row.getString("part"),
        row.getInteger("base_version"),
        row.getOffsetDateTime("kept_at").toInstant(),
        newest == null ? 0 : newest,
        row.getString("name"),
        row.getString("name_en"));
  }

  Uni<Void> drop(String code, String part, Actor actor) {
    return pool.preparedQuery(DROP)
        .execute(Tuple.of(actor.accountId(), code, part))
        .replaceWithVoid();
  }

  Uni<Void> drop(SqlConnection connection, String code, String part, Actor actor) {
    return connection
        .preparedQuery(DROP)
        .execute(Tuple.of(actor.accountId(), code, part))
        .replaceWithVoid();
  }
}
