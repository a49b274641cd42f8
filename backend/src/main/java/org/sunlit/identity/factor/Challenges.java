package org.sunlit.identity.factor;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Sha256;

/**
 * What somebody has begun and not ended, known by a random token that is kept as a hash: on any
 * node, for a few minutes.
 */
@ApplicationScoped
public class Challenges {
  private static final String BEGIN =
      """
      insert into sign_in_challenge (token_hash, purpose, account, content, expires_at)
      values ($1, $2, $3, $4, $5)
      """;
  private static final String LOOK =
      """
      select account, content from sign_in_challenge
      where token_hash = $1 and purpose = $2 and expires_at > $3
      """;
  private static final String TAKE =
      """
      delete from sign_in_challenge
      where token_hash = $1 and purpose = $2 and expires_at > $3
      returning account, content
      """;
  private static final String REMOVE = "delete from sign_in_challenge where expires_at < $1";
  private static final int TOKEN_BYTES = 32;

  /** What the token is good for, and for how long. */
  public enum Purpose {
    SECOND_FACTOR(Duration.ofMinutes(5)),
    ENROLMENT(Duration.ofMinutes(15)),
    NEW_PASSWORD(Duration.ofMinutes(15)),
    PASSKEY_SIGN_IN(Duration.ofMinutes(5)),
    PASSKEY_REGISTRATION(Duration.ofMinutes(5)),
    UNIFIED_IDENTITY(Duration.ofMinutes(10));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }
  }

  /**
   * A token and until when it is good.
   *
   * @param token 32 random bytes, base64url
   */
  public record Begun(String token, Instant expiresAt) {}

  /**
   * What was begun.
   *
   * @param account null when nobody is known yet
   * @param content null when there is none
   */
  public record Challenge(String account, String content) {}

  private final Pool pool;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Challenges(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  public Uni<Begun> begin(Purpose purpose, String account, String content) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant expiresAt = clock.instant().plus(purpose.life);
    return pool.preparedQuery(BEGIN)
        .execute(
            Tuple.of(
                Sha256.of(token), purpose.name(), account, content, CityTime.offset(expiresAt)))
        .replaceWith(new Begun(token, expiresAt));
  }

  /** What the token stands for, which goes on standing for it. */
  public Uni<Optional<Challenge>> look(Purpose purpose, String token) {
    return ask(LOOK, purpose, token);
  }

  /** What the token stood for; it is good once. */
  public Uni<Optional<Challenge>> take(Purpose purpose, String token) {
    return ask(TAKE, purpose, token);
  }

  private Uni<Optional<Challenge>> ask(String statement, Purpose purpose, String token) {
    return pool.preparedQuery(statement)
        .execute(Tuple.of(Sha256.of(token), purpose.name(), CityTime.offset(clock.instant())))
        .map(Challenges::challenge);
  }

  private static Optional<Challenge> challenge(RowSet<Row> rows) {
    if (rows.rowCount() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(new Challenge(row.getString("account"), row.getString("content")));
  }

  @Scheduled(every = "10m", delayed = "5m")
  Uni<Void> remove() {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(CityTime.offset(clock.instant())))
        .replaceWithVoid();
  }
}
