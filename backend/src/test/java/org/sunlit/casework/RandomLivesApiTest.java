package org.sunlit.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.testing.Tables;

/** Cases to which anything is done that may be done, in any order. */
@QuarkusTest
class RandomLivesApiTest extends LifecycleSteps {
  @Inject Tables tables;

  /** What holds of every case, whatever has been done to it in whatever order. */
  @Test
  void leavesNoGapInEventsJournalDocumentsOrMessages() {
    Random random = new Random(20261129);
    List<String> items =
        List.of(CaseCity.LICENCE, CaseCity.PRE_REVIEW, CaseCity.JOINT, CaseCity.EXPERT);
    List<String> walked = new ArrayList<>();
    Set<String> done = new TreeSet<>();
    for (int life = 0; life < 12; life++) {
      Begun begun = CaseCity.begin(items.get(life % items.size()));
      walked.add(begun.number());
      for (int step = 0; step < 12; step++) {
        walk(begun, random).ifPresent(done::add);
      }
    }
    assertTrue(done.size() > 6, "hardly anything happened: " + done);
    String numbers = "('" + String.join("', '", walked) + "')";
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_file c where c.case_number in %s and (
              c.version <> (select count(*) from case_event e where e.case_number = c.case_number)
              or c.version <> (select max(number) from case_event e where e.case_number = c.case_number))
            """,
            numbers),
        "events are numbered without a gap");
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_event e where e.case_number in %s
              and (select count(*) from journal_event j where j.subject_id = e.case_number
                and j.kind = 'case.' || e.kind and (j.private_payload -> 'event' ->> 'number')::int = e.number) <> 1
            """,
            numbers),
        "each event is in the journal, once");
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_event e join (values ('accepted', 'acceptance'),
                ('correctionRequested', 'correction'), ('originalsRequested', 'originals'),
                ('reopened', 'reopening'), ('paused', 'pause'), ('extended', 'extension'),
                ('submitted', 'receipt'), ('originalsReceived', 'receipt'), ('withdrawn', 'termination'))
              as wanted(event, document) on wanted.event = e.kind
            where e.case_number in %s and (select count(*) from official_document d
                where d.case_number = e.case_number and d.event_number = e.number and d.kind = wanted.document) <> 1
            """,
            numbers),
        "each act has the document the law wants, once");
    assertEquals(
        0L,
        count(
            """
            select count(*) from case_event e
            where e.case_number in %s
              and e.kind in ('accepted', 'correctionRequested', 'originalsRequested', 'paused', 'extended',
                'greenMarked', 'reopened')
              and (select count(*) from notice n where n.subject_id = e.case_number
                and n.event = 'case ' || e.number) <> 1
            """,
            numbers),
        "what the law wants told is told, once");
    assertEquals(
        0L,
        count(
            """
            select count(*) from notice n where n.subject_id in %s and n.event like 'case %%'
              and not exists (select from case_event e
                where e.case_number = n.subject_id and n.event = 'case ' || e.number)
            """,
            numbers),
        "nothing is told that didn't happen");
  }

  /** Somebody does something they may; what it was. */
  private Optional<String> walk(Begun begun, Random random) {
    List<String> staff = List.of("window", "reviewer", "inspector", "approver", "issuer", "expert");
    String account = "tst." + staff.get(random.nextInt(staff.size()));
    Response seen = read(account, begun);
    List<Map<String, Object>> allowed = seen.path("actions.findAll { it.allowed }");
    if (allowed.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> chosen = allowed.get(random.nextInt(allowed.size()));
    String action = (String) chosen.get("action");
    Map<String, Object> command = review(random.nextBoolean() ? "withdrawn" : "kept", Map.of());
    List<?> returnTo = (List<?>) chosen.get("returnTo");
    command.put("toStep", returnTo.isEmpty() ? "none" : returnTo.get(0));
    command.put("step", chosen.get("stepId"));
    command.put("decision", random.nextBoolean() ? "grant" : "refuse");
    command.putAll(
        switch (action) {
          case "pause" -> Map.of("ground", "hearing");
          case "extend" -> Map.of("days", 5);
          case "mark-green" -> Map.of("greenGround", "disabled");
          case "request-originals", "request-correction" ->
              Map.of("missing", List.of(Map.of("materialCode", "M1", "what", "请补正")));
          case "receive-originals" -> Map.of("materials", List.of("M1"));
          default -> Map.of();
        });
    Response answer = city.act(account, begun, action, command);
    String request = answer.statusCode() == 200 ? answer.path("pendingConfirmation.id") : null;
    if (request != null) {
      String second = account.equals("tst.approver") ? "tst.reviewer" : "tst.approver";
      city.decide(second, request, "confirm", Map.of());
    }
    return answer.statusCode() == 200 ? Optional.of(action) : Optional.empty();
  }

  private long count(String statement, String numbers) {
    return tables.count(statement.formatted(numbers));
  }
}
