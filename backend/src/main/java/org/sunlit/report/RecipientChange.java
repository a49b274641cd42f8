package org.sunlit.report;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Permission;

/** A change of who can read reports: another investigator compares the fingerprint and agrees. */
abstract class RecipientChange implements ConfirmedAct {
  private static final String FINGERPRINT = "fingerprint";

  /** What is asked for, with the fingerprint of whose key it is. */
  static JsonObject asked(String fingerprint) {
    return new JsonObject().put(FINGERPRINT, fingerprint);
  }

  static String fingerprint(ConfirmationRequest request) {
    return new JsonObject(request.payload()).getString(FINGERPRINT);
  }

  @Override
  public Permission needs() {
    return Permission.REPORTS_HANDLE;
  }

  @Override
  public Map<String, String> details(ConfirmationRequest request) {
    return Map.of(FINGERPRINT, fingerprint(request));
  }
}
