package org.sunlit.agency;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.AgentDeskApi;
import org.sunlit.api.model.AgentClient;
import org.sunlit.api.model.AgentDesk;
import org.sunlit.api.model.AgentRequest;
import org.sunlit.api.model.ClientApplication;
import org.sunlit.api.model.ClientBooking;
import org.sunlit.api.model.ClientCase;
import org.sunlit.api.model.ClientFiling;
import org.sunlit.api.model.ClientSupplement;
import org.sunlit.api.model.LayingDown;
import org.sunlit.api.model.MandatesCopy;
import org.sunlit.api.model.OwnBooking;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What agents do: take requests on, apply, supplement, book and collect for their clients. */
class AgentDeskResource implements AgentDeskApi {
  private final Agencies agencies;
  private final Desk desk;
  private final Errands errands;
  private final Mandates mandates;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;
  private final Clock clock;

  AgentDeskResource(
      Agencies agencies,
      Desk desk,
      Errands errands,
      Mandates mandates,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest,
      Clock clock) {
    this.mandates = mandates;
    this.currentRequest = currentRequest;
    this.clock = clock;
    this.agencies = agencies;
    this.desk = desk;
    this.errands = errands;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<List<AgentRequest>> listAgentRequests() {
    return desk.asked().map(all -> all.stream().map(shapes()::request).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<AgentClient> takeAgentRequest(UUID id) {
    return agencies.take(id, currentActor.get()).chain(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<AgentDesk> getAgentDesk() {
    return desk.of(currentActor.get()).map(shapes()::desk);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<MandatesCopy> exportMandates() {
    RoutingContext http = currentRequest.getCurrent();
    Actor agent = currentActor.get();
    return mandates
        .taken(agent)
        .map(
            taken ->
                new MandatesCopy()
                    .copiedAt(CityTime.offset(clock.instant()))
                    .name(agent.displayName())
                    .nameEn(agent.displayNameEn())
                    .mandates(taken))
        .invoke(() -> http.response().putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store"));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<AgentClient> layDownMandate(UUID id, LayingDown down) {
    if (down.getWhy().isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/why", "field.not-blank");
    }
    return agencies.layDown(id, down.getWhy().strip(), currentActor.get()).chain(this::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<ClientFiling> applyForClient(
      UUID id, ClientApplication application, String idempotencyKey) {
    return errands
        .apply(id, application, worker(), idempotencyKey)
        .map(number -> new ClientFiling().caseNumber(number));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<ClientCase> getClientCase(UUID id, String caseNumber) {
    return errands.show(id, caseNumber, worker()).map(Shapes::clientCase);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<ClientCase> supplementForClient(
      UUID id, String caseNumber, ClientSupplement supplement, String idempotencyKey) {
    return errands
        .supplement(id, caseNumber, supplement, worker(), idempotencyKey)
        .map(Shapes::clientCase);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<ClientCase> collectForClient(UUID id, String caseNumber) {
    return errands.collect(id, caseNumber, worker()).map(Shapes::clientCase);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.AGENTS_SERVE)
  public Uni<ClientBooking> bookForClient(UUID id, OwnBooking booking, String idempotencyKey) {
    return errands
        .book(id, booking, worker(), idempotencyKey)
        .map(number -> new ClientBooking().number(number));
  }

  private Uni<AgentClient> shown(Agency agency) {
    return desk.client(agency).map(shapes()::client);
  }

  private Shapes shapes() {
    return new Shapes(agencies.today());
  }

  private Errands.Worker worker() {
    return new Errands.Worker(currentActor.get(), currentActor.sessionOrNull());
  }
}
