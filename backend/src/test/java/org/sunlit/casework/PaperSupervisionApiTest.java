package org.sunlit.casework;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Tables;

/** Documents and seals (文书与用印): what is written past the program is told by the database itself. */
@QuarkusTest
class PaperSupervisionApiTest extends LifecycleSteps {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FINDINGS = "/api/v1/supervision/findings";
  private static final String TOLD =
      "select count(*) from journal_event where subject_id = $1 and kind like 'document.%'";
  private static final String DOCUMENT =
      """
      insert into official_document (id, case_number, event_number, kind, number, prefix, year, running, title,
        title_en, unit_name, department_code, region_code, seal, issued_at, check_code, sealed)
      values ($1, $2, $3, 'grant', $4, $5, 2026, 1, '准予行政许可决定书', 'Decision to grant', '测试局', 'tst', $6,
        '行政审批专用章', now(), 'ABCD-EFGH', '\\x00')
      """;
  private static final String SEAL =
      "insert into seal_use (document_id, account, post, at) values ($1, 'tst.window', 'window', now())";

  @Inject Pool pool;
  @Inject Tables tables;

  @Test
  void whatTheProgramIssuesIsToldWithItsSealAndNothingIsFound() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.window", begun, "accept", Map.of()).then().statusCode(200);
    long documents =
        tables.count(
            "select count(*) from official_document where case_number = $1", begun.number());
    assertTrue(documents > 0);
    assertEquals(documents, tables.count(TOLD, begun.number()));
    assertEquals(
        documents,
        tables.count(
            "select count(*) from journal_event where subject_id = $1 and kind = 'document.issued'"
                + " and private_payload #>> '{paper,sealed}' = 'true'"
                + " and private_payload #>> '{paper,act}' is not null",
            begun.number()));
  }

  @Test
  void findsADocumentWithoutASealAndASealWithNothingBehindIt() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    UUID unsealed = UUID.randomUUID();
    write(begun, unsealed, 1, false);
    await(begun, "document.unsealed");
    UUID groundless = UUID.randomUUID();
    write(begun, groundless, 99, true);
    await(begun, "seal.without-document");

    city.as("supervisor")
        .get(FINDINGS + "?rule=seal.without-document&caseNumber=" + begun.number())
        .then()
        .statusCode(200)
        .body("total", equalTo(1), "items[0].account", equalTo("tst.window"))
        .body("items[0].subject.kind", equalTo("case"))
        .body("items[0].severity", equalTo("grave"));
    String id =
        city.as("tst.window")
            .get(FINDINGS + "?mine=true&rule=seal.without-document&caseNumber=" + begun.number())
            .then()
            .extract()
            .path("items[0].id");
    city.as("tst.window")
        .get(FINDINGS + "/" + id)
        .then()
        .statusCode(200)
        .body("seen", containsString("准予行政许可决定书"))
        .body("seenEn", containsString("Decision to grant"))
        .body("events.kind", contains("document.issued"));

    // Sealed afterwards: that is told too, and nothing of the past is undone.
    pool.preparedQuery(SEAL.replace("now()", "now() + interval '1 minute'"))
        .execute(Tuple.of(unsealed))
        .await()
        .atMost(PATIENCE);
    assertEquals(
        1,
        tables.count(
            "select count(*) from journal_event where subject_id = $1 and kind = 'document.sealed'",
            begun.number()));
    assertEquals(List.of("document.unsealed", "seal.without-document"), found(begun));
  }

  private void write(Begun begun, UUID id, int event, boolean sealed) {
    pool.withTransaction(
            connection ->
                connection
                    .preparedQuery(DOCUMENT)
                    .execute(
                        Tuple.tuple()
                            .addUUID(id)
                            .addString(begun.number())
                            .addInteger(event)
                            .addString("伪" + id)
                            .addString("伪" + id.toString().substring(0, 8))
                            .addString(CaseCity.CITY))
                    .chain(
                        () ->
                            sealed
                                ? connection
                                    .preparedQuery(SEAL)
                                    .execute(Tuple.of(id))
                                    .replaceWithVoid()
                                : io.smallrye.mutiny.Uni.createFrom().voidItem()))
        .await()
        .atMost(PATIENCE);
  }

  private void await(Begun begun, String rule) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!found(begun).contains(rule)) {
      assertTrue(System.nanoTime() < until, rule);
    }
  }

  private List<String> found(Begun begun) {
    return city
        .as("supervisor")
        .get(FINDINGS + "?severity=grave&severity=serious&caseNumber=" + begun.number())
        .jsonPath()
        .getList("items.rule", String.class)
        .stream()
        .sorted()
        .toList();
  }
}
