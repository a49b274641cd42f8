package org.sunlit.casework.rules;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
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
 * @param change what the case runs on from here on; null when that stays as it was
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
    List<String> undone,
    CaseChange change) {
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
        List.of(),
        null);
  }

  CaseEvent with(Handler handler, String said, boolean confirmed) {
    return copy(
        to -> {
          to.by = handler;
          to.reason = said;
          to.riskConfirmed = confirmed;
        });
  }

  /** The same, confirmed by a second person. */
  public CaseEvent confirmed(Handler second) {
    return copy(to -> to.confirmedBy = second);
  }

  /** The same, which puts an end to what was being done in these steps. */
  CaseEvent undoing(List<String> steps) {
    return copy(to -> to.undone = steps);
  }

  /** The same, which changes what the case runs on. */
  CaseEvent changing(CaseChange changed) {
    return copy(to -> to.change = changed);
  }

  CaseEvent pausedOn(String groundCode, String articleCited) {
    return copy(
        to -> {
          to.ground = groundCode;
          to.article = articleCited;
        });
  }

  /** An extension by so much, on this article. */
  CaseEvent extendedOn(Limit more, String articleCited) {
    return copy(
        to -> {
          to.extendedBy = more;
          to.article = articleCited;
        });
  }

  CaseEvent asking(List<MissingMaterial> everything) {
    return copy(to -> to.missing = everything);
  }

  CaseEvent bringing(List<String> codes) {
    return copy(to -> to.materials = codes);
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
    return copy(
        to -> {
          to.reason = said;
          to.missing = everything;
        });
  }

  /** Whether anything was said with it. */
  public boolean hasWords() {
    return reason != null || !missing.isEmpty();
  }

  /** What happened, when and where stays; all else may differ. */
  private CaseEvent copy(Consumer<Copy> differing) {
    Copy copy = new Copy(this);
    differing.accept(copy);
    return copy.event();
  }

  private static final class Copy {
    private final CaseEvent of;
    private Handler by;
    private Handler confirmedBy;
    private String reason;
    private String ground;
    private String article;
    private Limit extendedBy;
    private List<MissingMaterial> missing;
    private List<String> materials;
    private boolean riskConfirmed;
    private List<String> undone;
    private CaseChange change;

    Copy(CaseEvent of) {
      this.of = of;
      this.by = of.by;
      this.confirmedBy = of.confirmedBy;
      this.reason = of.reason;
      this.ground = of.ground;
      this.article = of.article;
      this.extendedBy = of.extendedBy;
      this.missing = of.missing;
      this.materials = of.materials;
      this.riskConfirmed = of.riskConfirmed;
      this.undone = of.undone;
      this.change = of.change;
    }

    CaseEvent event() {
      return new CaseEvent(
          of.number,
          of.kind,
          of.at,
          of.stepId,
          of.toStepId,
          of.outcome,
          by,
          confirmedBy,
          reason,
          ground,
          article,
          extendedBy,
          missing,
          materials,
          riskConfirmed,
          undone,
          change);
    }
  }
}
