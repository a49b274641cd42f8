package org.sunlit.identity;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
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

  private static final String COOKIE = "sunlit_refresh";
  private static final String COOKIE_PATH = "/api/v1/auth";

  private final Accounts accounts;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final CurrentActor currentActor;
  private final Clock clock;
  private final RoutingContext http;

  AuthResource(
      Accounts accounts,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      CurrentActor currentActor,
      Clock clock,
      RoutingContext http) {
    this.accounts = accounts;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.currentActor = currentActor;
    this.clock = clock;
    this.http = http;
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
                    .begin(account.account())
                    .invoke(issued -> setCookie(issued.secret(), RefreshTokens.LIFE.toSeconds()))
                    .chain(() -> session(account)));
  }

  @Override
  @PermitAll
  public Uni<Session> refresh() {
    return cookie()
        .map(refreshTokens::rotate)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(rotated -> rotated.orElseThrow(this::signedOut))
        .invoke(issued -> setCookie(issued.secret(), RefreshTokens.LIFE.toSeconds()))
        .chain(issued -> accounts.current(issued.account()))
        .map(account -> account.orElseThrow(this::signedOut))
        .chain(this::session);
  }

  @Override
  @PermitAll
  public Uni<Void> logout() {
    return cookie()
        .map(refreshTokens::end)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .invoke(() -> setCookie("", 0));
  }

  @Override
  @Authenticated
  public Uni<Account> getMe() {
    return accounts
        .current(currentActor.get().accountId())
        .map(account -> account.orElseThrow(this::signedOut))
        .map(AuthResource::shown);
  }

  private Uni<Session> session(StaffAccount account) {
    Instant now = clock.instant();
    return Uni.createFrom()
        .item(() -> accessTokens.issue(account, now))
        .runSubscriptionOn(
            Infrastructure.getDefaultWorkerPool()) // signing is work for the processor
        .map(
            token ->
                new Session()
                    .accessToken(token)
                    .expiresAt(CityTime.offset(now.plus(AccessTokens.LIFE)))
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
        .posts(account.posts().stream().sorted().toList());
  }

  private Optional<String> cookie() {
    return Optional.ofNullable(http.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  private void setCookie(String value, long seconds) {
    http.response()
        .addCookie(
            Cookie.cookie(COOKIE, value)
                .setPath(COOKIE_PATH)
                .setHttpOnly(true)
                .setSecure(http.request().isSSL())
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(seconds));
  }

  private Problem signedOut() {
    setCookie("", 0);
    return Problem.of(ProblemType.UNAUTHENTICATED);
  }
}
