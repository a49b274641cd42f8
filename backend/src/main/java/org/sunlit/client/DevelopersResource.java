package org.sunlit.client;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.DevelopersApi;
import org.sunlit.api.model.ClientKeyRequest;
import org.sunlit.api.model.ClientRegistration;
import org.sunlit.api.model.ClientUsage;
import org.sunlit.api.model.IssuedClientKey;
import org.sunlit.identity.CurrentActor;
import org.sunlit.platform.CityTime;

/** A developer's own third-party applications. */
@Authenticated
class DevelopersResource implements DevelopersApi {
  private static final int USUAL_DAYS = 365;

  private final Clients clients;
  private final ClientStore store;
  private final CurrentActor currentActor;
  private final Clock clock;
  private final CurrentVertxRequest currentRequest;

  DevelopersResource(
      Clients clients,
      ClientStore store,
      CurrentActor currentActor,
      Clock clock,
      CurrentVertxRequest currentRequest) {
    this.clients = clients;
    this.store = store;
    this.currentActor = currentActor;
    this.clock = clock;
    this.currentRequest = currentRequest;
  }

  @Override
  @Authenticated
  public Uni<List<org.sunlit.api.model.Client>> listOwnClients() {
    return store
        .of(currentActor.get().accountId(), clock.instant())
        .map(found -> found.stream().map(this::shown).toList());
  }

  @Override
  @Authenticated
  public Uni<org.sunlit.api.model.Client> registerClient(
      ClientRegistration wanted, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    var registration =
        new Clients.Wanted(
            wanted.getName(),
            wanted.getPurpose(),
            wanted.getContactName(),
            wanted.getContact(),
            ClientShapes.scopes(wanted.getScopes()));
    return clients
        .register(registration, currentActor.get(), idempotencyKey)
        .invoke(
            client ->
                http.response()
                    .putHeader(HttpHeaders.LOCATION, "/api/v1/developer/clients/" + client.id()))
        .map(this::shown);
  }

  @Override
  @Authenticated
  public Uni<org.sunlit.api.model.Client> getOwnClient(UUID clientId) {
    return clients.own(clientId, currentActor.get()).map(this::shown);
  }

  @Override
  @Authenticated
  public Uni<IssuedClientKey> issueClientKey(
      UUID clientId, ClientKeyRequest wanted, String idempotencyKey) {
    int days = wanted.getValidDays() == null ? USUAL_DAYS : wanted.getValidDays();
    return clients
        .issue(clientId, days, currentActor.get(), idempotencyKey)
        .map(
            issued ->
                new IssuedClientKey()
                    .id(issued.id())
                    .key(issued.secret())
                    .createdAt(CityTime.offset(issued.createdAt()))
                    .expiresAt(CityTime.offset(issued.expiresAt())));
  }

  @Override
  @Authenticated
  public Uni<Void> revokeClientKey(UUID clientId, UUID keyId) {
    return clients.revoke(clientId, keyId, currentActor.get());
  }

  @Override
  @Authenticated
  public Uni<List<ClientUsage>> getOwnClientUsage(UUID clientId, LocalDate from, LocalDate to) {
    var days = ClientShapes.Days.of(from, to, clock);
    return clients
        .own(clientId, currentActor.get())
        .chain(own -> store.usage(clientId, days.from(), days.to()))
        .map(ClientShapes::shown);
  }

  private org.sunlit.api.model.Client shown(Client client) {
    return ClientShapes.shown(client, clock.instant());
  }
}
