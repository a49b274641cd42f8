package org.sunlit.identity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sunlit.api.AuthApi;
import org.sunlit.api.model.Account;
import org.sunlit.api.model.Credentials;
import org.sunlit.api.model.Session;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Signing in and staying signed in. */
class AuthResource implements AuthApi {

  private final Accounts accounts;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final CurrentActor currentActor;
  private final RefreshCookie cookie;
  private final Clock clock;
  private final HttpServerRequest request;

  AuthResource(
      Accounts accounts,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      CurrentActor currentActor,
      RefreshCookie cookie,
      Clock clock,
      HttpServerRequest request) {
    this.accounts = accounts;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.currentActor = currentActor;
    this.cookie = cookie;
    this.clock = clock;
    this.request = request;
  }

  @Override
  @PermitAll
  public Uni<Session> login(Credentials credentials) {
    return accounts
        .signIn(credentials.getAccount(), credentials.getPassword())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.WRONG_CREDENTIALS)))
        .chain(
            account ->
                refreshTokens
                    .begin(account.account(), Device.of(request.getHeader(HttpHeaders.USER_AGENT)))
                    .invoke(this::keep)
                    .chain(issued -> session(account, issued)));
  }

  @Override
  @PermitAll
  public Uni<Session> refresh() {
    return cookie
        .get()
        .map(refreshTokens::rotate)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(rotated -> rotated.orElseThrow(this::signedOut))
        .invoke(this::keep)
        .chain(
            issued ->
                accounts
                    .current(issued.account())
                    .map(account -> account.orElseThrow(this::signedOut))
                    .chain(account -> session(account, issued)));
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
    return accounts
        .current(currentActor.get().accountId())
        .map(account -> account.orElseThrow(this::signedOut))
        .map(AuthResource::shown);
  }

  private Uni<Session> session(StaffAccount account, RefreshTokens.Issued issued) {
    Instant now = clock.instant();
    Instant full = now.plus(AccessTokens.LIFE);
    Instant expiresAt = full.isBefore(issued.expiresAt()) ? full : issued.expiresAt();
    return Uni.createFrom()
        .item(() -> accessTokens.issue(account.account(), issued.session(), now, expiresAt))
        .runSubscriptionOn(
            Infrastructure.getDefaultWorkerPool()) // signing is work for the processor
        .map(
            token ->
                new Session()
                    .accessToken(token)
                    .expiresAt(CityTime.offset(expiresAt))
                    .account(shown(account)));
  }

  private static Account shown(StaffAccount account) {
    return new Account()
        .account(account.account())
        .name(account.name())
        .nameEn(account.nameEn())
        .title(account.title())
        .departmentCode(account.departmentCode())
        .regionCode(account.regionCode())
        .roles(
            account.roles().stream()
                .sorted()
                .map(role -> org.sunlit.api.model.Role.fromValue(role.code()))
                .toList())
        .posts(account.posts().stream().sorted().toList())
        .permissions(Rights.of(account.roles()).stream().map(Permission::code).sorted().toList());
  }

  private void keep(RefreshTokens.Issued issued) {
    cookie.set(issued.secret(), Duration.between(clock.instant(), issued.expiresAt()).toSeconds());
  }

  private Problem signedOut() {
    cookie.clear();
    return Problem.of(ProblemType.UNAUTHENTICATED);
  }
}
