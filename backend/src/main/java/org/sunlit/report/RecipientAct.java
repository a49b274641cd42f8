package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.identity.Actor;

/** Lets an investigator read reports once a second one has compared the fingerprint and agreed. */
@ApplicationScoped
class RecipientAct extends RecipientChange {
  static final String KIND = "report-recipient";

  private final Recipients recipients;

  RecipientAct(Recipients recipients) {
    this.recipients = recipients;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    byte[] publicKey =
        Base64.getDecoder().decode(new JsonObject(request.payload()).getString("publicKey"));
    return Uni.createFrom()
        .item(
            session ->
                recipients.add(session, request.subject(), publicKey, confirmer.accountId()));
  }
}
