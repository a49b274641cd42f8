package org.sunlit.agency;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
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
  private final AgencyStore store;
  private final AgencyWork work;
  private final CurrentActor currentActor;

  OwnAgentsResource(
      Agencies agencies, AgencyStore store, AgencyWork work, CurrentActor currentActor) {
    this.agencies = agencies;
    this.store = store;
    this.work = work;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<List<OwnAgency>> listOwnAgents() {
    return store
        .ofPrincipal(currentActor.get().accountId())
        .chain(
            all ->
                Multi.createFrom()
                    .iterable(all)
                    .onItem()
                    .transformToUniAndConcatenate(this::shown)
                    .collect()
                    .asList());
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
        .chain(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<OwnAgency> signAgentMandate(UUID id, AgencySignature signature) {
    return agencies.sign(id, signature.getName(), currentActor.get()).chain(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<OwnAgency> endOwnAgent(UUID id, AgencyStop stop) {
    return agencies.end(id, said(stop.getWhy()), currentActor.get()).chain(this::shown);
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
        .chain(this::shown);
  }

  private Uni<OwnAgency> shown(Agency agency) {
    return agencies
        .letter(agency)
        .chain(
            letter ->
                work.acts(agency.id())
                    .map(acts -> new Shapes(agencies.today()).own(agency, letter, acts)));
  }

  /** Blank is nothing. */
  private static String said(String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }
}
