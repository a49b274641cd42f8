package org.sunlit.casework.rules;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sunlit.calendar.Limit;

/**
 * Something that happened to a case. A case is the fold of its events and of nothing else; they are
 * only ever added (全程留痕, C14).
 *
 * @param number 1 for the submission, then one more each; also the version of the case after it
 * @param kind what happened
 * @param at when, never before the event before it
 * @param stepId in which step
 * @param toStepId which step the case went to; null when it stayed
 * @param outcome by which way of the flow; null when it stayed
 * @param by who did it
 * @param confirmedBy the second person where there have to be two (双人复核); null for one
 * @param reason why, told to the applicant; null when nothing was said
 * @param ground for a pause, the code of its ground
 * @param article for a pause, the article that allows it
 * @param extendedBy for an extension, by how many days, in the unit of the case's limit
 * @param missing for a request for correction, everything that is missing
 * @param materials codes of the materials handed in with it
 * @param riskConfirmed the handler had seen the step's risk point of grade A (F3)
 * @param undone ids of the steps whose work this put an end to or has to be done again, because a
 *     return left what was being done in parallel, or because the case ended meanwhile
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CaseEvent(
    int number,
    CaseEventKind kind,
    Instant at,
    String stepId,
    String toStepId,
    String outcome,
    Handler by,
    Handler confirmedBy,
    String reason,
    String ground,
    String article,
    Limit extendedBy,
    List<MissingMaterial> missing,
    List<String> materials,
    boolean riskConfirmed,
    List<String> undone) {
  public CaseEvent {
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
    requireNonNull(stepId, "stepId");
    by = by == null ? Handler.APPLICANT : by;
    missing = missing == null ? List.of() : List.copyOf(missing);
    materials = materials == null ? List.of() : List.copyOf(materials);
    undone = undone == null ? List.of() : List.copyOf(undone);
  }

  /** An event that moves the case along an edge of its flow, or leaves it where it is. */
  static CaseEvent of(
      int number, CaseEventKind kind, Instant at, String stepId, String toStepId, String outcome) {
    return new CaseEvent(
        number,
        kind,
        at,
        stepId,
        toStepId,
        outcome,
        Handler.APPLICANT,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        false,
        List.of());
  }

  CaseEvent with(Handler handler, String said, boolean confirmed) {
    return having(handler, said, ground, article, missing, materials, confirmed);
  }

  /** The same, confirmed by a second person. */
  public CaseEvent confirmed(Handler second) {
    return new CaseEvent(
        number,
        kind,
        at,
        stepId,
        toStepId,
        outcome,
        by,
        second,
        reason,
        ground,
        article,
        extendedBy,
        missing,
        materials,
        riskConfirmed,
        undone);
  }

  /** The same, which puts an end to what was being done in these steps. */
  CaseEvent undoing(List<String> steps) {
    return new CaseEvent(
        number,
        kind,
        at,
        stepId,
        toStepId,
        outcome,
        by,
        confirmedBy,
        reason,
        ground,
        article,
        extendedBy,
        missing,
        materials,
        riskConfirmed,
        steps);
  }

  CaseEvent pausedOn(String groundCode, String articleCited) {
    return having(by, reason, groundCode, articleCited, missing, materials, riskConfirmed);
  }

  /** An extension by so much, on this article. */
  CaseEvent extendedOn(Limit by, String articleCited) {
    return new CaseEvent(
        number,
        kind,
        at,
        stepId,
        toStepId,
        outcome,
        this.by,
        confirmedBy,
        reason,
        ground,
        articleCited,
        by,
        missing,
        materials,
        riskConfirmed,
        undone);
  }

  CaseEvent asking(List<MissingMaterial> everything) {
    return having(by, reason, ground, article, everything, materials, riskConfirmed);
  }

  CaseEvent bringing(List<String> codes) {
    return having(by, reason, ground, article, missing, codes, riskConfirmed);
  }

  /**
   * The event without what was said with it: free text may name people, so it is kept apart from
   * what happened. Which materials were missing stays.
   */
  public CaseEvent wordless() {
    return saying(null, Collections.nCopies(missing.size(), null));
  }

  /**
   * A wordless event with its words again.
   *
   * @param said the reason; may be null
   * @param wanted what was said of each missing material, in their order
   */
  public CaseEvent saying(String said, List<String> wanted) {
    List<MissingMaterial> everything = new ArrayList<>();
    for (int place = 0; place < missing.size(); place++) {
      everything.add(new MissingMaterial(missing.get(place).materialCode(), wanted.get(place)));
    }
    return having(by, said, ground, article, everything, materials, riskConfirmed);
  }

  /** Whether anything was said with it. */
  public boolean hasWords() {
    return reason != null || !missing.isEmpty();
  }

  /** What happened stays as it is; what was said and brought with it doesn't. */
  private CaseEvent having(
      Handler handler,
      String said,
      String groundCode,
      String articleCited,
      List<MissingMaterial> everything,
      List<String> codes,
      boolean confirmed) {
    return new CaseEvent(
        number,
        kind,
        at,
        stepId,
        toStepId,
        outcome,
        handler,
        confirmedBy,
        said,
        groundCode,
        articleCited,
        extendedBy,
        everything,
        codes,
        confirmed,
        undone);
  }
}
