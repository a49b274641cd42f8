package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.identity.Actor;

/** Lets somebody read reports no more once a second investigator has agreed. */
@ApplicationScoped
class RecipientRemovalAct extends RecipientChange {
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
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    UUID recipient = UUID.fromString(new JsonObject(request.payload()).getString("recipient"));
    return Uni.createFrom().item(session -> recipients.remove(session, recipient));
  }
}
