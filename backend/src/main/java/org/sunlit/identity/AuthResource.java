package org.sunlit.identity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sunlit.api.AuthApi;
import org.sunlit.api.model.Account;
import org.sunlit.api.model.ActingFor;
import org.sunlit.api.model.Credentials;
import org.sunlit.api.model.Session;
import org.sunlit.identity.attempt.AttemptKind;
import org.sunlit.identity.attempt.Attempts;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Signing in and staying signed in. */
class AuthResource implements AuthApi {

  private final PasswordSignIn passwordSignIn;
  private final Directory directory;
  private final RefreshTokens refreshTokens;
  private final CurrentActor currentActor;
  private final RefreshCookie cookie;
  private final DeviceCookie deviceCookie;
  private final Attempts attempts;
  private final SignIns signIns;

  AuthResource(
      PasswordSignIn passwordSignIn,
      Directory directory,
      RefreshTokens refreshTokens,
      CurrentActor currentActor,
      RefreshCookie cookie,
      DeviceCookie deviceCookie,
      Attempts attempts,
      SignIns signIns) {
    this.passwordSignIn = passwordSignIn;
    this.directory = directory;
    this.refreshTokens = refreshTokens;
    this.currentActor = currentActor;
    this.cookie = cookie;
    this.deviceCookie = deviceCookie;
    this.attempts = attempts;
    this.signIns = signIns;
  }

  @Override
  @PermitAll
  public Uni<Session> login(Credentials credentials) {
    return attempts
        .attempt(
            AttemptKind.PASSWORD,
            credentials.getAccount(),
            deviceCookie.origin(),
            () -> passwordSignIn.signIn(credentials.getAccount(), credentials.getPassword()))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.WRONG_CREDENTIALS)))
        .chain(account -> signIns.proceed(account, SignIns.Shown.PASSWORD_ONLY));
  }

  @Override
  @PermitAll
  public Uni<Session> refresh() {
    return cookie
        .get()
        .map(refreshTokens::rotate)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(rotated -> rotated.orElseThrow(this::signedOut))
        .invoke(signIns::keep)
        .chain(
            issued ->
                directory
                    .find(issued.account())
                    .map(account -> account.orElseThrow(this::signedOut))
                    .chain(account -> signIns.session(account, issued)));
  }

  @Override
  @PermitAll
  public Uni<Void> logout() {
    return cookie
        .get()
        .map(refreshTokens::end)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .invoke(cookie::clear);
  }

  @Override
  @Authenticated
  public Uni<Account> getMe() {
    Actor actor = currentActor.get();
    return directory
        .find(actor.accountId())
        .map(account -> account.orElseThrow(this::signedOut))
        .map(SignIns::shown)
        .map(
            shown ->
                shown.posts(actor.posts().stream().sorted().toList()).actingFor(actingFor(actor)));
  }

  /** The absent colleagues whose posts they act in now, each once. */
  private static List<ActingFor> actingFor(Actor actor) {
    return actor.heldPosts().stream()
        .filter(held -> held.onBehalfOf() != null)
        .map(
            held ->
                new ActingFor()
                    .account(held.onBehalfOf())
                    .name(Optional.ofNullable(held.onBehalfOfName()).orElse(held.onBehalfOf()))
                    .nameEn(held.onBehalfOfNameEn()))
        .distinct()
        .sorted(Comparator.comparing(ActingFor::getAccount))
        .toList();
  }

  private Problem signedOut() {
    cookie.clear();
    return Problem.of(ProblemType.UNAUTHENTICATED);
  }
}
