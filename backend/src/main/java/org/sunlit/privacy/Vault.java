package org.sunlit.privacy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/**
 * Keeps personal data sealed (个人信息保护法第五十一条): every subject, such as a case, has a key of its own,
 * stored wrapped under a master key that the database never sees. Destroying the stored key
 * destroys everything sealed with it (第四十七条).
 */
@ApplicationScoped
public class Vault {
  /** The subject whose key makes blind indexes. */
  static final String INDEX = "index";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String STORE =
      """
      insert into vault_key (subject, master, wrapped, created_at) values (:subject, :master, :wrapped, :at)
      """;
  private static final String FIND = "select master, wrapped from vault_key where subject = $1";
  private static final String FIND_HERE =
      """
      select cast(json_build_object('master', master, 'wrapped', encode(wrapped, 'base64')) as text)
      from vault_key where subject = :subject
      """;
  private static final String DESTROY = "delete from vault_key where subject = :subject";
  private static final String MASTERS =
      "select distinct on (master) subject, master, wrapped from vault_key order by master, created_at";

  /**
   * A key as it is read within a transaction.
   *
   * @param wrapped base64 in JSON
   */
  private record Stored(String master, byte[] wrapped) {}

  private final Pool pool;
  private final Clock clock;
  private final Masters masters;

  Vault(Pool pool, Clock clock, Config config) {
    this.pool = pool;
    this.clock = clock;
    this.masters = Masters.configured(config);
  }

  /** Refuses to go on without every master key that something stored still needs. */
  void check(@Observes @Priority(5) StartupEvent start) {
    Set<String> missing = new HashSet<>();
    for (Row row : pool.query(MASTERS).execute().await().atMost(PATIENCE)) {
      WrappedKey sample = wrapped(row.getString("subject"), row);
      if (!masters.known().contains(sample.master())) {
        missing.add(sample.master());
      } else {
        probe(sample);
      }
    }
    if (!missing.isEmpty()) {
      throw VaultClosed.missing(missing);
    }
  }

  private void probe(WrappedKey sample) {
    try {
      masters.unwrap(sample);
    } catch (SealBroken otherKey) {
      throw VaultClosed.wrong(sample.master());
    }
  }

  Masters masters() {
    return masters;
  }

  /** A new key for a subject. It is nobody's until its {@link #wrap wrapped} form is stored. */
  public DataKey create(String subject) {
    return Masters.newKey(subject);
  }

  /**
   * The key as it is to be stored in {@code vault_key}, for statements that store it themselves.
   */
  public WrappedKey wrap(DataKey key) {
    return masters.wrap(key);
  }

  /** A stored key. */
  public DataKey unwrap(WrappedKey wrapped) {
    return masters.unwrap(wrapped);
  }

  /** A key that was read with something else, in columns {@code master} and {@code wrapped}. */
  public DataKey unwrap(String subject, Row row) {
    return unwrap(wrapped(subject, row));
  }

  /** Makes a key for a subject and stores it within the caller's transaction. */
  public Uni<DataKey> keep(Mutiny.Session session, String subject) {
    DataKey key = create(subject);
    WrappedKey wrapped = wrap(key);
    return session
        .createNativeQuery(STORE)
        .setParameter("subject", subject)
        .setParameter("master", wrapped.master())
        .setParameter("wrapped", wrapped.wrapped())
        .setParameter("at", CityTime.offset(clock.instant()))
        .executeUpdate()
        .replaceWith(key);
  }

  /** The key of a subject; empty when it has none, or none any more. */
  public Uni<Optional<DataKey>> find(String subject) {
    return pool.preparedQuery(FIND).execute(Tuple.of(subject)).map(rows -> first(subject, rows));
  }

  /**
   * The same within the caller's transaction: who holds a connection must not wait for another, or
   * as many as there are wait for each other.
   */
  public Uni<Optional<DataKey>> find(Mutiny.Session session, String subject) {
    return session
        .createNativeQuery(FIND_HERE, String.class)
        .setParameter("subject", subject)
        .getResultList()
        .map(
            found ->
                found.stream()
                    .findFirst()
                    .map(json -> StoredJson.read(json, Stored.class))
                    .map(it -> unwrap(new WrappedKey(subject, it.master(), it.wrapped()))));
  }

  /** The key of a subject, made within the caller's transaction when it has none. */
  public Uni<DataKey> findOrKeep(Mutiny.Session session, String subject) {
    return find(session, subject)
        .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> keep(session, subject)));
  }

  /**
   * Destroys the key of a subject within the caller's transaction: what was sealed with it is gone
   * for good. False when there was none.
   */
  public Uni<Boolean> destroy(Mutiny.Session session, String subject) {
    return session
        .createNativeQuery(DESTROY)
        .setParameter("subject", subject)
        .executeUpdate()
        .map(rows -> rows > 0);
  }

  private Optional<DataKey> first(String subject, RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(unwrap(wrapped(subject, rows.iterator().next())));
  }

  private static WrappedKey wrapped(String subject, Row row) {
    return new WrappedKey(subject, row.getString("master"), row.getBuffer("wrapped").getBytes());
  }
}
