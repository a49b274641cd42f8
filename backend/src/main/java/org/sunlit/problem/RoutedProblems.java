package org.sunlit.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/** Problems for plain Vert.x routes, which no exception mapper sees. */
public final class RoutedProblems {

  private RoutedProblems() {}

  /** Answers with the problem in the reader's language and ends the request. */
  public static void send(RoutingContext http, Problem problem) {
    Language language = Language.of(http.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    var response = http.response().setStatusCode(problem.type().status());
    problem.headers().forEach(response::putHeader);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
        .end(Json.encodeToBuffer(ProblemBody.of(problem, language, http.request().path())));
  }
}
