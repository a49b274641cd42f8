package org.sunlit.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever was acknowledged is there after {@code kill -9} under load, and nothing is there twice.
 */
class KillUnderLoadTest {
  private static final int KILLS = 3;
  private static final int WRITERS = 6;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private CityFolder city;
  private SunlitProcess sunlit;
  private int starts;

  @BeforeEach
  void start() throws Exception {
    city = CityFolder.in(folder);
    sunlit = launch();
  }

  @AfterEach
  void stop() throws Exception {
    sunlit.stop();
  }

  @Test
  void keepsWhatItAcknowledged() throws Exception {
    List<Writer.Promised> promised = new ArrayList<>();
    String url = sunlit.awaitUrl();
    for (int kill = 0; kill < KILLS; kill++) {
      List<Writer> writers = writeAndKill(url);
      long postgres = city.postgresProcess();
      assertTrue(
          ProcessHandle.of(postgres).filter(ProcessHandle::isAlive).isPresent(),
          "PostgreSQL outlives its killed parent");

      sunlit = launch();
      url = sunlit.awaitUrl();

      assertEquals(postgres, city.postgresProcess(), "the PostgreSQL that lived on is taken over");
      CityClient client = new CityClient(url, city.password());
      for (Writer writer : writers) {
        promised.addAll(writer.promised());
        if (writer.unanswered() != null) {
          repeat(client, writer.unanswered(), promised);
        }
      }
      for (Writer.Promised each : promised) {
        isThere(client, each);
      }
      journalIsWhole(promised);
    }
    assertFalse(promised.isEmpty(), "the writers got something done");
    System.out.printf(
        "%d cases acknowledged across %d kills, each there as acknowledged%n",
        promised.size(), KILLS);
  }

  @Test
  void refusesAFolderThatIsInUse() throws Exception {
    String url = sunlit.awaitUrl();

    SunlitProcess second = launch();

    assertNotEquals(0, second.awaitEnd());
    assertTrue(second.log().contains("in use by another Sunlit"), second.log());
    new CityClient(url, city.password()).upload(); // the first one goes on
  }

  private SunlitProcess launch() throws Exception {
    starts++;
    return SunlitProcess.launch(city.path(), folder.resolve("start-" + starts + ".log"));
  }

  private List<Writer> writeAndKill(String url) throws Exception {
    List<Writer> writers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < WRITERS; number++) {
      Writer writer = new Writer(new CityClient(url, city.password()));
      Thread thread = new Thread(writer, "writer-" + number);
      writers.add(writer);
      threads.add(thread);
      thread.start();
    }
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(4_000, 7_000));
    sunlit.kill();
    for (Thread thread : threads) {
      thread.join(TimeUnit.MINUTES.toMillis(1));
      assertFalse(thread.isAlive(), thread.getName() + " has ended");
    }
    return writers;
  }

  /** Sends once more what got no answer, twice: it happens once, whether or not it had happened. */
  private static void repeat(CityClient client, Writer.Sent sent, List<Writer.Promised> promised)
      throws Exception {
    if (sent.step() == null) {
      CityClient.Answer first = applyAgain(client, sent);
      CityClient.Answer second = applyAgain(client, sent);
      assertEquals(first.body(), second.body(), "one application, one receipt");
      promised.add(new Writer.Promised(first.text("caseNumber"), first.text("trackingCode")));
    } else {
      CityClient.Answer first = actAgain(client, sent);
      CityClient.Answer second = actAgain(client, sent);
      assertEquals(first.body().path("version"), second.body().path("version"));
      sent.on().version = sent.step().versionAfter();
    }
  }

  private static CityClient.Answer applyAgain(CityClient client, Writer.Sent sent)
      throws Exception {
    return CityClient.expect(201, client.apply(sent.subject(), sent.upload(), sent.key()));
  }

  private static CityClient.Answer actAgain(CityClient client, Writer.Sent sent) throws Exception {
    return CityClient.expect(
        200, client.act(sent.on().caseNumber, sent.step(), sent.on().version, sent.key()));
  }

  private static void isThere(CityClient client, Writer.Promised promised) throws Exception {
    CityClient.Answer found =
        CityClient.expect(200, client.track(promised.caseNumber, promised.trackingCode));
    assertEquals(promised.version, found.body().path("version").asInt(), promised.caseNumber);
    assertEquals(promised.version, found.body().path("history").size(), promised.caseNumber);
    assertEquals(state(promised.version), found.text("state"), promised.caseNumber);
  }

  private static String state(int version) {
    if (version == 1) {
      return "submitted";
    }
    return version < Step.CLOSE.versionAfter() ? "inProgress" : "granted";
  }

  /**
   * Places are 1, 2, 3 … without a gap, every event has one, and no case has more than it should.
   */
  private void journalIsWhole(List<Writer.Promised> promised) throws Exception {
    try (Connection database = city.database();
        Statement statement = database.createStatement()) {
      CityFolder.journalHasEveryPlace(statement);
      for (Writer.Promised each : promised) {
        CityFolder.journalTells(statement, each.version, List.of(each.caseNumber));
      }
      assertEquals(
          0,
          CityFolder.number(
              statement,
              // Each application of the writers has a name of its own, the city's own people have
              // theirs.
              "select count(*) from (select token from person_index where kind = 'name'"
                  + " and case_number in ("
                  + promised.stream()
                      .map(each -> "'" + each.caseNumber + "'")
                      .collect(java.util.stream.Collectors.joining(","))
                  + ")"
                  + " intersect select token from person_index where kind = 'name'"
                  + " group by token having count(distinct case_number) > 1) twice"),
          "no application made two cases");
    }
  }
}
