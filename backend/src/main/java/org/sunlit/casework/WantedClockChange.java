package org.sunlit.casework;

import java.util.HashMap;
import java.util.Map;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.GreenGround;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.ReviewDecision;
import org.sunlit.casework.rules.Standing;
import org.sunlit.privacy.DataKey;

/**
 * A change of a case's clock as it was asked for: that it be stopped, given more days or a shorter
 * limit, or begin again.
 *
 * @param command the command without its words, ruled on again when it is confirmed
 * @param said its reason, sealed with the case's key: it is somebody's, and told to the applicant
 * @param by who asked, in which post
 * @param stepId the step it was asked in
 * @param visit which stay of the case there
 * @param state the state it was asked in; null in requests older than this part, which were made in
 *     progress
 * @param green the ground of the green channel as it is worded now; null for other changes
 */
record WantedClockChange(
    CaseCommand command,
    String said,
    Handler by,
    String stepId,
    int visit,
    String state,
    GreenGround green) {
  private static final String PLACE = "confirmation_request/pause";

  static WantedClockChange of(CaseCommand command, Handler by, CaseNow now) {
    return new WantedClockChange(
        command.saying(null),
        now.stored().key().sealText(PLACE, command.reason()),
        by,
        now.standing().currentVisit().stepId(),
        now.standing().currentVisit().visit(),
        now.standing().state().code(),
        ground(command, now));
  }

  private static GreenGround ground(CaseCommand command, CaseNow now) {
    return command.action() == CaseAction.MARK_GREEN
        ? now.basis().greenGrounds().stream()
            .filter(one -> one.code().equals(command.ground()))
            .findFirst()
            .orElse(null)
        : null;
  }

  /** What of it may be shown to whoever is asked to confirm. */
  Map<String, String> details() {
    Map<String, String> details = new HashMap<>();
    put(details, "ground", command.ground());
    put(details, "days", command.days());
    if (green != null) {
      put(details, "groundName", green.name());
      put(details, "groundNameEn", green.nameEn());
    }
    ReviewDecision review = command.review();
    if (review != null) {
      put(details, "review", review.kind().code());
      put(details, "authority", review.authority());
      put(details, "documentNumber", review.documentNumber());
      put(details, "decidedOn", review.decidedOn());
      put(details, "former", review.formerWithdrawn() ? "withdrawn" : "kept");
      put(details, "clockFrom", review.clockFrom());
      put(details, "toStep", command.toStep());
    }
    return Map.copyOf(details);
  }

  private static void put(Map<String, String> details, String name, Object value) {
    if (value != null) {
      details.put(name, value.toString());
    }
  }

  /** Why; null when the case's key has gone with the applicant's personal data. */
  String reason(DataKey key) {
    return key == null ? null : key.openText(PLACE, said);
  }

  /** The whole command again. */
  CaseCommand command(DataKey key) {
    return command.saying(reason(key));
  }

  /** Whether the case still stands where it stood. */
  boolean still(Standing standing) {
    CaseState then = state == null ? CaseState.IN_PROGRESS : CaseState.of(state);
    return standing.state() == then
        && standing.currentVisit().stepId().equals(stepId)
        && standing.currentVisit().visit() == visit;
  }
}
