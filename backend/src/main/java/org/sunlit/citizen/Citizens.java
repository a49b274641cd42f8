package org.sunlit.citizen;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.citizen.rules.SignInNames;
import org.sunlit.identity.NamedAccounts;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.AccountIdentities;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** People and organisations with accounts of their own. */
@ApplicationScoped
public class Citizens implements NamedAccounts {
  private static final String NAME = "sign-in name";
  private static final String NAME_TAKEN = "citizen_name_hash_key";
  private static final String BY_NAME = "select account from citizen where name_hash = $1";
  private static final String FIND =
      """
      select c.sealed, c.registered_at, k.master, k.wrapped
      from citizen c join vault_key k on k.subject = c.account where c.account = $1
      """;
  private static final String FIND_HERE =
      """
      select c.sealed, extract(epoch from c.registered_at), k.master, k.wrapped
      from citizen c join vault_key k on k.subject = c.account where c.account = :account
      """;
  private static final String FIND_HELD =
      "select sealed from citizen where account = :account for update";
  private static final String INSERT =
      """
      insert into citizen (account, name_hash, sealed, registered_at)
      values (:account, :nameHash, :sealed, :at)
      """;
  private static final String UPDATE =
      "update citizen set name_hash = :nameHash, sealed = :sealed where account = :account";
  private static final String DELETE = "delete from citizen where account = :account";

  private final Pool pool;
  private final Transactor transactor;
  private final Vault vault;
  private final BlindIndex index;
  private final AccountIdentities identities;

  Citizens(
      Pool pool,
      Transactor transactor,
      Vault vault,
      BlindIndex index,
      AccountIdentities identities) {
    this.identities = identities;
    this.pool = pool;
    this.transactor = transactor;
    this.vault = vault;
    this.index = index;
  }

  /** Whose the account is; empty for accounts of the staff and for closed ones. */
  public Uni<Optional<Citizen>> find(String account) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(account))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(citizen(account, rows.iterator().next())));
  }

  /** The same within the caller's transaction. */
  public Uni<Optional<Citizen>> find(Mutiny.Session session, String account) {
    return session
        .createNativeQuery(FIND_HERE, Object[].class)
        .setParameter("account", account)
        .getSingleResultOrNull()
        .map(row -> Optional.ofNullable(row).map(found -> citizen(account, found)));
  }

  /**
   * The same, for whoever is signed in as such.
   *
   * @return fails with 404 when the account has nothing of the kind
   */
  public Uni<Citizen> own(String account) {
    return find(account).map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  @Override
  public Uni<Optional<String>> account(String typed) {
    return pool.preparedQuery(BY_NAME)
        .execute(Tuple.of(Buffer.buffer(nameHash(typed))))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString("account")));
  }

  /** Changes what is kept of somebody. */
  Uni<Void> change(String account, UnaryOperator<CitizenDetails> to) {
    return transactor.write(session -> change(session, account, to));
  }

  Uni<Void> change(Mutiny.Session session, String account, UnaryOperator<CitizenDetails> to) {
    return vault
        .find(session, account)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            key ->
                session
                    .createNativeQuery(FIND_HELD, byte[].class)
                    .setParameter("account", account)
                    .getSingleResult()
                    .map(kept -> to.apply(open(key, kept)))
                    .chain(details -> update(session, key, details)));
  }

  private Uni<Void> update(Mutiny.Session session, DataKey key, CitizenDetails details) {
    return session
        .createNativeQuery(UPDATE)
        .setParameter("account", key.subject())
        .setParameter("nameHash", nameHash(details.signInName()))
        .setParameter("sealed", CitizenSeal.seal(key, details))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> insert(Mutiny.Session session, String account, CitizenDetails details, Instant at) {
    return vault
        .keep(session, account)
        .chain(
            key ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("account", account)
                    .setParameter("nameHash", nameHash(details.signInName()))
                    .setParameter("sealed", CitizenSeal.seal(key, details))
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .chain(
            () ->
                details.identityNumber() == null
                    ? Uni.createFrom().voidItem()
                    : identities.keep(session, account, details.identityNumber()));
  }

  /** With the key, so that no copy anywhere can be opened either. */
  Uni<Void> delete(Mutiny.Session session, String account) {
    return session
        .createNativeQuery(DELETE)
        .setParameter("account", account)
        .executeUpdate()
        .chain(() -> identities.forget(session, account))
        .chain(() -> vault.destroy(session, account))
        .replaceWithVoid();
  }

  /** Whether it failed because somebody has the name already. */
  static boolean nameTaken(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains(NAME_TAKEN)) {
        return true;
      }
    }
    return false;
  }

  private byte[] nameHash(String name) {
    return index.tokens().of(NAME, SignInNames.plain(name));
  }

  private Citizen citizen(String account, Row row) {
    DataKey key =
        vault.unwrap(
            new WrappedKey(account, row.getString("master"), row.getBuffer("wrapped").getBytes()));
    return new Citizen(
        account,
        open(key, row.getBuffer("sealed").getBytes()),
        row.getOffsetDateTime("registered_at").toInstant());
  }

  private Citizen citizen(String account, Object[] row) {
    DataKey key = vault.unwrap(new WrappedKey(account, (String) row[2], (byte[]) row[3]));
    return new Citizen(
        account, open(key, (byte[]) row[0]), Instant.ofEpochSecond(((Number) row[1]).longValue()));
  }

  private static CitizenDetails open(DataKey key, byte[] sealed) {
    return CitizenSeal.open(key, sealed, CitizenDetails.class);
  }
}
