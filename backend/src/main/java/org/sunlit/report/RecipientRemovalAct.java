package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;

/** Lets somebody read reports no more once a second investigator has agreed. */
@ApplicationScoped
class RecipientRemovalAct implements ConfirmedAct {
  static final String KIND = "report-recipient-removal";

  private final Recipients recipients;

  RecipientRemovalAct(Recipients recipients) {
    this.recipients = recipients;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission needs() {
    return Permission.REPORTS_HANDLE;
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    UUID recipient = UUID.fromString(new JsonObject(request.payload()).getString("recipient"));
    return Uni.createFrom().item(session -> recipients.remove(session, recipient));
  }

  @Override
  public Map<String, String> details(ConfirmationRequest request) {
    return Map.of("fingerprint", Recipients.fingerprint(request));
  }
}
