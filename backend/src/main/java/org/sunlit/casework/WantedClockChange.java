package org.sunlit.casework;

import java.util.HashMap;
import java.util.Map;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.Standing;
import org.sunlit.privacy.DataKey;

/**
 * A change of a case's clock as it was asked for: that it be stopped, or given more days.
 *
 * @param command the command without its words, ruled on again when it is confirmed
 * @param said its reason, sealed with the case's key: it is somebody's, and told to the applicant
 * @param by who asked, in which post
 * @param stepId the step it was asked in
 * @param visit which stay of the case there
 */
record WantedClockChange(CaseCommand command, String said, Handler by, String stepId, int visit) {
  private static final String PLACE = "confirmation_request/pause";

  static WantedClockChange of(CaseCommand command, Handler by, CaseNow now) {
    return new WantedClockChange(
        command.saying(null),
        now.stored().key().sealText(PLACE, command.reason()),
        by,
        now.standing().currentVisit().stepId(),
        now.standing().currentVisit().visit());
  }

  /** What of it may be shown to whoever is asked to confirm. */
  Map<String, String> details() {
    Map<String, String> details = new HashMap<>();
    if (command.ground() != null) {
      details.put("ground", command.ground());
    }
    if (command.days() != null) {
      details.put("days", Integer.toString(command.days()));
    }
    return Map.copyOf(details);
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
    return standing.state() == CaseState.IN_PROGRESS
        && standing.currentVisit().stepId().equals(stepId)
        && standing.currentVisit().visit() == visit;
  }
}
