package org.sunlit.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight clerks press the same button on the same case in the same moment, four on each of two
 * nodes, for each of a thousand cases and for every step: exactly one does it, and the others are
 * told plainly.
 */
class RivalsOnTwoNodesTest {
  private static final int CASES = 1_000;
  private static final int RIVALS = 8;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final List<SunlitProcess> nodes = new ArrayList<>();
  private CityFolder city;

  private record Begun(String caseNumber, String trackingCode) {}

  @BeforeEach
  void start() throws Exception {
    city = CityFolder.in(folder);
    // One account is eight at once here: as much as that is let through for nobody else.
    Map<String, String> manyWrites = Map.of("SUNLIT_EDGE_PERSON_WRITE", "1000000/1m");
    nodes.add(SunlitProcess.launch(city.path(), folder.resolve("first.log"), manyWrites));
    nodes.get(0).awaitUrl();
    Map<String, String> second =
        Map.ofEntries(
            Map.entry("SUNLIT_EDGE_PERSON_WRITE", "1000000/1m"),
            Map.entry("SUNLIT_DATA", folder.resolve("second").toString()),
            Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", city.databaseUrl()),
            Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + city.databaseUrl()),
            Map.entry("QUARKUS_DATASOURCE_USERNAME", "sunlit"),
            Map.entry("QUARKUS_DATASOURCE_PASSWORD", city.databasePassword()),
            Map.entry("SMALLRYE_JWT_SIGN_KEY_LOCATION", file("token-signing-key.pem")),
            Map.entry("MP_JWT_VERIFY_PUBLICKEY_LOCATION", file("token-public-key.pem")),
            Map.entry("SUNLIT_VAULT_KEY_FILE", city.key("vault-keys").toString()));
    nodes.add(SunlitProcess.launch(city.path(), folder.resolve("second.log"), second));
  }

  @AfterEach
  void stop() throws Exception {
    // The second first: the database is the first one's.
    for (int node = nodes.size(); node-- > 0; ) {
      nodes.get(node).stop();
    }
  }

  @Test
  void exactlyOneWinsEachStep() throws Exception {
    List<CityClient> rivals = new ArrayList<>();
    for (int rival = 0; rival < RIVALS; rival++) {
      String url = nodes.get(rival % nodes.size()).awaitUrl();
      rivals.add(new CityClient(url, city.password()));
    }
    List<Begun> cases =
        together(rivals, RivalsOnTwoNodesTest::begin).stream().flatMap(List::stream).toList();
    AtomicInteger winners = new AtomicInteger();
    AtomicInteger rounds = new AtomicInteger();
    CyclicBarrier ready = new CyclicBarrier(RIVALS);
    CyclicBarrier done =
        new CyclicBarrier(
            RIVALS,
            () -> assertEquals(rounds.incrementAndGet(), winners.get(), "one winner a step"));

    together(
        rivals,
        rival -> {
          int own = rivals.indexOf(rival);
          for (Step step : Step.values()) {
            for (int number = own; number < CASES; number += RIVALS) {
              if (!contested(number, step)) {
                assertTrue(wins(rival, cases.get(number), step), "nobody else wants it");
              }
            }
            for (int number = 0; number < CASES; number++) {
              if (contested(number, step)) {
                ready.await();
                if (wins(rival, cases.get(number), step)) {
                  winners.incrementAndGet();
                }
                done.await();
              }
            }
          }
          return null;
        });

    assertEquals(CASES, winners.get());
    for (Begun begun : List.of(cases.get(0), cases.get(CASES / 2), cases.get(CASES - 1))) {
      CityClient.Answer found =
          CityClient.expect(200, rivals.get(1).track(begun.caseNumber(), begun.trackingCode()));
      assertEquals("granted", found.text("state"));
    }
    everyStepIsWrittenDownOnce(cases);
  }

  /** Each case is fought for once, a quarter of them at each step. */
  private static boolean contested(int number, Step step) {
    return number % Step.values().length == step.ordinal();
  }

  private static List<Begun> begin(CityClient client) throws Exception {
    List<Begun> begun = new ArrayList<>();
    for (int number = 0; number < CASES / RIVALS; number++) {
      String key = UUID.randomUUID().toString();
      CityClient.Answer receipt =
          CityClient.expect(201, client.apply("申请人" + key, client.upload(), key));
      begun.add(new Begun(receipt.text("caseNumber"), receipt.text("trackingCode")));
    }
    return begun;
  }

  /**
   * Whether this rival's command was taken; if not, it must have been told that it came too late.
   */
  private static boolean wins(CityClient rival, Begun begun, Step step) throws Exception {
    CityClient.Answer answer =
        rival.act(begun.caseNumber(), step, step.versionAfter() - 1, UUID.randomUUID().toString());
    if (answer.status() == 200) {
      return true;
    }
    assertTrue(
        List.of(409, 412).contains(answer.status()), () -> step + " answered " + answer.body());
    return false;
  }

  private void everyStepIsWrittenDownOnce(List<Begun> cases) throws Exception {
    try (Connection database = city.database();
        Statement statement = database.createStatement()) {
      CityFolder.journalHasEveryPlace(statement);
      List<String> numbers = cases.stream().map(Begun::caseNumber).toList();
      CityFolder.journalTells(statement, CASES * (1L + Step.values().length), numbers);
      assertEquals(
          CASES,
          CityFolder.number(
              statement,
              "select count(distinct subject_id) from journal_event where subject_id in ('"
                  + String.join("','", numbers)
                  + "')"));
    }
  }

  private interface Work<T> {
    T of(CityClient rival) throws Exception;
  }

  private static <T> List<T> together(List<CityClient> rivals, Work<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(RIVALS);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      rivals.forEach(rival -> tasks.add(() -> work.of(rival)));
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private String file(String key) {
    return "file:" + city.key(key);
  }
}
