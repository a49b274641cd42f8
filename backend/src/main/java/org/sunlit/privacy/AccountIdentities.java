package org.sunlit.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whose identity number the holder of an account has, so that nobody handles their own case (回避,
 * 公务员法第七十六条第一项). Only the keyed hash is kept, the same that cases are found by ({@link
 * BlindIndex}); the number itself is nowhere.
 */
@ApplicationScoped
public class AccountIdentities {
  private static final HexFormat HEX = HexFormat.of();
  private static final String KEEP =
      """
      insert into account_identity (account, token) values ($1, $2)
      on conflict (account) do update set token = excluded.token
      """;
  private static final String KEEP_IN_SESSION =
      """
      insert into account_identity (account, token) values (:account, :token)
      on conflict (account) do update set token = excluded.token
      """;
  private static final String FORGET = "delete from account_identity where account = :account";

  private final BlindIndex index;

  AccountIdentities(BlindIndex index) {
    this.index = index;
  }

  /** What a number is kept as, in hex. */
  public String token(String number) {
    return HEX.formatHex(hash(number));
  }

  /** Keeps a {@link #token} within the caller's transaction, instead of what was known before. */
  public Uni<Void> keep(SqlClient connection, String account, String token) {
    return connection
        .preparedQuery(KEEP)
        .execute(Tuple.of(account, Buffer.buffer(HEX.parseHex(token))))
        .replaceWithVoid();
  }

  /** Keeps a number's hash within the caller's transaction. */
  public Uni<Void> keep(Mutiny.Session session, String account, String number) {
    return session
        .createNativeQuery(KEEP_IN_SESSION)
        .setParameter("account", account)
        .setParameter("token", hash(number))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Forgets it within the caller's transaction. */
  public Uni<Void> forget(Mutiny.Session session, String account) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("account", account)
        .executeUpdate()
        .replaceWithVoid();
  }

  private byte[] hash(String number) {
    return index.tokens().of(BlindTokens.Kind.IDENTITY_NUMBER, number);
  }
}
