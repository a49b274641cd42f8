package org.sunlit.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.sunlit.identity.factor.SecretKeeper;
import org.sunlit.platform.CityTime;

/** The secret of sign-ins, made at the first start and sealed with a key of the vault. */
@ApplicationScoped
class SignInSecret implements SecretKeeper {
  private static final int SECRET_BYTES = 32;
  private static final String SUBJECT = "sign-in";
  private static final String PLACE = "sign_in_key";

  /** One node makes it; those that start at the same time wait for it. */
  private static final String LOCK = "lock table sign_in_key in share row exclusive mode";

  private static final String FIND = "select secret from sign_in_key";
  private static final String KEEP_KEY =
      "insert into vault_key (subject, master, wrapped, created_at) values ($1, $2, $3, $4)";
  private static final String KEEP = "insert into sign_in_key (secret) values ($1)";

  private final Pool pool;
  private final Vault vault;
  private final Clock clock;

  SignInSecret(Pool pool, Vault vault, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Uni<byte[]> secret() {
    return pool.withTransaction(
        connection ->
            connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.query(FIND).execute())
                .chain(
                    rows ->
                        rows.rowCount() == 0 ? make(connection) : stored(rows.iterator().next())));
  }

  private Uni<byte[]> make(SqlConnection connection) {
    byte[] made = Aead.random(SECRET_BYTES);
    DataKey key = vault.create(SUBJECT);
    WrappedKey wrapped = vault.wrap(key);
    return connection
        .preparedQuery(KEEP_KEY)
        .execute(
            Tuple.of(
                SUBJECT,
                wrapped.master(),
                Buffer.buffer(wrapped.wrapped()),
                CityTime.offset(clock.instant())))
        .chain(
            () ->
                connection
                    .preparedQuery(KEEP)
                    .execute(Tuple.of(Buffer.buffer(key.seal(PLACE, made)))))
        .replaceWith(made);
  }

  private Uni<byte[]> stored(Row row) {
    byte[] sealed = row.getDelegate().getBuffer("secret").getBytes();
    return vault
        .find(SUBJECT)
        .map(
            key ->
                key.orElseThrow(
                        () -> new IllegalStateException("The vault has no key for sign-ins"))
                    .open(PLACE, sealed));
  }
}
