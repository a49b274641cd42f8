package org.sunlit.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.identity.Holder;
import org.sunlit.identity.PostRef;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.Regions;

/** Posts and their holders in the database. */
@ApplicationScoped
class PostStore {
  /** A post with everybody who held, holds or will hold it. */
  record StoredPost(
      Posting posting, Named department, Named region, Instant closedAt, int version) {
    Subject subject() {
      PostRef post = posting.post();
      return new Subject(
          "post", post.id().toString(), post.name(), post.department(), post.region());
    }
  }

  /** Which posts to list; null for any. */
  record Asked(
      String q,
      String department,
      String region,
      String level,
      boolean vacant,
      int limit,
      String cursor) {}

  record Listed(Rows.Page<StoredPost> page, long total) {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String COLUMNS =
      """
      select p.id, p.code, p.name, p.name_en, p.level, p.department_code, d.name as department_name,
        d.name_en as department_name_en, p.region_code, r.name as region_name, r.name_en as region_name_en,
        p.closed_at, p.version, post_holders(p.id)::text as holders, coalesce(d.place, -1) as place
      """;
  private static final String FROM =
      """
      from post p left join department d on d.code = p.department_code
        left join region r on r.code = p.region_code
      where\s"""
          + Scope.within("p", 1);

  /** The same rule as {@code Posting.actingAt}: somebody holds it now and isn't away. */
  private static final String FILTER =
      """
       and p.closed_at is null
        and (cast($3 as text) is null or p.name ilike $3 or p.name_en ilike $3 or p.code ilike $3)
        and (cast($4 as text) is null or p.department_code = $4)
        and (cast($5 as text) is null or p.region_code like $5)
        and (cast($6 as text) is null or p.level = $6)
        and (not $7::boolean or not exists (
          select from post_holder h join account a on a.account = h.account
          where h.post_id = p.id and not a.disabled
            and (h.from_at is null or h.from_at <= $8) and (h.until_at is null or h.until_at > $8)
            and not exists (select from absence x where x.account = h.account and x.from_at <= $8
              and (x.until_at is null or x.until_at > $8))))
      """;

  private static final String PAGE =
      COLUMNS
          + FROM
          + FILTER
          + """
           and (cast($9 as bigint) is null
             or (coalesce(d.place, -1), p.name, p.id::text) > ($9, cast($10 as text), cast($11 as text)))
          order by coalesce(d.place, -1), p.name, p.id::text limit $12
          """;
  private static final String TOTAL = "select count(*) as total " + FROM + FILTER;
  private static final String ONE = COLUMNS + FROM + " and p.id = $3";
  private static final String INSERT =
      """
      insert into post (id, code, name, name_en, level, department_code, region_code)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String TAKEN =
      """
      select exists (select from post where closed_at is null and id <> $1 and name = $2
        and department_code is not distinct from $3 and region_code is not distinct from $4) as taken
      """;
  private static final String UPDATE =
      "update post set name = $2, name_en = $3, level = $4, version = version + 1 where id = $1";
  private static final String CLOSE =
      "update post set closed_at = $2, version = version + 1 where id = $1";
  private static final String HOLD =
      "insert into post_holder (id, post_id, account, part, from_at, until_at) values ($1, $2, $3, $4, $5, $6)";
  private static final String RELEASE = "update post_holder set until_at = $2 where id = $1";

  private final Pool pool;
  private final Clock clock;

  PostStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Listed> list(Asked asked, Scope scope) {
    String[] after = Rows.parts(asked.cursor(), 3);
    Tuple page =
        filter(asked, scope)
            .addValue(Rows.number(after[0]))
            .addValue(after[1])
            .addValue(after[2])
            .addValue(asked.limit() + 1);
    return pool.preparedQuery(PAGE)
        .execute(page)
        .map(
            rows ->
                Rows.page(
                    rows,
                    asked.limit(),
                    PostStore::post,
                    row ->
                        Rows.cursor(
                            row.getInteger("place"), row.getString("name"), row.getUUID("id"))))
        .chain(
            read ->
                pool.preparedQuery(TOTAL)
                    .execute(filter(asked, scope))
                    .map(rows -> new Listed(read, rows.iterator().next().getLong("total"))));
  }

  Uni<Optional<StoredPost>> find(UUID id, Scope scope) {
    return find(pool, id, scope);
  }

  Uni<Optional<StoredPost>> find(SqlClient client, UUID id, Scope scope) {
    return client
        .preparedQuery(ONE)
        .execute(Tuple.of(scope.department(), scope.regionsLike(), id))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(post(rows.iterator().next())));
  }

  /** Whether another open post there has this name. */
  Uni<Boolean> taken(SqlConnection connection, PostRef post) {
    return connection
        .preparedQuery(TAKEN)
        .execute(Tuple.of(post.id(), post.name(), post.department(), post.region()))
        .map(rows -> rows.iterator().next().getBoolean("taken"));
  }

  Uni<Void> insert(SqlConnection connection, PostRef post) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addValue(post.id())
                .addValue(post.code())
                .addValue(post.name())
                .addValue(post.nameEn())
                .addValue(post.level())
                .addValue(post.department())
                .addValue(post.region()))
        .replaceWithVoid();
  }

  Uni<Void> update(SqlConnection connection, PostRef post) {
    return connection
        .preparedQuery(UPDATE)
        .execute(Tuple.of(post.id(), post.name(), post.nameEn(), post.level()))
        .replaceWithVoid();
  }

  Uni<Void> close(SqlConnection connection, UUID id, Instant at) {
    return connection
        .preparedQuery(CLOSE)
        .execute(Tuple.of(id, CityTime.offset(at)))
        .replaceWithVoid();
  }

  Uni<Void> hold(SqlConnection connection, UUID post, Holder holder) {
    return connection
        .preparedQuery(HOLD)
        .execute(
            Tuple.of(
                holder.id(),
                post,
                holder.account(),
                holder.part(),
                CityTime.offset(holder.held().from()),
                CityTime.offset(holder.held().until())))
        .replaceWithVoid();
  }

  Uni<Void> release(SqlConnection connection, UUID holder, Instant until) {
    return connection
        .preparedQuery(RELEASE)
        .execute(Tuple.of(holder, CityTime.offset(until)))
        .replaceWithVoid();
  }

  private Tuple filter(Asked asked, Scope scope) {
    return Tuple.tuple()
        .addValue(scope.department())
        .addValue(scope.regionsLike())
        .addValue(Rows.pattern(asked.q()))
        .addValue(asked.department())
        .addValue(asked.region() == null ? null : Regions.prefix(asked.region()) + "%")
        .addValue(asked.level())
        .addValue(asked.vacant())
        .addValue(CityTime.offset(clock.instant()));
  }

  private static StoredPost post(Row row) {
    try {
      return new StoredPost(
          new Posting(
              new PostRef(
                  row.getUUID("id"),
                  row.getString("code"),
                  row.getString("name"),
                  row.getString("name_en"),
                  row.getString("level"),
                  row.getString("department_code"),
                  row.getString("region_code")),
              MAPPER.readValue(row.getString("holders"), new TypeReference<List<Holder>>() {})),
          Rows.named(row, "department"),
          Rows.named(row, "region"),
          Rows.instant(row, "closed_at"),
          row.getInteger("version"));
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException("Can't read what the database says of a post", unreadable);
    }
  }
}
