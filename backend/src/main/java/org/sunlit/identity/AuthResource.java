package org.sunlit.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
  private final CurrentVertxRequest currentRequest;
  private final Attempts attempts;
  private final SignIns signIns;

  AuthResource(
      PasswordSignIn passwordSignIn,
      Directory directory,
      RefreshTokens refreshTokens,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest,
      Attempts attempts,
      SignIns signIns) {
    this.passwordSignIn = passwordSignIn;
    this.directory = directory;
    this.refreshTokens = refreshTokens;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
    this.attempts = attempts;
    this.signIns = signIns;
  }

  @Override
  @PermitAll
  public Uni<Session> login(Credentials credentials) {
    RoutingContext http = currentRequest.getCurrent();
    return attempts
        .attempt(
            AttemptKind.PASSWORD,
            credentials.getAccount(),
            DeviceCookie.origin(http),
            () -> passwordSignIn.signIn(credentials.getAccount(), credentials.getPassword()))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.WRONG_CREDENTIALS)))
        .chain(account -> signIns.proceed(http, account, SignIns.Shown.PASSWORD_ONLY));
  }

  @Override
  @PermitAll
  public Uni<Session> refresh() {
    RoutingContext http = currentRequest.getCurrent();
    return RefreshCookie.get(http)
        .map(refreshTokens::rotate)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(rotated -> rotated.orElseThrow(() -> signedOut(http)))
        .invoke(issued -> signIns.keep(http, issued))
        .chain(
            issued ->
                directory
                    .find(issued.account())
                    .map(account -> account.orElseThrow(() -> signedOut(http)))
                    .chain(account -> signIns.session(account, issued)));
  }

  @Override
  @PermitAll
  public Uni<Void> logout() {
    RoutingContext http = currentRequest.getCurrent();
    return RefreshCookie.get(http)
        .map(refreshTokens::end)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .invoke(() -> RefreshCookie.clear(http));
  }

  @Override
  @Authenticated
  public Uni<Account> getMe() {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    return directory
        .find(actor.accountId())
        .map(account -> account.orElseThrow(() -> signedOut(http)))
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

  private static Problem signedOut(RoutingContext http) {
    RefreshCookie.clear(http);
    return Problem.of(ProblemType.UNAUTHENTICATED);
  }
}
