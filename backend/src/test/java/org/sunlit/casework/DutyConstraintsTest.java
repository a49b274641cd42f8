package org.sunlit.casework;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.identity.Role;
import org.sunlit.testing.SignedIn;

/** Separation of duty holds in the database itself, against statements written by hand. */
@QuarkusTest
class DutyConstraintsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String EVENT =
      """
      insert into case_event (case_number, number, kind, step_id, at, actor, confirmed_by, body)
      values ($1, $2, $3, 'by-hand', now(), $4, $5, cast($6 as jsonb))
      """;
  private static final String REQUEST =
"""
insert into confirmation_request
  (id, kind, subject, department_code, region_code, requested_by, payload, requested_at, expires_at)
values ($1, 'by-hand', $2, 'tst', '990100000000', 'tst.reviewer', '{}', now(), now() + interval '1 day')
""";

  @Inject CaseCity city;
  @Inject Pool pool;

  @BeforeEach
  void found() {
    city.found();
  }

  private void run(String statement, Object... values) {
    pool.preparedQuery(statement).execute(Tuple.from(List.of(values))).await().atMost(PATIENCE);
  }

  private void refuses(String constraint, String statement, Object... values) {
    PgException refused =
        assertThrows(PgException.class, () -> run(statement, values), constraint + " is not held");
    assertEquals(constraint, refused.getConstraint(), refused.getMessage());
  }

  private void grows(String statement, Object... values) {
    PgException refused = assertThrows(PgException.class, () -> run(statement, values), statement);
    assertEquals("23001", refused.getSqlState(), refused.getMessage());
  }

  private Tuple event(
      Begun begun, int number, String kind, String actor, String second, String outcome) {
    JsonObject body = new JsonObject();
    if (actor != null) {
      body.put("by", new JsonObject().put("account", actor));
    }
    if (second != null) {
      body.put("confirmedBy", new JsonObject().put("account", second));
    }
    return Tuple.tuple()
        .addString(begun.number())
        .addInteger(number)
        .addString(kind)
        .addString(actor)
        .addString(second)
        .addValue(outcome == null ? body : body.put("outcome", outcome));
  }

  private void inserts(Tuple event) {
    pool.preparedQuery(EVENT).execute(event).await().atMost(PATIENCE);
  }

  private void refuses(String constraint, Tuple event) {
    PgException refused =
        assertThrows(PgException.class, () -> inserts(event), constraint + " is not held");
    assertEquals(constraint, refused.getConstraint(), refused.getMessage());
  }

  private Begun accepted() {
    Begun begun = CaseCity.begin(CaseCity.LICENCE);
    city.act("tst.both", begun, "accept", Map.of()).then().statusCode(200);
    return begun;
  }

  @Test
  void whoAcceptedDoesNotDecideInWhicheverOrderItIsWritten() {
    Begun begun = accepted();
    refuses("duty_accepted_it", event(begun, 3, "decided", "tst.both", null, "pass"));
    refuses("duty_accepted_it", event(begun, 3, "decided", "tst.both", null, "reject"));
    refuses("duty_accepted_it", event(begun, 3, "advanced", "tst.both", null, "reject"));
    inserts(event(begun, 3, "advanced", "tst.both", null, "pass"));
    inserts(event(begun, 4, "decided", "tst.approver", null, "pass"));
    refuses("duty_accepted_it", event(begun, 5, "accepted", "tst.approver", null, "pass"));
  }

  @Test
  void supervisorsWriteNoEventAndHoldNoPost() {
    Begun begun = accepted();
    for (String kind : List.of("submitted", "accepted", "advanced", "resumed", "closed")) {
      refuses("duty_supervises", event(begun, 3, kind, "supervisor", null, null));
    }
    refuses("duty_supervises", event(begun, 3, "paused", "tst.reviewer", "supervisor", null));
    refuses(
        "supervisor_holds_no_post",
        "update account set roles = roles || array['publicSupervisor'] where account = $1",
        "tst.reviewer");
    refuses(
        "supervisor_holds_no_post",
        "insert into post_holder (id, post_id, account, part)"
            + " select gen_random_uuid(), id, $1, 'B' from post limit 1",
        "supervisor");
    refuses(
        "supervisor_holds_no_post",
        "insert into authorisation (id, document_number, account, department_code, acts,"
            + " item_codes, from_on, until_on, issued_by, recorded_by, recorded_at) values"
            + " (gen_random_uuid(), '晴政授〔2026〕1号', $1, 'tst', '{decide}', '{}', now()::date,"
            + " now()::date + 9, '市政府', 'editor', now())",
        "supervisor");
  }

  @Test
  void nobodyHandlesTheirOwnCase() {
    Begun begun = accepted();
    run(
        "update case_file set applicant_account = $2 where case_number = $1",
        begun.number(),
        "tst.reviewer");
    refuses("duty_own_case", event(begun, 3, "advanced", "tst.reviewer", null, "pass"));
    refuses("duty_own_case", event(begun, 3, "paused", "tst.window", "tst.reviewer", null));
    assertDoesNotThrow(() -> inserts(event(begun, 3, "withdrawn", null, null, null)));
  }

  @Test
  void theSameIdentityNumberMakesItOnesOwnCase() {
    Begun begun = accepted();
    run(
        "insert into person_index (token, kind, case_number) values ($1, 'identityNumber', $2)",
        Buffer.buffer("0123456789abcdef"),
        begun.number());
    run(
        "insert into account_identity (account, token) values ('oth.reviewer', $1)",
        Buffer.buffer("0123456789abcdef"));
    refuses("duty_own_case", event(begun, 3, "advanced", "oth.reviewer", null, "pass"));
    assertDoesNotThrow(() -> inserts(event(begun, 3, "advanced", "tst.reviewer", null, "pass")));
  }

  @Test
  void onlyStaffWhoWorkHandleCases() {
    Begun begun = accepted();
    SignedIn.as(Role.CITIZEN);
    run("update account set kind = 'person' where account = $1", "test.citizen");
    refuses("duty_works", event(begun, 3, "advanced", "test.citizen", null, "pass"));
    refuses("case_event_is_somebodys", event(begun, 3, "advanced", "nobody.at.all", null, "pass"));
    refuses("case_event_is_somebodys", event(begun, 3, "advanced", null, null, "pass"));
  }

  @Test
  void theClockIsStoppedByTwoPersons() {
    Begun begun = accepted();
    refuses("case_event_pause_is_confirmed", event(begun, 3, "paused", "tst.reviewer", null, null));
    refuses(
        "case_event_two_persons", event(begun, 3, "paused", "tst.reviewer", "tst.reviewer", null));
    assertDoesNotThrow(
        () -> inserts(event(begun, 3, "paused", "tst.reviewer", "tst.approver", null)));
  }

  @Test
  void whoDidItIsWhatTheEventSays() {
    Begun begun = accepted();
    Tuple lying =
        Tuple.tuple()
            .addString(begun.number())
            .addInteger(3)
            .addString("advanced")
            .addString("tst.reviewer")
            .addString(null)
            .addValue(new JsonObject().put("by", new JsonObject().put("account", "tst.window")));
    refuses("case_event_says_who", lying);
  }

  @Test
  void whoAskedNeverConfirms() {
    UUID id = UUID.randomUUID();
    run(REQUEST, id, "by-hand " + id);
    String decide =
        "update confirmation_request set state = $2, decided_by = $3, decided_at = now() where id ="
            + " $1";
    refuses("confirmation_request_two_persons", decide, id, "confirmed", "tst.reviewer");
    refuses("confirmation_request_two_persons", decide, id, "declined", "tst.reviewer");
    refuses("confirmation_request_somebody_decided", decide, id, "withdrawn", "tst.approver");
    refuses("confirmation_request_open", REQUEST, UUID.randomUUID(), "by-hand " + id);
    run(decide, id, "confirmed", "tst.approver");
    run(REQUEST, UUID.randomUUID(), "by-hand " + id);
  }

  @Test
  void whatWasAskedAndDecidedStays() {
    UUID id = UUID.randomUUID();
    run(REQUEST, id, "by-hand " + id);
    grows("update confirmation_request set requested_by = 'tst.window' where id = $1", id);
    grows(
        "update confirmation_request set expires_at = now() + interval '9 days' where id = $1", id);
    grows(
        "update confirmation_request set state = 'confirmed', decided_by = 'tst.window',"
            + " decided_at = now(), payload = '{\"other\": 1}' where id = $1",
        id);
    grows("delete from confirmation_request where id = $1", id);
    grows("truncate confirmation_request cascade");
    run(
        "update confirmation_request set state = 'declined', decided_by = 'tst.window',"
            + " decided_at = $2 where id = $1",
        id,
        OffsetDateTime.now());
    grows(
        "update confirmation_request set state = 'confirmed', decided_by = 'tst.approver' where id"
            + " = $1",
        id);
    grows("update confirmation_request set state = 'open' where id = $1", id);
  }
}
