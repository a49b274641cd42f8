package org.sunlit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

/**
 * What nobody expected. Some of it is known all the same, from the database mostly; the rest is
 * logged with an id, and the reader gets the id and nothing else.
 */
@Singleton
public class Faults {
  private static final Logger LOG = Logger.getLogger(Faults.class);
  private static final String RETRY_SECONDS = "2";

  /** PostgreSQL: character_not_in_repertoire, untranslatable_character. */
  private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");

  /**
   * PostgreSQL: serialization_failure, deadlock_detected, admin_shutdown, crash_shutdown,
   * cannot_connect_now, too_many_connections, lock_not_available.
   */
  private static final Set<String> TRY_AGAIN =
      Set.of("40001", "40P01", "57P01", "57P02", "57P03", "53300", "55P03");

  /** The problem for a failure; an unknown one is logged. */
  public Problem problem(Throwable failure, String where) {
    return known(failure).orElseGet(() -> unknown(failure, where));
  }

  Response answer(Throwable failure, ContainerRequestContext request) {
    String where = request.getMethod() + " " + request.getUriInfo().getPath();
    return Answers.of(problem(failure, where), request);
  }

  private static Optional<Problem> known(Throwable failure) {
    for (Throwable cause : Causes.of(failure)) {
      if (cause instanceof Problem problem) {
        return Optional.of(problem);
      }
      if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
        return Optional.of(Problem.of(ProblemType.STALE_VERSION));
      }
      if (cause instanceof WebApplicationException web
          && web.getResponse().getStatus() == ProblemType.TOO_LARGE.status()) {
        return Optional.of(Problem.of(ProblemType.TOO_LARGE, BodyLimits.LARGEST_TEXT));
      }
      if (isBrokenForm(cause)) {
        return Optional.of(Problem.of(ProblemType.INVALID_REQUEST));
      }
      if (cause instanceof UnauthorizedException
          || cause instanceof AuthenticationFailedException) {
        return Optional.of(Problem.of(ProblemType.UNAUTHENTICATED));
      }
      if (cause instanceof ForbiddenException) {
        return Optional.of(Problem.of(ProblemType.FORBIDDEN));
      }
      if (cause instanceof PgException database) {
        return ofDatabase(database);
      }
      if (cause instanceof ConnectException || isClosedConnection(cause)) {
        LOG.warnf("The database can't be reached: %s", cause.getMessage());
        return Optional.of(unavailable());
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> ofDatabase(PgException failure) {
    if (UNSTORABLE_TEXT.contains(failure.getSqlState())) {
      return Optional.of(Problem.of(ProblemType.INVALID_REQUEST));
    }
    if (TRY_AGAIN.contains(failure.getSqlState())) {
      LOG.warnf("The database wants us to try again: %s", failure.getMessage());
      return Optional.of(unavailable());
    }
    return Optional.empty();
  }

  /** A form whose parts don't end; Quarkus has no class of its own for it. */
  private static boolean isBrokenForm(Throwable cause) {
    return cause instanceof IOException
        && "Connection terminated reading multipart data".equals(cause.getMessage());
  }

  private static boolean isClosedConnection(Throwable cause) {
    return cause instanceof VertxException
        && cause.getMessage() != null
        && cause.getMessage().contains("losed");
  }

  private static Problem unavailable() {
    return Problem.of(ProblemType.UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
  }

  private static Problem unknown(Throwable failure, String where) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(failure, "Fault %s at %s", id, where);
    return Problem.of(ProblemType.INTERNAL, id);
  }
}
