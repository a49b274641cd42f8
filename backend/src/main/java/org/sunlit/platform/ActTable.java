package org.sunlit.platform;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.problem.Problem;

/**
 * A table of acts that only grows: what happened to something, numbered from 1, with the words that
 * were said sealed. Its columns are {@code number, kind, at, account, detail, words} and whose acts
 * they are.
 */
public final class ActTable {
  private final String insert;

  /**
   * @param table its name
   * @param owner the column that says whose acts they are
   */
  public ActTable(String table, String owner) {
    this.insert =
        """
        insert into %s (%s, number, kind, at, account, detail, words)
        values (:owner, :number, :kind, :at, cast(:account as text), cast(cast(:detail as text) as jsonb),
          cast(:words as bytea))
        on conflict do nothing
        """
            .formatted(table, owner);
  }

  /**
   * Adds an act.
   *
   * @param account null for what happens by itself
   * @param act as its detail
   * @param words sealed; null when nothing was said
   * @return fails with 412 when there is one with this number already
   */
  public Uni<Void> append(
      Mutiny.Session session,
      UUID owner,
      int number,
      String kind,
      Instant at,
      String account,
      Object act,
      byte[] words) {
    return session
        .createNativeQuery(insert)
        .setParameter("owner", owner)
        .setParameter("number", number)
        .setParameter("kind", kind)
        .setParameter("at", CityTime.offset(at))
        .setParameter("account", account)
        .setParameter("detail", StoredJson.write(act))
        .setParameter("words", words)
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }
}
