package org.sunlit.platform;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.problem.Problem;

/**
 * A table of acts that only grows: what happened to something, numbered from 1, with the words that
 * were said sealed. Its columns are {@code number, kind, at, account, detail, words} and whose acts
 * they are.
 */
public final class ActTable {
  private final String insert;
  private final String lock;

  /**
   * @param owners the table of those whose acts they are; the acts lie in one of its name with
   *     {@code _act}
   * @param owner the column that says whose acts they are
   */
  public ActTable(String owners, String owner) {
    this.insert =
        """
        insert into %s_act (%s, number, kind, at, account, detail, words)
        values (:owner, :number, :kind, :at, cast(:account as text), cast(cast(:detail as text) as jsonb),
          cast(:words as bytea))
        on conflict do nothing
        """
            .formatted(owners, owner);
    this.lock = "select id from %s where number = :of for update".formatted(owners);
  }

  /**
   * Whose acts they are, held until this transaction ends. It is read in a query of its own once it
   * is held, so that acts which were added meanwhile are seen.
   *
   * @param load a query of one JSON text by {@code :of}, the number
   * @param read makes of the text what it is
   * @return empty when there is none with this number
   */
  public <T> Uni<Optional<T>> hold(
      Mutiny.Session session, String number, String load, Function<String, T> read) {
    return session
        .createNativeQuery(lock, UUID.class)
        .setParameter("of", number)
        .getResultList()
        .chain(
            () ->
                session
                    .createNativeQuery(load, String.class)
                    .setParameter("of", number)
                    .getResultList())
        .map(found -> found.stream().findFirst().map(read));
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
