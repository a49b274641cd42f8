package org.sunlit.rating;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.CaseHolders;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Localised;

/**
 * Asks applicants by message to rate, once for each case. The message is kept apart from the case:
 * whoever handles the case sees neither it nor its code.
 */
@ApplicationScoped
class Invitations {
  private static final int BATCH = 50;
  private static final String SUBJECT = "rating/";
  private static final String DUE =
      """
      select c.case_number, c.item_name, c.item_name_en, c.open_until from ratable_case c
      where c.invited_at is null and c.ended_at > $1
        and not exists (select 1 from rating r where r.case_number = c.case_number)
      order by c.ended_at limit $2
      """;
  private static final String CLAIM =
      """
      update ratable_case set invited_at = :now, code_hash = cast(:hash as bytea)
      where case_number = :caseNumber and invited_at is null
      """;
  private static final String OVER =
      "select case_number from ratable_case where code_hash is not null and open_until < $1 limit $2";
  private static final String FORGET =
      "update ratable_case set code_hash = null where case_number = :caseNumber";

  private final Pool pool;
  private final Transactor transactor;
  private final CaseHolders holders;
  private final Outbox outbox;
  private final Vault vault;
  private final BlindIndex blind;
  private final RatingSettings settings;
  private final Clock clock;

  Invitations(
      Pool pool,
      Transactor transactor,
      CaseHolders holders,
      Outbox outbox,
      Vault vault,
      BlindIndex blind,
      RatingSettings settings,
      Clock clock) {
    this.pool = pool;
    this.transactor = transactor;
    this.holders = holders;
    this.outbox = outbox;
    this.vault = vault;
    this.blind = blind;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "{sunlit.rating.invite-every:10s}",
      delayed = "15s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> invite() {
    Instant now = clock.instant();
    return pool.preparedQuery(DUE)
        .execute(Tuple.of(CityTime.offset(now.minus(settings.inviteWithin())), BATCH))
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows)
                    .onItem()
                    .transformToUniAndConcatenate(row -> invite(row, now))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> invite(Row row, Instant now) {
    return holders
        .telephone(row.getString("case_number"))
        .map(phone -> phone.filter(Invitations::mobile))
        .chain(phone -> transactor.write(session -> tell(session, row, phone, now)));
  }

  /** A text can be sent to it. */
  private static boolean mobile(String phone) {
    return phone.matches("1[0-9]{10}");
  }

  private Uni<Void> tell(Mutiny.Session session, Row row, Optional<String> phone, Instant now) {
    String number = row.getString("case_number");
    String code = RatingCodes.random();
    byte[] hash = phone.isEmpty() ? null : RatingCodes.hash(blind.tokens(), number, code);
    return session
        .createNativeQuery(CLAIM)
        .setParameter("now", CityTime.offset(now))
        .setParameter("hash", hash)
        .setParameter("caseNumber", number)
        .executeUpdate()
        .chain(
            claimed ->
                claimed == 1 && phone.isPresent()
                    ? outbox.put(session, notice(row, phone.get(), code), now)
                    : Uni.createFrom().voidItem());
  }

  private Notice notice(Row row, String phone, String code) {
    String number = row.getString("case_number");
    Instant until = row.getOffsetDateTime("open_until").toInstant();
    String where =
        settings
            .publicAddress()
            .map(address -> address.replaceAll("/+$", "") + "/rate#" + number + "/" + code)
            .orElse("/rate");
    return new Notice(
        SUBJECT + number,
        "rating",
        // 每事必评 (G2): everybody is asked, whatever else they want to hear.
        Topic.REQUIRED,
        NoticeText.of(
            "rating.invitation",
            new Localised(row.getString("item_name"), row.getString("item_name_en")),
            number,
            until.atZone(CityTime.ZONE).toLocalDate(),
            where,
            code),
        Reach.telephone(phone),
        until);
  }

  /** A message that opens nothing any more is forgotten, with the number it went to. */
  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> forgetWhatIsOver() {
    return pool.preparedQuery(OVER)
        .execute(Tuple.of(CityTime.offset(clock.instant()), BATCH))
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows)
                    .onItem()
                    .transformToUniAndConcatenate(
                        row -> transactor.write(session -> forget(session, row.getString(0))))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> forget(Mutiny.Session session, String number) {
    return outbox
        .forget(session, SUBJECT + number)
        .chain(() -> vault.destroy(session, SUBJECT + number))
        .chain(
            () ->
                session
                    .createNativeQuery(FORGET)
                    .setParameter("caseNumber", number)
                    .executeUpdate())
        .replaceWithVoid();
  }
}
