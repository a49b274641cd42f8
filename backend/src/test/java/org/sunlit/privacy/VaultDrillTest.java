package org.sunlit.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.TestPostgres;
import org.sunlit.platform.VaultKeys;

/**
 * The drill for a lost or old master key: a new one comes, everything is wrapped again, the old one
 * goes.
 */
class VaultDrillTest {
  private static final int KEYS = 1_300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String OLD = line("old", 1);
  private static final String NEW = line("new", 2);
  private static final byte[] SECRET = "11010519491231002X".getBytes(StandardCharsets.UTF_8);

  private final Vertx vertx = Vertx.vertx();
  private Pool pool;
  private byte[] sealed;

  @BeforeEach
  void fillAVault() {
    Map<String, String> database = TestPostgres.freshDatabase();
    PgConnectOptions options =
        PgConnectOptions.fromUri(database.get("quarkus.datasource.reactive.url"))
            .setUser(database.get("quarkus.datasource.username"))
            .setPassword(database.get("quarkus.datasource.password"));
    pool =
        Pool.newInstance(
            PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(3))
                .connectingTo(options)
                .using(vertx)
                .build());
    run(
        "create table vault_key (subject text primary key, master text not null, wrapped bytea not null,"
            + " created_at timestamptz not null)");
    Vault vault = vault(OLD);
    List<Tuple> rows = new ArrayList<>();
    for (int number = 0; number < KEYS; number++) {
      DataKey key = vault.create("case-" + number);
      WrappedKey wrapped = vault.wrap(key);
      rows.add(Tuple.of(wrapped.subject(), wrapped.master(), Buffer.buffer(wrapped.wrapped())));
      if (number == 7) {
        sealed = key.seal("here", SECRET);
      }
    }
    pool.preparedQuery("insert into vault_key values ($1, $2, $3, now())")
        .executeBatch(rows)
        .await()
        .atMost(PATIENCE);
  }

  @AfterEach
  void close() {
    pool.close().await().atMost(PATIENCE);
    vertx.close();
  }

  @Test
  void aNewMasterKeyTakesOverAndTheOldOneCanGo() {
    Vault both = vault(NEW + "," + OLD);
    both.check(null);
    Rotation stopped = new Rotation(both, pool, new SimpleMeterRegistry());
    assertEquals(500, stopped.batch().await().atMost(PATIENCE));
    assertEquals(KEYS - 500, left("new"), "it was stopped halfway");
    opens(both);

    VaultClosed tooEarly = assertThrows(VaultClosed.class, () -> vault(NEW).check(null));
    assertTrue(tooEarly.getMessage().contains("master key old"), tooEarly.getMessage());

    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    new Rotation(both, pool, meters).run().await().atMost(PATIENCE);
    assertEquals(0, left("new"));
    assertEquals(0, meters.get("sunlit.vault.keys.under.old.master").gauge().value());

    Vault alone = vault(NEW);
    alone.check(null);
    opens(alone);
    assertThrows(VaultClosed.class, () -> vault(OLD).check(null));
  }

  @Test
  void anotherKeyUnderTheSameNameIsNoticedAtTheStart() {
    VaultClosed wrong = assertThrows(VaultClosed.class, () -> vault(line("old", 9)).check(null));
    assertTrue(wrong.getMessage().contains("name of another"), wrong.getMessage());
  }

  @Test
  void aSealedValueOpensNowhereElse() {
    Vault vault = vault(OLD);
    DataKey key = vault.find("case-7").await().atMost(PATIENCE).orElseThrow();
    DataKey other = vault.find("case-8").await().atMost(PATIENCE).orElseThrow();
    assertThrows(SealBroken.class, () -> key.open("there", sealed));
    assertThrows(SealBroken.class, () -> other.open("here", sealed));
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;
    assertThrows(SealBroken.class, () -> key.open("here", changed));
    assertThrows(SealBroken.class, () -> key.open("here", new byte[3]));
    byte[] again = key.seal("here", SECRET);
    assertTrue(!java.util.Arrays.equals(sealed, again), "a nonce is never used twice");
  }

  @Test
  void findsAgainWhatIsSpeltDifferently() {
    BlindTokens tokens = new BlindTokens(Masters.newKey(Vault.INDEX));
    same(tokens, BlindTokens.Kind.PHONE, "13812345678", "+86 138-1234-5678");
    same(tokens, BlindTokens.Kind.IDENTITY_NUMBER, "11010519491231002X", "11010519491231002x");
    same(tokens, BlindTokens.Kind.NAME, "阿依古丽·买买提", "阿依古丽 买买提");
    assertTrue(
        !java.util.Arrays.equals(
            tokens.of(BlindTokens.Kind.PHONE, "13812345678"),
            tokens.of(BlindTokens.Kind.IDENTITY_NUMBER, "13812345678")));
  }

  private static void same(BlindTokens tokens, BlindTokens.Kind kind, String one, String other) {
    assertArrayEquals(tokens.of(kind, one), tokens.of(kind, other));
  }

  private void opens(Vault vault) {
    DataKey key = vault.find("case-7").await().atMost(PATIENCE).orElseThrow();
    assertArrayEquals(SECRET, key.open("here", sealed));
  }

  private long left(String master) {
    return pool.preparedQuery("select count(*) as keys from vault_key where master <> $1")
        .execute(Tuple.of(master))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong("keys");
  }

  private void run(String sql) {
    pool.query(sql).execute().await().atMost(PATIENCE);
  }

  private Vault vault(String keys) {
    return new Vault(pool, Clock.systemUTC(), config(keys));
  }

  private static Config config(String keys) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(Map.of(VaultKeys.KEYS, keys), "test", 500))
        .build();
  }

  private static String line(String id, int seed) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) seed);
    return id + ":" + java.util.Base64.getEncoder().encodeToString(key);
  }
}
