package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
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
  private final DeviceCookie deviceCookie;

  OwnPassword(PasswordSignIn passwordSignIn, Attempts attempts, DeviceCookie deviceCookie) {
    this.passwordSignIn = passwordSignIn;
    this.attempts = attempts;
    this.deviceCookie = deviceCookie;
  }

  /** Does the work if the password is right; 422 at {@code /password} otherwise. */
  <T> Uni<T> then(Actor actor, String password, Supplier<Uni<T>> work) {
    return attempts
        .attempt(
            AttemptKind.PASSWORD,
            actor.accountId(),
            deviceCookie.origin(),
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
