package org.sunlit.staff;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.staff.rules.Scope;

/** Who asks, how far they reach, in which language, and when. */
@RequestScoped
class Asking {
  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");

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
    request.getCurrent().response().putHeader(HttpHeaders.ETAG, "\"" + version + "\"");
  }

  /** The version seen, from If-Match. */
  static int version(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(ProblemType.PRECONDITION_REQUIRED);
    }
    Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    return Integer.parseInt(tag.group(1));
  }
}
