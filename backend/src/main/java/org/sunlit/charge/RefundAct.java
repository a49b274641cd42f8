package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ChargedCase;
import org.sunlit.casework.ChargedCases;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Lets money go back once a second person has agreed. */
@ApplicationScoped
class RefundAct implements ConfirmedAct {
  static final String KIND = "refund";

  private final RefundStore store;
  private final RefundDesk desk;
  private final ChargedCases cases;
  private final Clock clock;

  RefundAct(RefundStore store, RefundDesk desk, ChargedCases cases, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission needs() {
    return Permission.CASES_ACT;
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    UUID id = UUID.fromString(new JsonObject(request.payload()).getString("refund"));
    Instant now = clock.instant();
    return cases
        .handled(request.subject(), confirmer)
        .chain(
            one ->
                store
                    .find(id)
                    .map(Optional::orElseThrow)
                    .map(sent -> session -> approve(session, one, sent, confirmer, now)));
  }

  /** Money from the window has gone back with it; the gateway is asked to send the other. */
  private Uni<Void> approve(
      Mutiny.Session session,
      ChargedCase one,
      RefundStore.Sent sent,
      Actor confirmer,
      Instant now) {
    return store
        .approve(session, sent.id(), confirmer.accountId(), now)
        .invoke(RefundAct::mustBeOpen)
        .chain(
            () ->
                sent.orderNumber() == null
                    ? desk.refunded(session, one, sent, confirmer, now)
                    : Uni.createFrom().voidItem());
  }

  private static void mustBeOpen(boolean approved) {
    if (!approved) {
      throw Problem.of(ProblemType.CONFLICT).detail("confirmation.ended");
    }
  }

  @Override
  public Map<String, String> details(ConfirmationRequest request) {
    return Map.of("ground", new JsonObject(request.payload()).getString("ground"));
  }
}
