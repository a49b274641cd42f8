package org.sunlit.client;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** Third-party applications as they are read. */
@ApplicationScoped
class ClientStore {
  private static final String READ =
"""
select c.*, a.name as owner_name, v.master, v.wrapped, coalesce((
  select jsonb_agg(jsonb_build_object('id', k.id, 'hint', k.hint, 'createdAt', k.created_at,
    'expiresAt', k.expires_at, 'revokedAt', k.revoked_at) order by k.created_at desc, k.id)
  from client_key k
  where k.client_id = c.id and coalesce(k.revoked_at, k.expires_at) > $1::timestamptz - interval '90 days'
), '[]') as keys
from client c join account a on a.account = c.owner
  join vault_key v on v.subject = 'client/' || c.id
""";
  private static final String ALL = READ + "order by c.registered_at desc, c.id limit 1000";
  private static final String OF_OWNER =
      READ + "where c.owner = $2 order by c.registered_at desc, c.id limit 1000";
  private static final String ONE = READ + "where c.id = $2";
  private static final String ONE_OF_OWNER = READ + "where c.id = $2 and c.owner = $3";
  private static final String GOOD_KEYS =
      """
      select k.hash, k.expires_at, c.id, c.name, c.scopes, c.per_minute, c.per_day
      from client_key k join client c on c.id = k.client_id
      where k.revoked_at is null and not c.suspended and k.expires_at > $1
      """;
  private static final String USAGE =
      """
      select day, operation, calls, refused from client_usage
      where client_id = $1 and day between $2 and $3 order by day, operation
      """;

  /** A day's use of an operation. */
  record Usage(LocalDate day, String operation, long calls, long refused) {}

  private final Pool pool;
  private final Vault vault;

  ClientStore(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  Uni<List<Client>> all(Instant now) {
    return pool.preparedQuery(ALL).execute(Tuple.of(CityTime.offset(now))).map(this::clients);
  }

  Uni<List<Client>> of(String owner, Instant now) {
    return pool.preparedQuery(OF_OWNER)
        .execute(Tuple.of(CityTime.offset(now), owner))
        .map(this::clients);
  }

  Uni<Optional<Client>> find(UUID id, Instant now) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(CityTime.offset(now), id))
        .map(rows -> clients(rows).stream().findFirst());
  }

  /** Only if it is theirs. */
  Uni<Optional<Client>> find(UUID id, String owner, Instant now) {
    return pool.preparedQuery(ONE_OF_OWNER)
        .execute(Tuple.of(CityTime.offset(now), id, owner))
        .map(rows -> clients(rows).stream().findFirst());
  }

  Uni<List<AdmittedKey>> goodKeys(Instant now) {
    return pool.preparedQuery(GOOD_KEYS)
        .execute(Tuple.of(CityTime.offset(now)))
        .map(rows -> stream(rows).map(ClientStore::admitted).toList());
  }

  Uni<List<Usage>> usage(UUID id, LocalDate from, LocalDate to) {
    return pool.preparedQuery(USAGE)
        .execute(Tuple.of(id, from, to))
        .map(
            rows ->
                stream(rows)
                    .map(
                        row ->
                            new Usage(
                                row.getLocalDate("day"),
                                row.getString("operation"),
                                row.getLong("calls"),
                                row.getLong("refused")))
                    .toList());
  }

  private static AdmittedKey admitted(Row row) {
    return new AdmittedKey(
        java.util.HexFormat.of().formatHex(row.getBuffer("hash").getBytes()),
        row.getOffsetDateTime("expires_at").toInstant(),
        new AdmittedKey.Limits(
            row.getUUID("id"),
            row.getString("name"),
            scopes(row, "scopes"),
            row.getInteger("per_minute"),
            row.getInteger("per_day")));
  }

  private List<Client> clients(RowSet<Row> rows) {
    return stream(rows).map(this::client).toList();
  }

  private Client client(Row row) {
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                ContactSeal.subject(row.getUUID("id")),
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
    ContactSeal.Contact contact = ContactSeal.open(key, row.getBuffer("contact_sealed").getBytes());
    return new Client(
        row.getUUID("id"),
        row.getString("name"),
        row.getString("purpose"),
        contact.contactName(),
        contact.contact(),
        row.getString("owner"),
        row.getString("owner_name"),
        scopes(row, "wanted_scopes"),
        scopes(row, "scopes"),
        row.getInteger("per_minute"),
        row.getInteger("per_day"),
        row.getBoolean("suspended"),
        row.getOffsetDateTime("registered_at").toInstant(),
        row.getInteger("version"),
        keys(row.getJsonArray("keys")));
  }

  private static Set<Scope> scopes(Row row, String column) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String code : row.getArrayOfStrings(column)) {
      scopes.add(Coded.of(Scope.class, code));
    }
    return scopes;
  }

  private static List<Client.ClientKey> keys(JsonArray keys) {
    return keys.stream()
        .map(JsonObject.class::cast)
        .map(
            key ->
                new Client.ClientKey(
                    UUID.fromString(key.getString("id")),
                    key.getString("hint"),
                    instant(key.getString("createdAt")),
                    instant(key.getString("expiresAt")),
                    instant(key.getString("revokedAt"))))
        .toList();
  }

  private static Instant instant(String written) {
    return written == null ? null : OffsetDateTime.parse(written).toInstant();
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
