package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/**
 * Reads what people have asked to have deleted. What was proposed and then declined, or decided by
 * nobody in time, waits again. Every statement's first parameter is the time it is.
 */
@ApplicationScoped
class DeletionReads {
  private static final int MOST = 200;
  private static final String READ =
      """
      select r.id, r.case_number, r.asked_at,
        case when r.status = 'proposed' and c.id is null then 'waiting' else r.status end as status,
        r.decided_at, c.id as confirmation, r.refusal_ground, r.kept_until, r.words_sealed, k.master, k.wrapped
      from deletion_request r
        left join confirmation_request c on c.subject = r.case_number and r.status = 'proposed'
          and c.kind in ('%s', '%s') and c.state = 'open' and c.expires_at > $1
        left join vault_key k on k.subject = r.case_number
      """
          .formatted(DeletionAct.KIND, DeletionRefusalAct.KIND);
  private static final String OF_CASE =
      READ + "where r.case_number = $2 order by r.asked_at desc limit 1";
  private static final String ONE = READ + "where r.id = $2";
  private static final String ALL =
      READ + "order by (r.status in ('carriedOut', 'refused')), r.asked_at desc limit $2";
  private static final String OF_ACCOUNT =
      READ
          + """
            join case_file f on f.case_number = r.case_number
            where f.applicant_account = $2 order by r.asked_at desc limit $3
            """;

  /**
   * A request as it stands.
   *
   * @param status {@code waiting}, {@code proposed}, {@code carriedOut} or {@code refused}
   * @param confirmation what a second person decides now; null when nothing is proposed
   * @param refusal why it was refused; null unless it was
   */
  record Asked(
      UUID id,
      String caseNumber,
      Instant askedAt,
      String status,
      Instant decidedAt,
      UUID confirmation,
      DeletionRefusal refusal) {
    boolean open() {
      return decidedAt == null;
    }
  }

  private final Pool pool;
  private final Vault vault;
  private final Clock clock;

  DeletionReads(Pool pool, Vault vault, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.clock = clock;
  }

  /** The latest request about a case; empty when there has been none. */
  Uni<Optional<Asked>> ofCase(String caseNumber) {
    return read(OF_CASE, Tuple.of(now(), caseNumber)).map(found -> found.stream().findFirst());
  }

  Uni<Optional<Asked>> find(UUID id) {
    return read(ONE, Tuple.of(now(), id)).map(found -> found.stream().findFirst());
  }

  /** What people have asked for, what waits first. */
  Uni<List<Asked>> all() {
    return read(ALL, Tuple.of(now(), MOST));
  }

  /** What was asked for about cases that are this account's own, the latest first. */
  Uni<List<Asked>> ofAccount(String account) {
    return read(OF_ACCOUNT, Tuple.of(now(), account, MOST));
  }

  private OffsetDateTime now() {
    return CityTime.offset(clock.instant());
  }

  private Uni<List<Asked>> read(String statement, Tuple parameters) {
    return pool.preparedQuery(statement).execute(parameters).map(this::asked);
  }

  private List<Asked> asked(RowSet<Row> rows) {
    List<Asked> all = new ArrayList<>();
    rows.forEach(row -> all.add(asked(row)));
    return all;
  }

  private Asked asked(Row row) {
    OffsetDateTime decidedAt = row.getOffsetDateTime("decided_at");
    return new Asked(
        row.getUUID("id"),
        row.getString("case_number"),
        row.getOffsetDateTime("asked_at").toInstant(),
        row.getString("status"),
        decidedAt == null ? null : decidedAt.toInstant(),
        row.getUUID("confirmation"),
        row.getString("status").equals("refused") ? refusal(row) : null);
  }

  private DeletionRefusal refusal(Row row) {
    String master = row.getString("master");
    DataKey key =
        master == null
            ? null
            : vault.unwrap(
                new WrappedKey(
                    row.getString("case_number"), master, row.getBuffer("wrapped").getBytes()));
    byte[] sealed =
        row.getBuffer("words_sealed") == null ? null : row.getBuffer("words_sealed").getBytes();
    return new DeletionRefusal(
        DeletionGround.of(row.getString("refusal_ground")),
        row.getLocalDate("kept_until"),
        DeletionRefusal.openWords(key, row.getUUID("id"), sealed));
  }
}
