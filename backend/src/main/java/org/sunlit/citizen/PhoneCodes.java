package org.sunlit.citizen;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.notice.Notice;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Codes that go to a telephone and come back from whoever holds it (短信验证码): six digits, kept as
 * hashes, good for ten minutes, five tries and one use.
 */
@ApplicationScoped
class PhoneCodes {
  static final Duration LIFE = Duration.ofMinutes(10);
  static final int MOST_TRIES = 5;

  /** So often within {@link #SPAN} a telephone is written to for one purpose. */
  static final int MOST_ASKED = 5;

  static final Duration SPAN = Duration.ofHours(1);
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final int CODES = 1_000_000;
  private static final int MOST_AT_ONCE = 1000;

  private static final String ASKED =
      """
      select count(*) from phone_code
      where about_hash = :about and purpose = :purpose and asked_at > :since
      """;
  private static final String INSERT =
      """
      insert into phone_code (id, purpose, about_hash, account, code_hash, sealed, asked_at, expires_at)
      values (:id, :purpose, :about, cast(:account as text), :code, cast(:sealed as bytea), :at, :until)
      """;

  /** Counts a try, and so holds the row: two tries at once are two tries. */
  private static final String TRY =
      """
      update phone_code set tries = tries + 1
      where id = :id and purpose = :purpose and used_at is null and expires_at > :now and tries < :most
        and account is not distinct from coalesce(cast(:account as text), account)
      """;

  private static final String HELD =
      "select account, code_hash, sealed from phone_code where id = :id";
  private static final String USE = "update phone_code set used_at = :now where id = :id";
  private static final String OLD =
      "select cast(id as text) from phone_code where asked_at < :before";
  private static final String OF_ACCOUNT =
      "select cast(id as text) from phone_code where account = :account";
  private static final String DELETE = "delete from phone_code where id = cast(:id as uuid)";

  /** What a code is for. */
  enum Purpose implements Coded {
    REGISTRATION("registration"),
    PASSWORD_RESET("passwordReset"),
    PHONE_CHANGE("phoneChange");

    private final String code;

    Purpose(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * What is asked for.
   *
   * @param about the telephone number or name that isn't to be written to without end
   * @param account whose it is; null while there is none
   * @param waiting what is to happen when the code comes back; null when nothing can
   * @param message makes the message from the id and the code
   */
  record Asked(Purpose purpose, String about, String account, Object waiting, Message message) {}

  /**
   * Makes a message from the id, the code and until when it is good; one of nothing tells nobody.
   */
  interface Message {
    Notice of(String id, String code, Instant goodUntil);
  }

  /** A code is on its way. */
  record Sent(UUID id, Instant expiresAt) {}

  /** A code came back. */
  record Proven(UUID id, String account, byte[] sealed) {}

  private final Transactor transactor;
  private final Outbox outbox;
  private final Vault vault;
  private final BlindIndex index;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PhoneCodes(Transactor transactor, Outbox outbox, Vault vault, BlindIndex index, Clock clock) {
    this.transactor = transactor;
    this.outbox = outbox;
    this.vault = vault;
    this.index = index;
    this.clock = clock;
  }

  /**
   * Sends a code, in the caller's transaction. What can't happen is written down and told like what
   * can, so that neither the answer nor its time says which it is.
   */
  Uni<Sent> send(Mutiny.Session session, Asked asked) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Instant until = now.plus(LIFE);
    byte[] about = index.tokens().of("asked about", asked.about());
    String code = String.format("%06d", random.nextInt(CODES));
    Notice notice = asked.message().of(id.toString(), code, until);
    return session
        .createNativeQuery(ASKED, Long.class)
        .setParameter("about", about)
        .setParameter("purpose", asked.purpose().code())
        .setParameter("since", CityTime.offset(now.minus(SPAN)))
        .getSingleResult()
        .invoke(PhoneCodes::refuseTooMany)
        .chain(() -> vault.keep(session, id.toString()))
        .call(
            key ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("id", id)
                    .setParameter("purpose", asked.purpose().code())
                    .setParameter("about", about)
                    .setParameter("account", asked.account())
                    .setParameter("code", codeHash(id, code))
                    .setParameter(
                        "sealed",
                        asked.waiting() == null ? null : CitizenSeal.seal(key, asked.waiting()))
                    .setParameter("at", CityTime.offset(now))
                    .setParameter("until", CityTime.offset(until))
                    .executeUpdate())
        .chain(key -> outbox.put(session, notice, now, key))
        .replaceWith(new Sent(id, until));
  }

  /**
   * Tries a code, in the caller's transaction, which must commit either way: the try counts.
   *
   * @param account whose it must be; null when that is not known
   * @return empty for a code that is wrong, unknown, used, too old or tried too often
   */
  Uni<Optional<Proven>> prove(
      Mutiny.Session session, Purpose purpose, UUID id, String account, String code) {
    return session
        .createNativeQuery(TRY)
        .setParameter("id", id)
        .setParameter("purpose", purpose.code())
        .setParameter("now", CityTime.offset(clock.instant()))
        .setParameter("most", MOST_TRIES)
        .setParameter("account", account)
        .executeUpdate()
        .chain(
            tried ->
                tried == 0
                    ? Uni.createFrom().item(Optional.<Proven>empty())
                    : compare(session, id, code));
  }

  /** The code has done its work: neither it nor what waited for it can be read again. */
  Uni<Void> use(Mutiny.Session session, Proven proven) {
    return session
        .createNativeQuery(USE)
        .setParameter("id", proven.id())
        .setParameter("now", CityTime.offset(clock.instant()))
        .executeUpdate()
        .chain(() -> destroy(session, proven.id().toString()));
  }

  /** What was to happen when the code comes back. */
  <T> Uni<T> waiting(Proven proven, Class<T> type) {
    return vault
        .find(proven.id().toString())
        .map(key -> CitizenSeal.open(key.orElseThrow(), proven.sealed(), type));
  }

  static Problem wrong() {
    return Problem.of(ProblemType.UNPROCESSABLE).at("/code", "registration.code");
  }

  private Uni<Optional<Proven>> compare(Mutiny.Session session, UUID id, String code) {
    return session
        .createNativeQuery(HELD, Object[].class)
        .setParameter("id", id)
        .getSingleResult()
        .map(row -> compared(row, id, code));
  }

  private Optional<Proven> compared(Object[] row, UUID id, String code) {
    boolean right = MessageDigest.isEqual((byte[]) row[1], codeHash(id, plain(code)));
    byte[] sealed = (byte[]) row[2];
    return right && sealed != null
        ? Optional.of(new Proven(id, (String) row[0], sealed))
        : Optional.empty();
  }

  private static String plain(String typed) {
    return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
        .replaceAll("\\s", "");
  }

  private byte[] codeHash(UUID id, String code) {
    return index.tokens().of("code", id + ":" + code);
  }

  private static void refuseTooMany(long asked) {
    if (asked >= MOST_ASKED) {
      long seconds = SPAN.toSeconds();
      throw Problem.of(ProblemType.TOO_MANY_REQUESTS, seconds)
          .header("Retry-After", Long.toString(seconds));
    }
  }

  /** Nothing waits for a code of this account any more. */
  Uni<Void> forget(Mutiny.Session session, String account) {
    return session
        .createNativeQuery(OF_ACCOUNT, String.class)
        .setParameter("account", account)
        .getResultList()
        .chain(ids -> delete(session, ids));
  }

  @Scheduled(every = "1h", delayed = "7m")
  Uni<Void> remove() {
    return transactor.write(
        session ->
            session
                .createNativeQuery(OLD, String.class)
                .setParameter("before", CityTime.offset(clock.instant().minus(REMEMBERED)))
                .setMaxResults(MOST_AT_ONCE)
                .getResultList()
                .chain(ids -> delete(session, ids)));
  }

  private Uni<Void> delete(Mutiny.Session session, List<String> ids) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(
            id ->
                session
                    .createNativeQuery(DELETE)
                    .setParameter("id", id)
                    .executeUpdate()
                    .chain(() -> destroy(session, id)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** The message and what waited for its code: neither can be read again. */
  private Uni<Void> destroy(Mutiny.Session session, String id) {
    return outbox.forget(session, id).chain(() -> vault.destroy(session, id)).replaceWithVoid();
  }
}
