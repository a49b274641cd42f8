package org.sunlit.identity.attempt;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Sha256;

/** Browsers that an account has signed in with before. */
@ApplicationScoped
public class KnownDevices {
  /** Not used for so long, a browser is a stranger again. */
  public static final Duration REMEMBERED = Duration.ofDays(180);

  private static final int SECRET_BYTES = 32;
  private static final String KNOWS =
      "select from known_device where account = $1 and device_hash = $2 and last_used_at > $3";
  private static final String ANYBODYS = "select from known_device where device_hash = $1 limit 1";
  private static final String REMEMBER =
      """
      insert into known_device (account, device_hash, last_used_at) values ($1, $2, $3)
      on conflict (account, device_hash) do update set last_used_at = $3
      """;
  private static final String REMOVE = "delete from known_device where last_used_at < $1";

  private final Pool pool;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  KnownDevices(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Boolean> knows(String account, Origin origin) {
    return origin.device() == null
        ? Uni.createFrom().item(false)
        : pool.preparedQuery(KNOWS)
            .execute(
                Tuple.of(
                    account,
                    Sha256.of(origin.device()),
                    CityTime.offset(clock.instant().minus(REMEMBERED))))
            .map(rows -> rows.rowCount() == 1);
  }

  /**
   * Knows the browser from now on; gives what it must keep for that. One that brings something
   * nobody knows gets something new: it might have been put there.
   */
  public Uni<String> remember(String account, Origin origin) {
    return keptBy(origin)
        .call(
            secret ->
                pool.preparedQuery(REMEMBER)
                    .execute(
                        Tuple.of(account, Sha256.of(secret), CityTime.offset(clock.instant()))));
  }

  private Uni<String> keptBy(Origin origin) {
    return origin.device() == null
        ? Uni.createFrom().item(this::make)
        : pool.preparedQuery(ANYBODYS)
            .execute(Tuple.of(Sha256.of(origin.device())))
            .map(rows -> rows.rowCount() == 0 ? make() : origin.device());
  }

  private String make() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Scheduled(every = "24h", delayed = "30m")
  Uni<Void> remove() {
    return pool.preparedQuery(REMOVE)
        .execute(Tuple.of(CityTime.offset(clock.instant().minus(REMEMBERED))))
        .replaceWithVoid();
  }
}
