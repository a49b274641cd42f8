package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What a carrier says became of a message (状态报告). It may come twice, or before the carrier's own
 * answer. What has arrived has arrived: a later word to the contrary changes nothing, while one
 * that was thought lost may still arrive.
 */
@ApplicationScoped
class Receipts {
  private static final String ARRIVED =
      """
      update notice_delivery
      set status = 'delivered', failure = null, recipient = null, settled_at = $2, sent_at = coalesce(sent_at, $2)
      where id = $1 and channel <> 'inApp' and status <> 'delivered'
      """;
  private static final String LOST =
      """
      update notice_delivery
      set status = 'failed', failure = 'notDelivered', recipient = null, settled_at = $2,
        sent_at = coalesce(sent_at, $2)
      where id = $1 and channel <> 'inApp' and status in ('waiting', 'sent')
      """;
  private static final String KNOWN =
      "select 1 from notice_delivery where id = $1 and channel <> 'inApp'";

  private final Pool pool;
  private final Clock clock;
  private final Optional<byte[]> secret;

  Receipts(Pool pool, Clock clock, NoticeSettings settings) {
    this.pool = pool;
    this.clock = clock;
    this.secret =
        settings
            .receiptSecret()
            .filter(said -> !said.isBlank())
            .map(said -> said.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param said what the carrier proves itself with
   * @return fails with 404 where nobody was given a secret or no such message is known, 401 for
   *     another secret
   */
  Uni<Void> take(String said, UUID delivery, boolean arrived) {
    byte[] expected = secret.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (said == null || !MessageDigest.isEqual(expected, said.getBytes(StandardCharsets.UTF_8))) {
      throw Problem.of(ProblemType.UNAUTHENTICATED);
    }
    return pool.preparedQuery(arrived ? ARRIVED : LOST)
        .execute(Tuple.of(delivery, CityTime.offset(clock.instant())))
        .chain(changed -> changed.rowCount() > 0 ? Uni.createFrom().item(true) : known(delivery))
        .invoke(
            known -> {
              if (!known) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Boolean> known(UUID delivery) {
    return pool.preparedQuery(KNOWN).execute(Tuple.of(delivery)).map(rows -> rows.size() > 0);
  }
}
