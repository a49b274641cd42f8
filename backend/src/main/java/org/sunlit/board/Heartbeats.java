package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sunlit.board.rules.CarrierState;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Sha256;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Hears devices say that they are alive 心跳: one statement each, by code and key alone. */
@ApplicationScoped
public class Heartbeats {
  /** Whoever is well again is no longer reported. */
  private static final String HEAR =
      """
      with heard as (
        update carrier set seen_at = $3, beat = cast(cast($4 as text) as jsonb)
        where code = $1 and key_hash = $2 and not closed
        returning code
      ), well as (
        update carrier_outage set recovered_at = $3
        where $5::boolean and recovered_at is null and carrier_code in (select code from heard)
      )
      select code from heard
      """;

  /** What a device says. */
  public record Said(
      String carrier, String key, String version, String shows, int dataAgeSeconds) {}

  private final Pool pool;
  private final BeatSettings settings;
  private final Clock clock;

  Heartbeats(Pool pool, BeatSettings settings, Clock clock) {
    this.pool = pool;
    this.settings = settings;
    this.clock = clock;
  }

  /** How often a device says so. */
  Duration every() {
    return settings.every();
  }

  /**
   * A device is alive.
   *
   * @throws Problem 404 unless the key is that carrier's
   */
  public Uni<Void> hear(Said said) {
    Instant now = clock.instant();
    boolean well =
        settings.health().device(now, Duration.ofSeconds(said.dataAgeSeconds()), now)
            == CarrierState.ONLINE;
    var beat = new CarrierRow.Beat(said.version(), said.shows(), said.dataAgeSeconds());
    return pool.preparedQuery(HEAR)
        .execute(
            Tuple.of(
                said.carrier(),
                Sha256.of(said.key()),
                CityTime.offset(now),
                StoredJson.write(beat),
                well))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }
}
