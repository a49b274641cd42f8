package org.sunlit.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;

/**
 * Refresh tokens: opaque, kept as hashes, good for one use. Using one gives the next of its family;
 * using one twice means that it was stolen, and ends the family.
 */
@ApplicationScoped
class RefreshTokens {

  static final Duration LIFE = Duration.ofHours(12);

  private static final String ISSUE =
      """
      insert into refresh_token (token_hash, family, account, issued_at, expires_at) values ($1, $2, $3, $4, $5)
      """;
  private static final String LOCK =
      "select family, account, expires_at, used_at from refresh_token where token_hash = $1 for update";
  private static final String USE = "update refresh_token set used_at = $2 where token_hash = $1";
  private static final String END_FAMILY =
      """
      delete from refresh_token
      where family = (select family from refresh_token where token_hash = $1)
      """;
  private static final String EXPIRE = "delete from refresh_token where expires_at < $1";

  /**
   * A token and whose it is.
   *
   * @param secret goes into the cookie and is never stored
   */
  record Issued(String secret, String account) {}

  private final Pool pool;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RefreshTokens(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** The first token of a new family. */
  Uni<Issued> begin(String account) {
    return pool.withTransaction(
        connection -> issue(connection, UUID.randomUUID(), account, clock.instant().plus(LIFE)));
  }

  /**
   * The next token of the same family, which lives no longer than the first would have; empty for a
   * token that is not good.
   */
  Uni<Optional<Issued>> rotate(String secret) {
    Buffer hash = hash(secret);
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(hash))
                .chain(
                    rows ->
                        rows.rowCount() == 0
                            ? none()
                            : rotate(connection, hash, rows.iterator().next())));
  }

  /** Ends the whole family of a token. */
  Uni<Void> end(String secret) {
    return pool.preparedQuery(END_FAMILY).execute(Tuple.of(hash(secret))).replaceWithVoid();
  }

  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> removeExpired() {
    return pool.preparedQuery(EXPIRE)
        .execute(Tuple.of(CityTime.offset(clock.instant())))
        .replaceWithVoid();
  }

  private Uni<Optional<Issued>> rotate(SqlConnection connection, Buffer hash, Row row) {
    Instant now = clock.instant();
    Instant expiresAt = row.getOffsetDateTime("expires_at").toInstant();
    if (row.getOffsetDateTime("used_at") != null) {
      return connection
          .preparedQuery(END_FAMILY)
          .execute(Tuple.of(hash))
          .chain(RefreshTokens::none);
    }
    if (!now.isBefore(expiresAt)) {
      return none();
    }
    return connection
        .preparedQuery(USE)
        .execute(Tuple.of(hash, CityTime.offset(now)))
        .chain(() -> issue(connection, row.getUUID("family"), row.getString("account"), expiresAt))
        .map(Optional::of);
  }

  private Uni<Issued> issue(
      SqlConnection connection, UUID family, String account, Instant expiresAt) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return connection
        .preparedQuery(ISSUE)
        .execute(
            Tuple.of(
                hash(secret),
                family,
                account,
                CityTime.offset(clock.instant()),
                CityTime.offset(expiresAt)))
        .replaceWith(new Issued(secret, account));
  }

  private static Uni<Optional<Issued>> none() {
    return Uni.createFrom().item(Optional.empty());
  }

  private static Buffer hash(String secret) {
    try {
      return Buffer.buffer(
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has SHA-256
    }
  }
}
