package org.sunlit.agency;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.api.AgenciesApi;
import org.sunlit.api.model.AgentRating;
import org.sunlit.api.model.CaseAgent;
import org.sunlit.casework.ClientCases;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/**
 * What others may know of agents: those who handle a case who acts in it, supervisors how they
 * serve.
 */
class AgenciesResource implements AgenciesApi {
  private final Agencies agencies;
  private final AgencyStore store;
  private final AgencyWork work;
  private final ClientCases cases;
  private final CurrentActor currentActor;

  AgenciesResource(
      Agencies agencies,
      AgencyStore store,
      AgencyWork work,
      ClientCases cases,
      CurrentActor currentActor) {
    this.agencies = agencies;
    this.store = store;
    this.work = work;
    this.cases = cases;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<CaseAgent> getCaseAgent(String caseNumber) {
    Shapes shapes = new Shapes(agencies.today());
    return cases
        .readable(caseNumber, currentActor.get())
        .chain(work::agentOf)
        .map(found -> found.map(shapes::caseAgent).orElse(null));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
  public Uni<List<AgentRating>> listAgentRatings() {
    return store.rated().map(all -> all.stream().map(Shapes::agentRating).toList());
  }
}
