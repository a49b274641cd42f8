package org.sunlit.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.casework.CaseCity.Begun;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;

/** Events that the rules of cases refuse, written past them as another program might. */
@ApplicationScoped
class ForgedEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Journal journal;
  private final Transactor transactor;
  private final Clock clock;

  ForgedEvents(Journal journal, Transactor transactor, Clock clock) {
    this.journal = journal;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** A second notice, of a material that the item doesn't list. */
  void unlistedMaterial(Begun begun) {
    Map<String, Object> by = Map.of("account", "tst.window", "name", "李window", "post", "window");
    Map<String, Object> event =
        new HashMap<>(
            Map.of("number", 3, "kind", "correctionRequested", "at", clock.instant().toString()));
    event.put("stepId", "accept");
    event.put("by", by);
    event.put("missing", List.of(Map.of("materialCode", "M9")));
    tell(begun, "case.correctionRequested", event, null);
  }

  /** Something done in a step with a grave integrity risk. */
  void gravelyRisky(Begun begun) {
    Map<String, Object> by = Map.of("account", "tst.window", "name", "李window", "post", "window");
    Map<String, Object> event =
        new HashMap<>(Map.of("number", 2, "kind", "advanced", "at", clock.instant().toString()));
    event.put("stepId", "accept");
    event.put("toStepId", "accept");
    event.put("by", by);
    event.put("riskConfirmed", true);
    tell(
        begun,
        "case.advanced",
        event,
        Map.of("kind", "acceptance", "post", "window", "graveRisk", true));
  }

  private void tell(Begun begun, String kind, Map<String, Object> event, Map<String, Object> step) {
    Map<String, Object> payload =
        new HashMap<>(
            Map.of(
                "event",
                event,
                "state",
                "inCorrection",
                "itemCode",
                CaseCity.LICENCE,
                "departmentCode",
                "tst",
                "regionCode",
                CaseCity.CITY));
    payload.put("step", step);
    transactor
        .write(
            session ->
                journal.append(
                    session,
                    new JournalEntry(
                        UUID.randomUUID(),
                        SubjectKind.CASE,
                        begun.number(),
                        kind,
                        "tst.window",
                        "window",
                        clock.instant(),
                        StoredJson.write(payload),
                        Optional.empty())))
        .await()
        .atMost(PATIENCE);
  }
}
