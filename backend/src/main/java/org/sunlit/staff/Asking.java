package org.sunlit.staff;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Scope;
import org.sunlit.platform.EntityVersions;
import org.sunlit.problem.Language;

/** Who asks, how far they reach, in which language, and when. */
@RequestScoped
class Asking {
  private final CurrentActor actor;
  private final CurrentVertxRequest request;
  private final Clock clock;

  Asking(CurrentActor actor, CurrentVertxRequest request, Clock clock) {
    this.actor = actor;
    this.request = request;
    this.clock = clock;
  }

  Actor who() {
    return actor.get();
  }

  Scope scope() {
    return Scope.of(actor.get());
  }

  Instant now() {
    return clock.instant();
  }

  Language language() {
    return Language.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** Tells the version to send back. */
  void tell(int version) {
    request.getCurrent().response().putHeader(HttpHeaders.ETAG, EntityVersions.tag(version));
  }
}
