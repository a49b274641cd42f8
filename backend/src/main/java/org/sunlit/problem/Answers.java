package org.sunlit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Problems as answers of JAX-RS resources. */
final class Answers {
  private Answers() {}

  static Response of(Problem problem, ContainerRequestContext request) {
    return of(problem, request, request.getUriInfo().getRequestUri().getPath());
  }

  static Response of(Problem problem, ContainerRequestContext request, String instance) {
    Language language = Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    Response.ResponseBuilder answer =
        Response.status(problem.type().status())
            .type(ProblemBody.MEDIA_TYPE)
            .language(language.locale())
            .entity(ProblemBody.of(problem, language, instance));
    problem.headers().forEach(answer::header);
    return answer.build();
  }
}
