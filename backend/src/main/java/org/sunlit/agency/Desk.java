package org.sunlit.agency;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sunlit.citizen.CitizenDetails;
import org.sunlit.citizen.Citizens;
import org.sunlit.identity.Actor;

/** What an agent sees: who asks for one, who their clients are, and what is due for them. */
@ApplicationScoped
class Desk {
  private final Agencies agencies;
  private final AgencyStore store;
  private final AgencyWork work;
  private final Citizens citizens;

  Desk(Agencies agencies, AgencyStore store, AgencyWork work, Citizens citizens) {
    this.agencies = agencies;
    this.store = store;
    this.work = work;
    this.citizens = citizens;
  }

  /** An agency with who it is for. */
  record Client(Agency agency, CitizenDetails details) {}

  /**
   * An agent's register.
   *
   * @param duties what is to be done for those whose mandate holds today, what is due first
   */
  record Register(List<Client> clients, List<AgencyWork.Duty> duties) {}

  Uni<Register> of(Actor agent) {
    return store
        .ofAgent(agent.accountId())
        .chain(this::clients)
        .chain(
            clients ->
                work.duties(
                        clients.stream()
                            .map(Client::agency)
                            .filter(agency -> agency.mandate().holds(agencies.today()))
                            .map(Agency::id)
                            .toList())
                    .map(duties -> new Register(clients, duties)));
  }

  /** Who waits for an agent, the longest first. */
  Uni<List<Client>> asked() {
    return store.asked(agencies.today()).chain(this::clients);
  }

  Uni<Client> client(Agency agency) {
    return citizens.own(agency.principal()).map(citizen -> new Client(agency, citizen.details()));
  }

  private Uni<List<Client>> clients(List<Agency> all) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(this::client)
        .collect()
        .asList();
  }
}
