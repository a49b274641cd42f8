package org.sunlit.client;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Registers third-party applications, issues and revokes their keys, sets their limits. */
@ApplicationScoped
class Clients {
  /** So that one can be replaced by the other without a pause. */
  static final int MOST_KEYS = 2;

  /** What everybody gets who registers: it is everybody's to read. */
  private static final Set<Scope> GRANTED_AT_ONCE = Set.of(Scope.PUBLIC_READ);

  private static final String REGISTER =
"""
insert into client (id, name, purpose, contact_sealed, owner, wanted_scopes, scopes, per_minute, per_day,
  registered_at)
select cast(cast(:id as text) as uuid), :name, :purpose, :contact, :owner, cast(cast(:wanted as text) as text[]),
  cast(cast(:granted as text) as text[]), :perMinute, :perDay, :now
where (select count(*) from client where owner = :owner) < :most
""";
  private static final String ISSUE =
"""
insert into client_key (id, client_id, hint, hash, created_at, expires_at)
select cast(cast(:id as text) as uuid), c.id, :hint, decode(:hash, 'hex'), :now, :expiresAt
from (select id from client where id = cast(cast(:client as text) as uuid) and owner = :owner for update) c
where (select count(*) from client_key k
  where k.client_id = c.id and k.revoked_at is null and k.expires_at > :now) < :most
""";
  private static final String REVOKE =
"""
update client_key k set revoked_at = :now from client c
where k.id = cast(cast(:id as text) as uuid) and k.client_id = cast(cast(:client as text) as uuid) and c.id = k.client_id
  and c.owner = :owner and k.revoked_at is null
""";
  private static final String CHANGE =
"""
update client set scopes = cast(cast(:scopes as text) as text[]), per_minute = :perMinute, per_day = :perDay,
  suspended = :suspended, version = version + 1
where id = cast(cast(:id as text) as uuid) and version = :version
""";

  /** What somebody registers. */
  record Wanted(
      String name, String purpose, String contactName, String contact, Set<Scope> scopes) {}

  /** What an administrator decides. */
  record Decision(Set<Scope> scopes, int perMinute, int perDay, boolean suspended) {}

  /**
   * A new key; only its hash is kept.
   *
   * @param secret the key itself, told this once
   */
  record Issued(UUID id, String secret, Instant createdAt, Instant expiresAt) {}

  private final Transactor transactor;
  private final Idempotency idempotency;
  private final ClientStore store;
  private final KnownClients known;
  private final Vault vault;
  private final ClientSettings settings;
  private final Clock clock;

  Clients(
      Transactor transactor,
      Idempotency idempotency,
      ClientStore store,
      KnownClients known,
      Vault vault,
      ClientSettings settings,
      Clock clock) {
    this.transactor = transactor;
    this.idempotency = idempotency;
    this.store = store;
    this.known = known;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Registers one for the actor's account.
   *
   * @return fails with 409 when the account has as many as it may
   */
  Uni<Client> register(Wanted wanted, Actor actor, String idempotencyKey) {
    UUID id = UUID.randomUUID();
    byte[] request =
        new JsonObject()
            .put("name", wanted.name())
            .put("purpose", wanted.purpose())
            .put("contactName", wanted.contactName())
            .put("contact", wanted.contact())
            .put("scopes", array(wanted.scopes()))
            .toBuffer()
            .getBytes();
    return idempotency
        .once(
            "registerClient",
            actor.accountId(),
            idempotencyKey,
            request,
            session -> insert(session, id, wanted, actor))
        .chain(reply -> found(UUID.fromString(reply.body())));
  }

  private Uni<Reply> insert(Mutiny.Session session, UUID id, Wanted wanted, Actor actor) {
    Set<Scope> granted =
        GRANTED_AT_ONCE.stream()
            .filter(wanted.scopes()::contains)
            .collect(Collectors.toUnmodifiableSet());
    return vault
        .keep(session, ContactSeal.subject(id))
        .chain(
            key ->
                insert(
                    session,
                    id,
                    wanted,
                    ContactSeal.seal(
                        key,
                        new ContactSeal.Contact(
                            wanted.contactName().strip(), wanted.contact().strip())),
                    granted,
                    actor));
  }

  private Uni<Reply> insert(
      Mutiny.Session session,
      UUID id,
      Wanted wanted,
      byte[] contact,
      Set<Scope> granted,
      Actor actor) {
    return session
        .createNativeQuery(REGISTER)
        .setParameter("id", id.toString())
        .setParameter("name", wanted.name().strip())
        .setParameter("purpose", wanted.purpose().strip())
        .setParameter("contact", contact)
        .setParameter("owner", actor.accountId())
        .setParameter("wanted", array(wanted.scopes()))
        .setParameter("granted", array(granted))
        .setParameter("perMinute", settings.perMinute())
        .setParameter("perDay", settings.perDay())
        .setParameter("now", CityTime.offset(clock.instant()))
        .setParameter("most", settings.mostForOneAccount())
        .executeUpdate()
        .map(
            rows -> {
              if (rows == 0) {
                throw Problem.of(ProblemType.CONFLICT)
                    .detail("client.too-many", settings.mostForOneAccount());
              }
              return new Reply(201, id.toString());
            });
  }

  /**
   * Issues a key for an application of the actor's.
   *
   * @return fails with 409 when it has two that are good
   */
  Uni<Issued> issue(UUID client, int validDays, Actor actor, String idempotencyKey) {
    UUID id = UUID.randomUUID();
    String secret = ClientKeys.random();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(Duration.ofDays(validDays));
    return own(client, actor)
        .chain(
            () ->
                idempotency.once(
                    "issueClientKey " + client,
                    actor.accountId(),
                    idempotencyKey,
                    Integer.toString(validDays).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    session ->
                        insert(session, new Issued(id, secret, now, expiresAt), client, actor)))
        .map(reply -> issued(new JsonObject(reply.body())))
        .call(known::refresh);
  }

  private static Uni<Reply> insert(Mutiny.Session session, Issued key, UUID client, Actor actor) {
    return session
        .createNativeQuery(ISSUE)
        .setParameter("id", key.id().toString())
        .setParameter("client", client.toString())
        .setParameter("owner", actor.accountId())
        .setParameter("hint", ClientKeys.hint(key.secret()))
        .setParameter("hash", ClientKeys.hexHash(key.secret()))
        .setParameter("now", CityTime.offset(key.createdAt()))
        .setParameter("expiresAt", CityTime.offset(key.expiresAt()))
        .setParameter("most", MOST_KEYS)
        .executeUpdate()
        .map(
            rows -> {
              if (rows == 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("client.two-keys", MOST_KEYS);
              }
              return new Reply(
                  201,
                  new JsonObject()
                      .put("id", key.id().toString())
                      .put("secret", key.secret())
                      .put("createdAt", key.createdAt().toString())
                      .put("expiresAt", key.expiresAt().toString())
                      .encode());
            });
  }

  private static Issued issued(JsonObject stored) {
    return new Issued(
        UUID.fromString(stored.getString("id")),
        stored.getString("secret"),
        Instant.parse(stored.getString("createdAt")),
        Instant.parse(stored.getString("expiresAt")));
  }

  /** Revokes a key of the actor's at once, on every node. */
  Uni<Void> revoke(UUID client, UUID key, Actor actor) {
    return transactor
        .write(
            session ->
                session
                    .createNativeQuery(REVOKE)
                    .setParameter("id", key.toString())
                    .setParameter("client", client.toString())
                    .setParameter("owner", actor.accountId())
                    .setParameter("now", CityTime.offset(clock.instant()))
                    .executeUpdate())
        .invoke(
            rows -> {
              if (rows == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .chain(known::refresh);
  }

  /**
   * Sets what an application may.
   *
   * @return fails with 412 when somebody has changed it since
   */
  Uni<Client> change(UUID client, int version, Decision decision) {
    return found(client)
        .chain(
            before ->
                transactor.write(
                    session ->
                        session
                            .createNativeQuery(CHANGE)
                            .setParameter("id", client.toString())
                            .setParameter("version", version)
                            .setParameter("scopes", array(decision.scopes()))
                            .setParameter("perMinute", decision.perMinute())
                            .setParameter("perDay", decision.perDay())
                            .setParameter("suspended", decision.suspended())
                            .executeUpdate()))
        .invoke(
            rows -> {
              if (rows == 0) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .call(known::refresh)
        .chain(() -> found(client));
  }

  /** The actor's own; anybody else's is one that doesn't exist. */
  Uni<Client> own(UUID client, Actor actor) {
    return store
        .find(client, actor.accountId(), clock.instant())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  Uni<Client> found(UUID client) {
    return store
        .find(client, clock.instant())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static String array(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(",", "{", "}"));
  }
}
