package org.sunlit.identity.passkey;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.sunlit.identity.factor.Challenges;
import org.sunlit.identity.factor.Challenges.Purpose;
import org.sunlit.identity.factor.FactorEvent;
import org.sunlit.identity.factor.Factors;
import org.sunlit.identity.factor.RecoveryCodes;
import org.sunlit.identity.passkey.Ceremonies.Key;
import org.sunlit.identity.passkey.Ceremonies.Made;
import org.sunlit.identity.passkey.Ceremonies.Proved;
import org.sunlit.identity.passkey.RelyingParty.Place;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Workers;

/** The passkeys of an account, in PostgreSQL. A challenge is 32 random bytes and good once. */
@ApplicationScoped
public class Passkeys {
  private static final String OF_ACCOUNT =
      """
      select id, credential_id, name, backed_up, created_at, last_used_at from passkey
      where account = $1 order by created_at, id
      """;
  private static final String USER = "select passkey_user from account where account = $1";
  private static final String ADD =
      """
      insert into passkey
        (id, account, credential_id, public_key, sign_count, name, transports, backed_up, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing
      """;
  private static final String FIND =
      "select account, public_key, sign_count from passkey where credential_id = $1";

  /** Of two proofs at the same time that come with one counter, one is a copy's. */
  private static final String USE =
      """
      update passkey set sign_count = $2, backed_up = $3, last_used_at = $4
      where credential_id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0))
      """;

  private static final String RENAME =
      "update passkey set name = $3 where account = $1 and id = $2";
  private static final String REMOVE = "delete from passkey where account = $1 and id = $2";

  /**
   * What the browser is asked to make.
   *
   * @param user how the passkey will know the account, 16 bytes in base64url
   * @param exclude what there is already, base64url
   */
  public record Asked(String challenge, String user, List<String> exclude) {}

  /**
   * A passkey that was added.
   *
   * @param recoveryCodes when it is the account's first factor; otherwise empty
   */
  public record Added(OwnPasskey passkey, List<String> recoveryCodes) {}

  private final Pool pool;
  private final Clock clock;
  private final Challenges challenges;
  private final Factors factors;
  private final RecoveryCodes recoveryCodes;

  Passkeys(
      Pool pool, Clock clock, Challenges challenges, Factors factors, RecoveryCodes recoveryCodes) {
    this.pool = pool;
    this.clock = clock;
    this.challenges = challenges;
    this.factors = factors;
    this.recoveryCodes = recoveryCodes;
  }

  /** Those of an account, the oldest first. */
  public Uni<List<OwnPasskey>> of(String account) {
    return pool.preparedQuery(OF_ACCOUNT)
        .execute(Tuple.of(account))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Passkeys::own).toList());
  }

  /** What is to be signed with a new passkey. */
  public Uni<Asked> beginRegistration(String account) {
    return pool.preparedQuery(USER)
        .execute(Tuple.of(account))
        .map(rows -> rows.iterator().next().getUUID("passkey_user"))
        .chain(
            user ->
                pool.preparedQuery(OF_ACCOUNT)
                    .execute(Tuple.of(account))
                    .map(
                        rows ->
                            StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> text(bytes(row, "credential_id")))
                                .toList())
                    .chain(
                        known ->
                            challenges
                                .begin(Purpose.PASSKEY_REGISTRATION, account, null)
                                .map(begun -> new Asked(begun.token(), text(user), known))));
  }

  /** Adds it; empty when anything about the answer is wrong. */
  public Uni<Optional<Added>> register(
      Place place,
      String account,
      String name,
      byte[] clientDataJson,
      byte[] attestationObject,
      List<String> transports) {
    Optional<String> challenge = Ceremonies.challengeOf(clientDataJson);
    if (challenge.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return challenges
        .take(Purpose.PASSKEY_REGISTRATION, challenge.get())
        .map(begun -> begun.filter(it -> account.equals(it.account())))
        .chain(
            begun ->
                Workers.call( // signatures are work for the processor
                    () ->
                        begun.flatMap(
                            it ->
                                Ceremonies.registered(
                                    place,
                                    fromText(challenge.get()),
                                    attestationObject,
                                    clientDataJson))))
        .chain(
            made ->
                made.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : pool.withTransaction(
                        connection -> add(connection, account, name, made.get(), transports)));
  }

  private Uni<Optional<Added>> add(
      SqlConnection connection, String account, String name, Made made, List<String> transports) {
    var now = clock.instant();
    var passkey = new OwnPasskey(UUID.randomUUID(), name, now, null, made.backedUp());
    Tuple values =
        Tuple.tuple()
            .addUUID(passkey.id())
            .addString(account)
            .addValue(Buffer.buffer(made.credentialId()))
            .addValue(Buffer.buffer(made.publicKey()))
            .addLong(made.signCount())
            .addString(name)
            .addArrayOfString(transports.toArray(String[]::new))
            .addBoolean(made.backedUp())
            .addOffsetDateTime(CityTime.offset(now));
    return factors
        .of(account)
        .chain(
            before ->
                connection
                    .preparedQuery(ADD)
                    .execute(values)
                    .chain(
                        added ->
                            added.rowCount() == 0
                                ? Uni.createFrom().item(Optional.<Added>empty())
                                : factors
                                    .record(
                                        connection,
                                        account,
                                        FactorEvent.PASSKEY_ADDED,
                                        account,
                                        name)
                                    .chain(
                                        () ->
                                            before.recoveryCodesLeft() > 0
                                                ? Uni.createFrom().item(List.<String>of())
                                                : recoveryCodes.makeIn(connection, account))
                                    .map(codes -> Optional.of(new Added(passkey, codes)))));
  }

  /** What is to be signed to sign in: nobody says yet who it is. */
  public Uni<String> beginSignIn() {
    return challenges.begin(Purpose.PASSKEY_SIGN_IN, null, null).map(Challenges.Begun::token);
  }

  /** Whose passkey answered; empty when anything about the answer is wrong. */
  public Uni<Optional<String>> signIn(
      Place place,
      byte[] credentialId,
      byte[] clientDataJson,
      byte[] authenticatorData,
      byte[] signature) {
    Optional<String> challenge = Ceremonies.challengeOf(clientDataJson);
    if (challenge.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return challenges
        .take(Purpose.PASSKEY_SIGN_IN, challenge.get())
        .chain(
            begun ->
                begun.isEmpty()
                    ? Uni.createFrom().item(Optional.<Row>empty())
                    : pool.preparedQuery(FIND)
                        .execute(Tuple.of(Buffer.buffer(credentialId)))
                        .map(
                            rows ->
                                rows.rowCount() == 0
                                    ? Optional.<Row>empty()
                                    : Optional.of(rows.iterator().next())))
        .chain(
            row -> {
              if (row.isEmpty()) {
                return Uni.createFrom().item(Optional.<String>empty());
              }
              String account = row.get().getString("account");
              Key key =
                  new Key(
                      credentialId,
                      bytes(row.get(), "public_key"),
                      row.get().getLong("sign_count"));
              return Workers.call(
                      () ->
                          Ceremonies.proved(
                              place,
                              fromText(challenge.get()),
                              key,
                              authenticatorData,
                              clientDataJson,
                              signature))
                  .chain(
                      proved ->
                          proved
                              .map(it -> use(account, credentialId, it))
                              .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                  .onFailure(Ceremonies.Copied.class)
                  .recoverWithUni(() -> refuseCopy(account));
            });
  }

  private Uni<Optional<String>> use(String account, byte[] credentialId, Proved proved) {
    return pool.preparedQuery(USE)
        .execute(
            Tuple.of(
                Buffer.buffer(credentialId),
                proved.signCount(),
                proved.backedUp(),
                CityTime.offset(clock.instant())))
        .chain(
            used ->
                used.rowCount() == 1
                    ? Uni.createFrom().item(Optional.of(account))
                    : refuseCopy(account));
  }

  private Uni<Optional<String>> refuseCopy(String account) {
    return pool.withTransaction(
            connection ->
                factors.record(connection, account, FactorEvent.PASSKEY_COPIED, account, null))
        .replaceWith(Optional.<String>empty());
  }

  /** False when the account has no such passkey. */
  public Uni<Boolean> rename(String account, UUID id, String name) {
    return pool.preparedQuery(RENAME)
        .execute(Tuple.of(account, id, name))
        .map(renamed -> renamed.rowCount() == 1);
  }

  /** Takes it away, and the recovery codes with the last factor; false when there is none such. */
  public Uni<Boolean> remove(String account, UUID id) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(REMOVE)
                .execute(Tuple.of(account, id))
                .chain(
                    removed ->
                        removed.rowCount() == 0
                            ? Uni.createFrom().item(false)
                            : factors
                                .record(
                                    connection, account, FactorEvent.PASSKEY_REMOVED, account, null)
                                .chain(() -> recoveryCodes.dropUnneeded(connection, account))
                                .replaceWith(true)));
  }

  private static OwnPasskey own(Row row) {
    OffsetDateTime used = row.getOffsetDateTime("last_used_at");
    return new OwnPasskey(
        row.getUUID("id"),
        row.getString("name"),
        row.getOffsetDateTime("created_at").toInstant(),
        used == null ? null : used.toInstant(),
        row.getBoolean("backed_up"));
  }

  private static byte[] bytes(Row row, String column) {
    return row.getDelegate().getBuffer(column).getBytes();
  }

  private static String text(UUID id) {
    return text(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] fromText(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException nobodysChallenge) {
      return new byte[0];
    }
  }
}
