package org.sunlit.casework;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.sunlit.edge.Address;
import org.sunlit.platform.EarlyRoute;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.problem.RoutedProblems;

/**
 * The short way for the request everybody sends: two short strings, and bytes that lie ready.
 * Nothing stands between them and the socket. Whatever isn't exactly that request goes on to {@link
 * TrackingResource}, which knows what to say to every other.
 */
@ApplicationScoped
class TrackingRoute {
  private static final Logger LOG = Logger.getLogger(TrackingRoute.class);
  private static final String PATH = "/api/v1/tracking";
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence UTF_8_JSON =
      HttpHeaders.createOptimized("application/json;charset=UTF-8");
  private static final int LONGEST_BODY = 512;
  private static final int LONGEST_FIELD = 40;
  private static final JsonFactory JSON_FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private record Asked(String caseNumber, String trackingCode) {}

  private final GuardedTracking tracking;

  TrackingRoute(GuardedTracking tracking) {
    this.tracking = tracking;
  }

  void register(@Observes Router router) {
    router.post(PATH).order(EarlyRoute.ORDER).handler(this::take);
  }

  private void take(RoutingContext http) {
    if (!usual(http)) {
      http.next();
      return;
    }
    http.request()
        .body()
        .onSuccess(body -> read(http, body))
        .onFailure(broken -> LOG.debug("A request ended before its body", broken));
    // Quarkus holds a body back until somebody wants it.
    http.request().resume();
  }

  /**
   * A short JSON body with a known length, for an answer in JSON; from nobody in particular, for a
   * third-party application's calls are counted.
   */
  private static boolean usual(RoutingContext http) {
    String type = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
    String length = http.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    String accept = http.request().getHeader(HttpHeaders.ACCEPT);
    return type != null
        && (type.contentEquals(JSON) || type.equalsIgnoreCase("application/json; charset=utf-8"))
        && length != null
        && length.length() <= 3
        && !http.request().headers().contains(HttpHeaders.AUTHORIZATION)
        && (accept == null || accept.contains("*/*") || accept.contains(JSON));
  }

  private void read(RoutingContext http, Buffer body) {
    Optional<Asked> asked = body.length() > LONGEST_BODY ? Optional.empty() : asked(body);
    if (asked.isEmpty()) {
      http.setBody(body);
      http.next();
      return;
    }
    tracking
        .find(Address.of(http.request()), asked.get().caseNumber(), asked.get().trackingCode())
        .subscribe()
        .with(found -> answer(http, found), failure -> failed(http, failure));
  }

  /** The two fields and nothing else; empty for everything that needs a closer look. */
  private static Optional<Asked> asked(Buffer body) {
    String caseNumber = null;
    String trackingCode = null;
    try (JsonParser json = JSON_FACTORY.createParser(body.getBytes())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        String value = json.nextTextValue();
        if (value == null || value.isEmpty() || value.length() > LONGEST_FIELD) {
          return Optional.empty();
        }
        if (value.indexOf('\0') >= 0) {
          return Optional.empty();
        }
        switch (field) {
          case "caseNumber" -> caseNumber = value;
          case "trackingCode" -> trackingCode = value;
          default -> {
            return Optional.empty();
          }
        }
      }
      boolean whole =
          json.currentToken() == JsonToken.END_OBJECT
              && json.nextToken() == null
              && caseNumber != null
              && trackingCode != null;
      return whole ? Optional.of(new Asked(caseNumber, trackingCode)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static void answer(RoutingContext http, Optional<PrebuiltTrackedCase> found) {
    if (found.isEmpty()) {
      refuse(http, Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found"));
      return;
    }
    EarlyRoute.somebodys(http)
        .putHeader(HttpHeaders.CONTENT_TYPE, UTF_8_JSON)
        .end(Buffer.buffer(found.get().json()));
  }

  private static void failed(RoutingContext http, Throwable failure) {
    if (failure instanceof Problem problem) {
      refuse(http, problem);
      return;
    }
    LOG.warn("A case could not be looked up", failure);
    refuse(http, Problem.of(ProblemType.UNAVAILABLE));
  }

  private static void refuse(RoutingContext http, Problem problem) {
    EarlyRoute.somebodys(http);
    RoutedProblems.send(http, problem);
  }
}
