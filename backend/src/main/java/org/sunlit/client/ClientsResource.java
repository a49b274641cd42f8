package org.sunlit.client;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.ClientsApi;
import org.sunlit.api.model.ClientDecision;
import org.sunlit.api.model.ClientUsage;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;

/** All third-party applications, for whoever admits them. */
class ClientsResource implements ClientsApi {
  private final Clients clients;
  private final ClientStore store;
  private final Clock clock;

  ClientsResource(Clients clients, ClientStore store, Clock clock) {
    this.clients = clients;
    this.store = store;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLIENTS_MANAGE)
  public Uni<List<org.sunlit.api.model.Client>> listClients() {
    return store.all(clock.instant()).map(found -> found.stream().map(this::shown).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLIENTS_MANAGE)
  public Uni<org.sunlit.api.model.Client> changeClient(
      UUID clientId, ClientDecision wanted, String ifMatch) {
    var decision =
        new Clients.Decision(
            ClientShapes.scopes(wanted.getScopes()),
            wanted.getPerMinute(),
            wanted.getPerDay(),
            wanted.getSuspended());
    return clients.change(clientId, EntityVersions.seen(ifMatch), decision).map(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CLIENTS_MANAGE)
  public Uni<List<ClientUsage>> getClientUsage(UUID clientId, LocalDate from, LocalDate to) {
    var days = ClientShapes.Days.of(from, to, clock);
    return clients
        .found(clientId)
        .chain(client -> store.usage(clientId, days.from(), days.to()))
        .map(ClientShapes::shown);
  }

  private org.sunlit.api.model.Client shown(Client client) {
    return ClientShapes.shown(client, clock.instant());
  }
}
