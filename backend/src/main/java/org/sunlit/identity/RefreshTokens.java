package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Sha256;

/**
 * Refresh tokens: opaque, kept as hashes, good for one use. Using one gives the next of its family,
 * which is the session; using one twice means that it was stolen, and ends the session.
 */
@ApplicationScoped
class RefreshTokens {

  private static final String BEGIN =
      """
      insert into session (id, account, browser, system, begun_at, last_used_at, expires_at)
      values ($1, $2, $3, $4, $5, $5, $6)
      """;
  private static final String ISSUE =
      "insert into refresh_token (token_hash, family, issued_at) values ($1, $2, $3)";

  /** Whoever uses or ends a session waits for this row, so a token that comes twice is seen. */
  private static final String LOCK =
      """
      select id, account, last_used_at, expires_at from session
      where id = (select family from refresh_token where token_hash = $1) and ended_at is null
      for update
      """;

  private static final String USE_TOKEN =
      "update refresh_token set used_at = $2 where token_hash = $1 and used_at is null";
  private static final String USE_SESSION = "update session set last_used_at = $2 where id = $1";
  private static final String END = "update session set ended_at = $2 where id = $1";

  /**
   * A token and whose it is.
   *
   * @param secret goes into the cookie and is never stored
   * @param expiresAt when the session ends at the latest
   */
  record Issued(String secret, UUID session, String account, Instant expiresAt) {}

  /** What a token brought: the next one, or the end of its session, or nothing at all. */
  private record Outcome(Optional<Issued> issued, List<UUID> ended) {
    static final Outcome NOTHING = new Outcome(Optional.empty(), List.of());
  }

  private final Pool pool;
  private final Clock clock;
  private final SessionLimits limits;
  private final EndedSessions endedSessions;
  private final SecureRandom random = new SecureRandom();

  RefreshTokens(Pool pool, Clock clock, SessionLimits limits, EndedSessions endedSessions) {
    this.pool = pool;
    this.clock = clock;
    this.limits = limits;
    this.endedSessions = endedSessions;
  }

  /** The first token of a new session. */
  Uni<Issued> begin(String account, Device device) {
    UUID session = UUID.randomUUID();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(limits.life());
    Tuple values =
        Tuple.of(
            session,
            account,
            device.browser(),
            device.system(),
            CityTime.offset(now),
            CityTime.offset(expiresAt));
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(BEGIN)
                .execute(values)
                .chain(() -> issue(connection, session, account, expiresAt)));
  }

  /**
   * The next token of the same session; empty for a token that is not good. One that was used
   * before, and one whose session was left alone for too long, end the session.
   */
  Uni<Optional<Issued>> rotate(String secret) {
    Buffer hash = Sha256.of(secret);
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(LOCK)
                    .execute(Tuple.of(hash))
                    .chain(
                        rows ->
                            rows.rowCount() == 0
                                ? Uni.createFrom().item(Outcome.NOTHING)
                                : rotate(connection, hash, rows.iterator().next())))
        .call(outcome -> endedSessions.add(outcome.ended()))
        .map(Outcome::issued);
  }

  /** Ends the session of a token at once. */
  Uni<Void> end(String secret) {
    return pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(LOCK)
                    .execute(Tuple.of(Sha256.of(secret)))
                    .chain(
                        rows ->
                            rows.rowCount() == 0
                                ? Uni.createFrom().item(Outcome.NOTHING)
                                : end(connection, rows.iterator().next().getUUID("id"))))
        .chain(outcome -> endedSessions.add(outcome.ended()));
  }

  private Uni<Outcome> rotate(SqlConnection connection, Buffer hash, Row row) {
    Instant now = clock.instant();
    UUID session = row.getUUID("id");
    Instant expiresAt = row.getOffsetDateTime("expires_at").toInstant();
    Instant lastUsedAt = row.getOffsetDateTime("last_used_at").toInstant();
    if (!now.isBefore(expiresAt) || limits.idleSince(lastUsedAt, now)) {
      return end(connection, session);
    }
    return connection
        .preparedQuery(USE_TOKEN)
        .execute(Tuple.of(hash, CityTime.offset(now)))
        .chain(
            used ->
                used.rowCount() == 0
                    ? end(connection, session)
                    : next(connection, session, row.getString("account"), now, expiresAt));
  }

  private Uni<Outcome> next(
      SqlConnection connection, UUID session, String account, Instant now, Instant expiresAt) {
    return connection
        .preparedQuery(USE_SESSION)
        .execute(Tuple.of(session, CityTime.offset(now)))
        .chain(() -> issue(connection, session, account, expiresAt))
        .map(issued -> new Outcome(Optional.of(issued), List.of()));
  }

  private Uni<Outcome> end(SqlConnection connection, UUID session) {
    return connection
        .preparedQuery(END)
        .execute(Tuple.of(session, CityTime.offset(clock.instant())))
        .replaceWith(new Outcome(Optional.empty(), List.of(session)));
  }

  private Uni<Issued> issue(
      SqlConnection connection, UUID session, String account, Instant expiresAt) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return connection
        .preparedQuery(ISSUE)
        .execute(Tuple.of(Sha256.of(secret), session, CityTime.offset(clock.instant())))
        .replaceWith(new Issued(secret, session, account, expiresAt));
  }
}
