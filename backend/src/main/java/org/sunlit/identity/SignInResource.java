package org.sunlit.identity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.sunlit.api.SignInApi;
import org.sunlit.api.model.AuthenticatorEnrolment;
import org.sunlit.api.model.ChallengeStep;
import org.sunlit.api.model.CodeStep;
import org.sunlit.api.model.EnrolledSession;
import org.sunlit.api.model.NewPasswordStep;
import org.sunlit.api.model.PasswordReset;
import org.sunlit.api.model.Session;
import org.sunlit.api.model.SignInOptions;
import org.sunlit.api.model.SignInOptionsUnifiedIdentity;
import org.sunlit.identity.attempt.AttemptKind;
import org.sunlit.identity.attempt.Attempts;
import org.sunlit.identity.factor.AuthenticatorApps;
import org.sunlit.identity.factor.Challenges;
import org.sunlit.identity.factor.Challenges.Challenge;
import org.sunlit.identity.factor.Challenges.Purpose;
import org.sunlit.identity.factor.SecondFactors;
import org.sunlit.identity.unified.UnifiedIdentity;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What comes after the password. */
class SignInResource implements SignInApi {

  private final PasswordSignIn passwordSignIn;
  private final Directory directory;
  private final AccountPasswords accountPasswords;
  private final AuthenticatorApps apps;
  private final SecondFactors secondFactors;
  private final Challenges challenges;
  private final Attempts attempts;
  private final CurrentVertxRequest currentRequest;
  private final SignIns signIns;
  private final PasskeyPlace place;
  private final UnifiedIdentity unified;

  SignInResource(
      PasswordSignIn passwordSignIn,
      Directory directory,
      AccountPasswords accountPasswords,
      AuthenticatorApps apps,
      SecondFactors secondFactors,
      Challenges challenges,
      Attempts attempts,
      CurrentVertxRequest currentRequest,
      SignIns signIns,
      PasskeyPlace place,
      UnifiedIdentity unified) {
    this.passwordSignIn = passwordSignIn;
    this.directory = directory;
    this.accountPasswords = accountPasswords;
    this.apps = apps;
    this.secondFactors = secondFactors;
    this.challenges = challenges;
    this.attempts = attempts;
    this.currentRequest = currentRequest;
    this.signIns = signIns;
    this.place = place;
    this.unified = unified;
  }

  @Override
  @PermitAll
  public Uni<SignInOptions> getSignInOptions() {
    return Uni.createFrom()
        .item(
            () -> {
              SignInOptions options = new SignInOptions().passkeys(place.here().isPresent());
              return unified.offered()
                  ? options.unifiedIdentity(
                      new SignInOptionsUnifiedIdentity()
                          .name(unified.name())
                          .nameEn(unified.nameEn()))
                  : options;
            });
  }

  @Override
  @PermitAll
  public Uni<Session> loginWithCode(CodeStep step) {
    RoutingContext http = currentRequest.getCurrent();
    return look(Purpose.SECOND_FACTOR, step.getChallenge())
        .chain(begun -> withCode(http, begun.account(), step.getCode()))
        .call(() -> take(Purpose.SECOND_FACTOR, step.getChallenge()))
        .chain(this::current)
        .chain(account -> signIns.proceed(http, account, SignIns.Shown.SECOND_FACTOR));
  }

  @Override
  @PermitAll
  public Uni<AuthenticatorEnrolment> beginEnrolmentAtLogin(ChallengeStep step) {
    return look(Purpose.ENROLMENT, step.getChallenge())
        .chain(begun -> apps.begin(begun.account()))
        .map(
            enrolment ->
                enrolment
                    .map(it -> new AuthenticatorEnrolment().key(it.key()).uri(it.uri()))
                    .orElseThrow(SignInResource::expired));
  }

  @Override
  @PermitAll
  public Uni<EnrolledSession> confirmEnrolmentAtLogin(CodeStep step) {
    RoutingContext http = currentRequest.getCurrent();
    return look(Purpose.ENROLMENT, step.getChallenge())
        .chain(
            begun ->
                apps.confirm(begun.account(), step.getCode())
                    .map(codes -> codes.orElseThrow(SignInResource::wrongCode))
                    .call(() -> take(Purpose.ENROLMENT, step.getChallenge()))
                    .chain(
                        codes ->
                            current(begun.account())
                                .chain(account -> signIns.enter(http, account))
                                .map(
                                    session ->
                                        new EnrolledSession()
                                            .session(session)
                                            .recoveryCodes(codes))));
  }

  @Override
  @PermitAll
  public Uni<Session> loginWithNewPassword(NewPasswordStep step) {
    RoutingContext http = currentRequest.getCurrent();
    return look(Purpose.NEW_PASSWORD, step.getChallenge())
        .chain(
            begun ->
                unlike(begun.account(), step.getNewPassword())
                    .chain(() -> take(Purpose.NEW_PASSWORD, step.getChallenge()))
                    .chain(() -> accountPasswords.change(begun.account(), step.getNewPassword()))
                    .chain(() -> current(begun.account()))
                    .chain(
                        account ->
                            signIns.proceed(
                                http, account, SignIns.Shown.valueOf(begun.content()))));
  }

  @Override
  @PermitAll
  public Uni<Void> resetPassword(PasswordReset reset) {
    RoutingContext http = currentRequest.getCurrent();
    return attempts
        .attempt(
            AttemptKind.PASSWORD_CODE,
            reset.getAccount(),
            DeviceCookie.origin(http),
            () ->
                accountPasswords.changeWithCode(
                    reset.getAccount(), reset.getCode(), reset.getNewPassword()))
        .map(
            done ->
                done.orElseThrow(
                    () ->
                        Problem.of(ProblemType.UNPROCESSABLE)
                            .at("/code", "field.reset-code-wrong")))
        .replaceWithVoid();
  }

  /** Gives back the account when the code was right. */
  private Uni<String> withCode(RoutingContext http, String account, String code) {
    return attempts
        .attempt(
            AttemptKind.CODE,
            account,
            DeviceCookie.origin(http),
            () ->
                secondFactors
                    .use(account, code)
                    .map(right -> right ? Optional.of(account) : Optional.<String>empty()))
        .map(found -> found.orElseThrow(SignInResource::wrongCode));
  }

  /** The password that was for getting in once can't be kept. */
  private Uni<Void> unlike(String account, String newPassword) {
    return passwordSignIn
        .signIn(account, newPassword)
        .invoke(
            same -> {
              if (same.isPresent()) {
                throw Problem.of(ProblemType.UNPROCESSABLE)
                    .at("/newPassword", "field.password-same");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Challenge> look(Purpose purpose, String token) {
    return challenges.look(purpose, token).map(found -> found.orElseThrow(SignInResource::expired));
  }

  private Uni<Challenge> take(Purpose purpose, String token) {
    return challenges.take(purpose, token).map(found -> found.orElseThrow(SignInResource::expired));
  }

  private Uni<StaffAccount> current(String account) {
    return directory.find(account).map(found -> found.orElseThrow(SignInResource::expired));
  }

  private static Problem expired() {
    return Problem.of(ProblemType.SIGN_IN_EXPIRED);
  }

  private static Problem wrongCode() {
    return Problem.of(ProblemType.WRONG_CODE);
  }
}
