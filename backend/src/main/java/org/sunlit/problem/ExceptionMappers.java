package org.sunlit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Everything a resource can throw, answered as a problem detail. */
class ExceptionMappers {
  private final Faults faults;

  ExceptionMappers(Faults faults) {
    this.faults = faults;
  }

  @ServerExceptionMapper
  Response problem(Problem problem, ContainerRequestContext request) {
    return Answers.of(problem, request);
  }

  @ServerExceptionMapper
  Response violation(
      ResteasyReactiveViolationException failure,
      ContainerRequestContext request,
      ResourceInfo resource) {
    return ViolationProblems.of(failure.getConstraintViolations(), resource.getResourceMethod())
        .map(problem -> Answers.of(problem, request))
        .orElseGet(() -> faults.answer(failure, request));
  }

  @ServerExceptionMapper
  Response mismatch(MismatchedInputException failure, ContainerRequestContext request) {
    return Answers.of(JsonProblems.of(failure), request);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(SecurityException failure, ContainerRequestContext request) {
    return Answers.of(
        Problem.of(ProblemType.UNAUTHENTICATED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
        request);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException failure, ContainerRequestContext request) {
    return Answers.of(Problem.of(ProblemType.FORBIDDEN), request);
  }

  @ServerExceptionMapper
  Response web(
      WebApplicationException failure, ContainerRequestContext request, ResourceInfo resource) {
    JsonProcessingException json = JsonProblems.behind(failure);
    if (json != null) {
      return Answers.of(JsonProblems.of(json), request);
    }
    if (failure.getResponse().getStatus() < 400) {
      // Such as 304: no problem, and no way to say it but this where the contract's method
      // returns a document.
      return failure.getResponse();
    }
    return switch (failure.getResponse().getStatus()) {
      case 400 ->
          Answers.of(unreadableParameters(ProblemType.INVALID_REQUEST, request, resource), request);
      case 401 -> Answers.of(Problem.of(ProblemType.UNAUTHENTICATED), request);
      case 403 -> Answers.of(Problem.of(ProblemType.FORBIDDEN), request);
      case 404 ->
          Answers.of(unreadableParameters(ProblemType.NOT_FOUND, request, resource), request);
      case 405 -> Answers.of(notAllowed(failure), request);
      case 406 -> Answers.of(Problem.of(ProblemType.NOT_ACCEPTABLE), request);
      case 413 -> Answers.of(Problem.of(ProblemType.TOO_LARGE, BodyLimits.LARGEST_TEXT), request);
      case 415 -> Answers.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE), request);
      case 422 -> Answers.of(Problem.of(ProblemType.UNPROCESSABLE), request);
      default -> faults.answer(failure, request);
    };
  }

  @ServerExceptionMapper
  Response anything(Throwable failure, ContainerRequestContext request) {
    return faults.answer(failure, request);
  }

  private static Problem notAllowed(WebApplicationException failure) {
    Set<String> methods =
        failure instanceof NotAllowedException
            ? failure.getResponse().getAllowedMethods()
            : Set.of();
    String allowed = methods.stream().sorted().collect(Collectors.joining(", "));
    return Problem.of(ProblemType.METHOD_NOT_ALLOWED, allowed).header(HttpHeaders.ALLOW, allowed);
  }

  /**
   * A query parameter that can't be read counts as "not found" for JAX-RS. Whoever sent it wants to
   * know which one it was.
   */
  private static Problem unreadableParameters(
      ProblemType otherwise, ContainerRequestContext request, ResourceInfo resource) {
    if (resource == null || resource.getResourceMethod() == null) {
      return Problem.of(otherwise);
    }
    List<FieldProblem> errors = new ArrayList<>();
    for (Parameters.Declared parameter : Parameters.of(resource.getResourceMethod())) {
      String text =
          switch (parameter.place()) {
            case QUERY -> request.getUriInfo().getQueryParameters().getFirst(parameter.name());
            case HEADER -> request.getHeaderString(parameter.name());
            case FORM -> formText(request, parameter.name());
            case PATH, COOKIE, BODY -> null;
          };
      if (text != null) {
        wrong(parameter, text).ifPresent(errors::add);
      }
    }
    return errors.isEmpty()
        ? Problem.of(otherwise)
        : Problem.of(ProblemType.INVALID_REQUEST).with(errors);
  }

  private static Optional<FieldProblem> wrong(Parameters.Declared parameter, String text) {
    int index = Characters.firstForbidden(text);
    if (index != Characters.NONE) {
      return Optional.of(
          new FieldProblem(parameter.name(), "field.forbidden-character", List.of(index + 1)));
    }
    return Parameters.reads(text, parameter.type())
        ? Optional.empty()
        : Optional.of(ValueKinds.expected(parameter.name(), parameter.type()));
  }

  /** What a field of the form says; null when it is a file, or there is none. */
  private static String formText(ContainerRequestContext request, String name) {
    if (request instanceof ResteasyReactiveContainerRequestContext reactive
        && reactive.getServerRequestContext() instanceof ResteasyReactiveRequestContext server
        && server.getFormData() != null) {
      FormValue value = server.getFormData().getFirst(name);
      return value == null || value.isFileItem() ? null : value.getValue();
    }
    return null;
  }
}
