package org.sunlit.confirmation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/**
 * Reads requests for confirmation. Every statement's first parameter is the time it is, by which an
 * open one may have expired.
 */
@ApplicationScoped
class ConfirmationReads {
  private static final String READ =
      """
      select r.id, r.kind, r.subject, r.department_code, r.region_code, r.requested_by,
        asker.name as requested_by_name, asker.name_en as requested_by_name_en, r.reason_sealed,
        r.payload::text as payload, r.requested_at, r.expires_at,
        case when r.state = 'open' and r.expires_at <= $1 then 'expired' else r.state end as state,
        r.decided_by, decider.name as decided_by_name, decider.name_en as decided_by_name_en,
        r.decided_at, r.note_sealed, k.master, k.wrapped
      """;
  private static final String FROM =
      """
      from confirmation_request r
        join account asker on asker.account = r.requested_by
        left join account decider on decider.account = r.decided_by
        left join vault_key k on k.subject = r.subject
      """;
  private static final String ONE = READ + FROM + "where r.id = $2";
  private static final String PENDING =
      READ
          + FROM
          + "where r.kind = $2 and r.subject = $3 and r.state = 'open' and r.expires_at > $1";

  /** Parameters $2 kinds, $3 to $7 the reach. A matter of no place is decided by the kind alone. */
  private static final String WITHIN_REACH =
      "where r.kind = any ($2::text[]) and ((r.department_code is null and r.region_code is null)"
          + " or "
          + Reach.within("r.department_code", "r.region_code", 3)
          + ")";

  /** One's own are found too: who asked is told why they can't decide. */
  private static final String REACHING =
      READ
          + FROM
          + WITHIN_REACH
          + " and r.id = $8 union "
          + READ
          + FROM
          + "where r.id = $8 and r.requested_by = $9";

  private static final String TO_DECIDE =
      WITHIN_REACH + " and r.state = 'open' and r.expires_at > $1 and r.requested_by <> $8";
  private static final String TO_DECIDE_PAGE =
      READ
          + FROM
          + TO_DECIDE
          + """
             and (r.requested_at, r.id) > ($9::timestamptz, $10::uuid)
            order by r.requested_at, r.id limit $11
            """;
  private static final String TO_DECIDE_TOTAL = "select count(*) as total " + FROM + TO_DECIDE;
  private static final String ASKED_PAGE =
      READ
          + FROM
          + """
            where r.requested_by = $2
              and ($3::timestamptz is null or (r.requested_at, r.id) < ($3::timestamptz, $4::uuid))
            order by r.requested_at desc, r.id desc limit $5
            """;
  private static final String ASKED_TOTAL =
      "select count(*) as total from confirmation_request r where r.requested_by = $1";

  private final Pool pool;
  private final Vault vault;

  ConfirmationReads(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  Uni<Optional<ConfirmationRequest>> find(UUID id, Instant now) {
    return pool.preparedQuery(ONE).execute(Tuple.of(CityTime.offset(now), id)).map(this::first);
  }

  Uni<Optional<ConfirmationRequest>> pending(String kind, String subject, Instant now) {
    return pool.preparedQuery(PENDING)
        .execute(Tuple.of(CityTime.offset(now), kind, subject))
        .map(this::first);
  }

  /** The request if it reaches the account, or is its own. */
  Uni<Optional<ConfirmationRequest>> reaching(
      UUID id, String account, List<String> kinds, Reach reach, Instant now) {
    return pool.preparedQuery(REACHING)
        .execute(reached(kinds, reach, now).addUUID(id).addString(account))
        .map(this::first);
  }

  Uni<ConfirmationPart> toDecide(
      String account,
      List<String> kinds,
      Reach reach,
      Instant now,
      int limit,
      ConfirmationCursor after) {
    Tuple page =
        reached(kinds, reach, now)
            .addString(account)
            .addOffsetDateTime(CityTime.offset(after == null ? Instant.EPOCH : after.requestedAt()))
            .addUUID(after == null ? new UUID(0, 0) : after.id())
            .addInteger(limit + 1);
    return pool.preparedQuery(TO_DECIDE_PAGE)
        .execute(page)
        .chain(
            rows ->
                pool.preparedQuery(TO_DECIDE_TOTAL)
                    .execute(reached(kinds, reach, now).addString(account))
                    .map(total -> part(rows, total, limit)));
  }

  Uni<ConfirmationPart> askedBy(String account, Instant now, int limit, ConfirmationCursor after) {
    Tuple page =
        Tuple.of(CityTime.offset(now), account)
            .addOffsetDateTime(after == null ? null : CityTime.offset(after.requestedAt()))
            .addUUID(after == null ? null : after.id())
            .addInteger(limit + 1);
    return pool.preparedQuery(ASKED_PAGE)
        .execute(page)
        .chain(
            rows ->
                pool.preparedQuery(ASKED_TOTAL)
                    .execute(Tuple.of(account))
                    .map(total -> part(rows, total, limit)));
  }

  private static Tuple reached(List<String> kinds, Reach reach, Instant now) {
    Tuple tuple =
        Tuple.tuple()
            .addOffsetDateTime(CityTime.offset(now))
            .addArrayOfString(kinds.toArray(String[]::new));
    return reach.addTo(tuple);
  }

  private ConfirmationPart part(RowSet<Row> rows, RowSet<Row> total, int limit) {
    List<ConfirmationRequest> found =
        StreamSupport.stream(rows.spliterator(), false).map(this::request).limit(limit).toList();
    return new ConfirmationPart(
        found,
        total.iterator().next().getLong("total"),
        rows.size() > limit ? ConfirmationCursor.of(found.get(found.size() - 1)) : null);
  }

  private Optional<ConfirmationRequest> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(request(rows.iterator().next()));
  }

  private ConfirmationRequest request(Row row) {
    UUID id = row.getUUID("id");
    DataKey key = key(row);
    OffsetDateTime decidedAt = row.getOffsetDateTime("decided_at");
    return new ConfirmationRequest(
        id,
        row.getString("kind"),
        row.getString("subject"),
        row.getString("department_code"),
        row.getString("region_code"),
        row.getString("requested_by"),
        row.getString("requested_by_name"),
        row.getString("requested_by_name_en"),
        words(ConfirmationWords.REASON, key, id, row.getBuffer("reason_sealed")),
        row.getString("payload"),
        row.getOffsetDateTime("requested_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant(),
        ConfirmationState.of(row.getString("state")),
        row.getString("decided_by"),
        row.getString("decided_by_name"),
        row.getString("decided_by_name_en"),
        decidedAt == null ? null : decidedAt.toInstant(),
        words(ConfirmationWords.NOTE, key, id, row.getBuffer("note_sealed")));
  }

  /** Null when nothing was said of it, or nothing is left. */
  private DataKey key(Row row) {
    return row.getString("master") == null
        ? null
        : vault.unwrap(
            new WrappedKey(
                row.getString("subject"),
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
  }

  private static String words(ConfirmationWords words, DataKey key, UUID id, Buffer sealed) {
    return key == null || sealed == null ? null : words.open(key, id, sealed.getBytes());
  }
}
