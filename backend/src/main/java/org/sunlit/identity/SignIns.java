package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sunlit.api.model.Account;
import org.sunlit.api.model.Session;
import org.sunlit.identity.attempt.KnownDevices;
import org.sunlit.identity.factor.Challenges;
import org.sunlit.identity.factor.Challenges.Purpose;
import org.sunlit.identity.factor.FactorState;
import org.sunlit.identity.factor.Factors;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Workers;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * The way from a password that was right to a session: whatever still has to be done, in order. The
 * request is the caller's, taken before it waited for anything.
 */
@ApplicationScoped
class SignIns {

  /** What somebody has shown besides the password. */
  enum Shown {
    PASSWORD_ONLY,
    SECOND_FACTOR
  }

  private final Factors factors;
  private final Challenges challenges;
  private final SecondFactorPolicy policy;
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;
  private final KnownDevices devices;
  private final SessionLimits limits;
  private final Clock clock;

  SignIns(
      Factors factors,
      Challenges challenges,
      SecondFactorPolicy policy,
      RefreshTokens refreshTokens,
      AccessTokens accessTokens,
      KnownDevices devices,
      SessionLimits limits,
      Clock clock) {
    this.factors = factors;
    this.challenges = challenges;
    this.policy = policy;
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
    this.devices = devices;
    this.limits = limits;
    this.clock = clock;
  }

  /** A session, or the problem that says what comes next. */
  Uni<Session> proceed(RoutingContext http, StaffAccount account, Shown shown) {
    return factors
        .of(account.account())
        .chain(
            state -> {
              boolean proven = shown == Shown.SECOND_FACTOR;
              if (!proven && state.hasFactor()) {
                return next(
                    ProblemType.SECOND_FACTOR_REQUIRED,
                    Purpose.SECOND_FACTOR,
                    account,
                    shown,
                    state);
              }
              if (state.mustChangePassword()) {
                return next(
                    ProblemType.PASSWORD_CHANGE_REQUIRED,
                    Purpose.NEW_PASSWORD,
                    account,
                    shown,
                    state);
              }
              if (!proven && policy.requires(account.roles())) {
                return next(
                    ProblemType.SECOND_FACTOR_ENROLMENT_REQUIRED,
                    Purpose.ENROLMENT,
                    account,
                    shown,
                    state);
              }
              return enter(http, account);
            });
  }

  /** A session for somebody who has shown everything; one that this browser still had ends. */
  Uni<Session> enter(RoutingContext http, StaffAccount account) {
    return endOlder(http)
        .chain(() -> devices.remember(account.account(), DeviceCookie.origin(http)))
        .invoke(secret -> DeviceCookie.set(http, secret))
        .invoke(() -> StaffDevice.seen(http, account.roles()))
        .chain(
            () ->
                refreshTokens.begin(
                    account.account(), Device.of(http.request().getHeader(HttpHeaders.USER_AGENT))))
        .invoke(issued -> keep(http, issued))
        .chain(issued -> session(account, issued));
  }

  /** The session with a new access token. */
  Uni<Session> session(StaffAccount account, RefreshTokens.Issued issued) {
    Instant now = clock.instant();
    Instant full = now.plus(AccessTokens.LIFE);
    Instant expiresAt = full.isBefore(issued.expiresAt()) ? full : issued.expiresAt();
    return Workers.call( // signing is work for the processor
            () -> accessTokens.issue(account.account(), issued.session(), now, expiresAt))
        .map(
            token ->
                new Session()
                    .accessToken(token)
                    .expiresAt(CityTime.offset(expiresAt))
                    .idleSeconds((int) limits.idle().toSeconds())
                    .account(shown(account)));
  }

  void keep(RoutingContext http, RefreshTokens.Issued issued) {
    RefreshCookie.set(
        http, issued.secret(), Duration.between(clock.instant(), issued.expiresAt()).toSeconds());
  }

  private Uni<Void> endOlder(RoutingContext http) {
    return RefreshCookie.get(http)
        .map(refreshTokens::end)
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Session> next(
      ProblemType type, Purpose purpose, StaffAccount account, Shown shown, FactorState state) {
    return challenges
        .begin(purpose, account.account(), shown.name())
        .chain(
            begun ->
                Uni.createFrom()
                    .failure(
                        Problem.of(type)
                            .member(
                                "signIn",
                                Map.of(
                                    "challenge",
                                    begun.token(),
                                    "expiresAt",
                                    CityTime.offset(begun.expiresAt()).toString(),
                                    "methods",
                                    methods(type, state)))));
  }

  private static List<String> methods(ProblemType type, FactorState state) {
    List<String> methods = new ArrayList<>();
    if (type == ProblemType.SECOND_FACTOR_REQUIRED) {
      if (state.hasAuthenticator()) {
        methods.add("code");
      }
      if (state.recoveryCodesLeft() > 0) {
        methods.add("recoveryCode");
      }
      if (state.passkeys() > 0) {
        methods.add("passkey");
      }
    }
    return methods;
  }

  static Account shown(StaffAccount account) {
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
}
