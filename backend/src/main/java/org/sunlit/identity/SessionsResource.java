package org.sunlit.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.SessionsApi;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** One's own sessions. */
class SessionsResource implements SessionsApi {

  private final Sessions sessions;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  SessionsResource(
      Sessions sessions, CurrentActor currentActor, CurrentVertxRequest currentRequest) {
    this.sessions = sessions;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @Authenticated
  public Uni<List<org.sunlit.api.model.OwnSession>> listSessions() {
    UUID current = currentActor.session();
    return sessions
        .of(currentActor.get().accountId())
        .map(own -> own.stream().map(session -> shown(session, current)).toList());
  }

  @Override
  @Authenticated
  public Uni<Void> endSession(UUID id) {
    RoutingContext http = currentRequest.getCurrent();
    UUID current = currentActor.session();
    return sessions
        .end(currentActor.get().accountId(), id)
        .invoke(
            ended -> {
              if (!ended) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              if (id.equals(current)) {
                RefreshCookie.clear(http);
              }
            })
        .replaceWithVoid();
  }

  @Override
  @Authenticated
  public Uni<Void> endSessions() {
    RoutingContext http = currentRequest.getCurrent();
    return sessions.endAll(currentActor.get().accountId()).invoke(() -> RefreshCookie.clear(http));
  }

  private static org.sunlit.api.model.OwnSession shown(OwnSession session, UUID current) {
    return new org.sunlit.api.model.OwnSession()
        .id(session.id())
        .device(
            new org.sunlit.api.model.Device()
                .browser(session.device().browser())
                .system(session.device().system()))
        .begunAt(CityTime.offset(session.begunAt()))
        .lastUsedAt(CityTime.offset(session.lastUsedAt()))
        .expiresAt(CityTime.offset(session.expiresAt()))
        .current(session.id().equals(current));
  }
}
