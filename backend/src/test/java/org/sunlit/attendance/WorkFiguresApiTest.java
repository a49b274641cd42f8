package org.sunlit.attendance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.Transactor;

/** The work figures of people and departments, and what is said against them. */
@QuarkusTest
class WorkFiguresApiTest extends AttendanceSteps {
  private static final String NUMBER = "20261207-900001-3";

  @Inject Transactor transactor;
  @Inject Journal journal;

  @Test
  void workIsCountedFromTheJournalAndACaseCanBeContested() {
    found("wfd");
    clock.travelTo(at(18, 0));
    tell("submitted", at(9, 0), "submitted", null, "admit", null);
    tell("accepted", at(10, 0), "inProgress", "wfd.early", "decide", at(11, 0));
    tell("decided", at(12, 0), "granted", "wfd.late", null, null);
    Instant until = Instant.now().plus(PATIENCE);
    while (tables.count("select count(*) from work_hand where case_number = $1", NUMBER) < 2) {
      assertTrue(Instant.now().isBefore(until), "the journal is followed");
    }
    String day = "from=" + DAY + "&to=" + DAY;
    as("wfd.leader", "/api/v1/supervision/work?party=department&of=wfd&" + day)
        .then()
        .statusCode(200)
        .body("figures.find { it.figure == 'received' }.numerator", equalTo(1))
        .body("figures.find { it.figure == 'overtime' }.numerator", equalTo(1))
        .body("figures.find { it.figure == 'onTime' }.denominator", equalTo(1))
        .body("figures.find { it.figure == 'oneTime' }.numerator", equalTo(1))
        .body("figures.find { it.figure == 'workingTime' }.minutes", equalTo(120));
    as("wfd.stranger", "/api/v1/supervision/work?party=department&of=wfd").then().statusCode(404);
    as("wfd.early", "/api/v1/supervision/work?of=wfd.late").then().statusCode(404);
    as("wfd.early", "/api/v1/supervision/work?" + day)
        .then()
        .body("figures.find { it.figure == 'onTime' }.denominator", equalTo(0))
        .body("figures.find { it.figure == 'received' }.numerator", equalTo(1));
    as("wfd.late", "/api/v1/supervision/work/overtime?" + day)
        .then()
        .statusCode(200)
        .body("figure.numerator", equalTo(1))
        .body("items.caseNumber", contains(NUMBER))
        .body("items[0].counted", equalTo(true));
    as("wfd.late", "/api/v1/supervision/work?to=2030-01-01").then().statusCode(400);

    contest("wfd.late", "work", "overtime/20000101-000001-1").then().statusCode(422);
    contest("wfd.early", "work", "overtime/" + NUMBER).then().statusCode(422);
    String id =
        contest("wfd.late", "work", "overtime/" + NUMBER)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    answer("wfd.boss", id, true, "present").then().statusCode(422);
    answer("wfd.boss", id, true, null).then().statusCode(200);
    as("wfd.late", "/api/v1/supervision/work/overtime?" + day)
        .then()
        .body("figure.numerator", equalTo(0))
        .body("figure.denominator", equalTo(0))
        .body("items[0].counted", equalTo(false))
        .body("items[0].contest", equalTo("upheld"));
  }

  /** What casework writes into the journal, as far as figures look at it. */
  private void tell(String kind, Instant at, String state, String by, String step, Instant due) {
    String person =
        by == null
            ? ""
            : ",\"by\":{\"account\":\"%s\",\"name\":\"某\",\"post\":\"window\"}".formatted(by);
    String from = kind.equals("decided") ? "decide" : "admit";
    String live =
        step == null
            ? ""
            : "{\"stepId\":\"%s\",\"name\":\"某\",\"nameEn\":\"Step\",\"post\":\"window\",\"enteredAt\":\"%s\"%s}"
                .formatted(step, at, due == null ? "" : ",\"dueAt\":\"" + due + "\"");
    String payload =
        "{\"event\":{\"number\":1,\"kind\":\"%s\",\"at\":\"%s\",\"stepId\":\"%s\"%s},\"state\":\"%s\",\"itemCode\":\"WFD-1\",\"departmentCode\":\"wfd\",\"regionCode\":\"%s\"%s,\"live\":[%s]}"
            .formatted(
                kind,
                at,
                from,
                person,
                state,
                CITY,
                due == null ? "" : ",\"dueAt\":\"" + due + "\"",
                live);
    transactor
        .write(
            session ->
                journal.append(
                    session,
                    new JournalEntry(
                        UUID.randomUUID(),
                        SubjectKind.CASE,
                        NUMBER,
                        "case." + kind,
                        by,
                        "window",
                        at,
                        payload,
                        Optional.empty())))
        .await()
        .atMost(PATIENCE);
  }
}
