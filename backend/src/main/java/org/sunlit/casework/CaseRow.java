package org.sunlit.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.Standing;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.privacy.DataKey;

/**
 * What one event changes in the tables of a case, as the statements of {@link CaseStore} read it.
 * Times are materialised folds; the events stay the truth.
 */
record CaseRow(
    String caseNumber,
    String state,
    String stepId,
    String stepName,
    String stepNameEn,
    List<String> stepPosts,
    Instant stepDueAt,
    Instant dueAt,
    boolean dueProvisional,
    Instant dueOrder,
    int priority,
    Instant acceptedAt,
    Instant endedAt,
    Instant updatedAt,
    int version,
    CaseEvent event,
    String said,
    List<Received> materials,
    String actingAt) {
  /** A material that came with the event, its name and its key sealed. */
  record Received(
      UUID id, String code, String contentType, long size, String sealed, String fileKey) {
    static Received of(DataKey key, StoredMaterial material) {
      return new Received(
          material.id(),
          material.code(),
          material.contentType(),
          material.size(),
          CaseSeals.seal(
              key,
              material.id(),
              new CaseSeals.Label(material.fileName(), material.sha256(), material.origin())),
          material.fileKey());
    }
  }

  /** Materials that come late come to a case that has ended as it did. */
  private static Instant endedAt(CaseNow now) {
    return now.stored().events().stream()
        .filter(event -> event.kind() != CaseEventKind.LATE_MATERIALS)
        .map(CaseEvent::at)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Where the green channel puts a case in lists, as long as it is open. */
  private static final int FIRST = 0;

  static final int USUAL = 1;

  /** Later than any deadline: where cases without a running clock stand in lists. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** The region whose township can act now on behalf of the department; null when none can. */
  private static String actingAt(CaseNow now) {
    Placement placement = now.stored().placement();
    return placement == null || !now.standing().state().open()
        ? null
        : now.standing().currentSteps().stream()
            .flatMap(step -> placement.actingIn(step.kind()).stream())
            .map(Placement.Counter::regionCode)
            .findFirst()
            .orElse(null);
  }

  static CaseRow of(CaseNow now) {
    DataKey key = now.stored().key();
    Standing standing = now.standing();
    FlowStep step = standing.currentStep();
    Instant dueAt = now.deadlines().dueAt().orElse(null);
    boolean open = standing.state().open();
    return new CaseRow(
        now.number(),
        standing.state().code(),
        step.id(),
        standing.currentStepName(FlowLanguage.ZH),
        standing.currentStepName(FlowLanguage.EN),
        standing.currentSteps().stream()
            .filter(each -> each.post() != null)
            .map(each -> each.post().code())
            .distinct()
            .toList(),
        now.deadlines().stepDueAt().orElse(null),
        dueAt,
        now.deadlines().provisional(),
        open && dueAt != null ? dueAt : NEVER,
        open && standing.green() != null ? FIRST : USUAL,
        standing.acceptedAt(),
        open ? null : endedAt(now),
        standing.lastAt(),
        now.version(),
        now.lastEvent().wordless(),
        key == null ? null : CaseSeals.said(key, now.lastEvent()),
        now.stored().materials().stream()
            .filter(material -> key != null && material.eventNumber() == now.version())
            .map(material -> Received.of(key, material))
            .toList(),
        actingAt(now));
  }
}
