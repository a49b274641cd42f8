package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.sunlit.identity.attempt.AttemptKind;
import org.sunlit.identity.attempt.Attempts;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Asks whoever is signed in for the password once more: a screen left open must not be enough to
 * take an account over.
 */
@ApplicationScoped
class OwnPassword {
  private final PasswordSignIn passwordSignIn;
  private final Attempts attempts;

  OwnPassword(PasswordSignIn passwordSignIn, Attempts attempts) {
    this.passwordSignIn = passwordSignIn;
    this.attempts = attempts;
  }

  /** Does the work if the password is right; 422 at {@code /password} otherwise. */
  <T> Uni<T> then(RoutingContext http, Actor actor, String password, Supplier<Uni<T>> work) {
    return attempts
        .attempt(
            AttemptKind.PASSWORD,
            actor.accountId(),
            DeviceCookie.origin(http),
            () -> passwordSignIn.signIn(actor.accountId(), password))
        .chain(
            found -> {
              if (found.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/password", "field.password-wrong");
              }
              return work.get();
            });
  }
}
