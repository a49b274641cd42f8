package org.sunlit.agency;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.agency.rules.AgentTask;
import org.sunlit.api.OwnAgentsApi;
import org.sunlit.api.model.AgencySignature;
import org.sunlit.api.model.AgencyStop;
import org.sunlit.api.model.AgencyVerdict;
import org.sunlit.api.model.AgentWish;
import org.sunlit.api.model.OwnAgency;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;
import org.sunlit.rating.rules.Satisfaction;

/** The agents of whoever is signed in: asked for, authorised, ended, rated, and what they did. */
class OwnAgentsResource implements OwnAgentsApi {
  private final Agencies agencies;
  private final Mandates mandates;
  private final CurrentActor currentActor;

  OwnAgentsResource(Agencies agencies, Mandates mandates, CurrentActor currentActor) {
    this.agencies = agencies;
    this.mandates = mandates;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<List<OwnAgency>> listOwnAgents() {
    return mandates.given(currentActor.get().accountId());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<OwnAgency> askForAgent(AgentWish wish, String idempotencyKey) {
    return agencies
        .ask(
            new Agencies.Wish(
                wish.getPurpose(),
                wish.getTasks().stream()
                    .map(task -> Coded.of(AgentTask.class, task.toString()))
                    .collect(Collectors.toUnmodifiableSet()),
                wish.getUntil()),
            currentActor.get(),
            idempotencyKey)
        .chain(mandates::given);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<OwnAgency> signAgentMandate(UUID id, AgencySignature signature) {
    return agencies.sign(id, signature.getName(), currentActor.get()).chain(mandates::given);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<OwnAgency> endOwnAgent(UUID id, AgencyStop stop) {
    return agencies.end(id, said(stop.getWhy()), currentActor.get()).chain(mandates::given);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<OwnAgency> rateOwnAgent(UUID id, AgencyVerdict verdict) {
    return agencies
        .rate(
            id,
            Coded.of(Satisfaction.class, verdict.getGrade().toString()),
            said(verdict.getWords()),
            currentActor.get())
        .chain(mandates::given);
  }

  /** Blank is nothing. */
  private static String said(String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }
}
