package org.sunlit.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.sunlit.api.FactorsApi;
import org.sunlit.api.model.AuthenticatorEnrolment;
import org.sunlit.api.model.FirstCode;
import org.sunlit.api.model.PasswordChange;
import org.sunlit.api.model.PasswordCode;
import org.sunlit.api.model.PasswordProof;
import org.sunlit.api.model.StatedReason;
import org.sunlit.identity.factor.AuthenticatorApps;
import org.sunlit.identity.factor.FactorRecord;
import org.sunlit.identity.factor.FactorState;
import org.sunlit.identity.factor.Factors;
import org.sunlit.identity.factor.RecoveryCodes;
import org.sunlit.identity.passkey.OwnPasskey;
import org.sunlit.identity.passkey.Passkeys;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What one proves who one is with, and help for colleagues who have lost it. */
class FactorsResource implements FactorsApi {

  private final Factors factors;
  private final AuthenticatorApps apps;
  private final RecoveryCodes recoveryCodes;
  private final Passkeys passkeys;
  private final Directory directory;
  private final AccountPasswords accountPasswords;
  private final OwnPassword ownPassword;
  private final SecondFactorPolicy policy;
  private final Sessions sessions;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  FactorsResource(
      Factors factors,
      AuthenticatorApps apps,
      RecoveryCodes recoveryCodes,
      Passkeys passkeys,
      Directory directory,
      AccountPasswords accountPasswords,
      OwnPassword ownPassword,
      SecondFactorPolicy policy,
      Sessions sessions,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.factors = factors;
    this.apps = apps;
    this.recoveryCodes = recoveryCodes;
    this.passkeys = passkeys;
    this.directory = directory;
    this.accountPasswords = accountPasswords;
    this.ownPassword = ownPassword;
    this.policy = policy;
    this.sessions = sessions;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @Authenticated
  public Uni<org.sunlit.api.model.Factors> getFactors() {
    Actor actor = currentActor.get();
    String account = actor.accountId();
    return factors
        .of(account)
        .chain(
            state ->
                factors
                    .recordsOf(account)
                    .chain(
                        records ->
                            passkeys.of(account).map(own -> shown(state, records, own, actor))));
  }

  @Override
  @Authenticated
  public Uni<AuthenticatorEnrolment> beginAuthenticator(PasswordProof proof) {
    Actor actor = currentActor.get();
    return ownPassword
        .then(
            currentRequest.getCurrent(),
            actor,
            proof.getPassword(),
            () -> apps.begin(actor.accountId()))
        .map(
            enrolment ->
                enrolment
                    .map(it -> new AuthenticatorEnrolment().key(it.key()).uri(it.uri()))
                    .orElseThrow(() -> conflict("conflict.authenticator-exists")));
  }

  @Override
  @Authenticated
  public Uni<org.sunlit.api.model.RecoveryCodes> confirmAuthenticator(FirstCode first) {
    return apps.confirm(currentActor.get().accountId(), first.getCode())
        .map(
            codes ->
                codes
                    .map(FactorsResource::shown)
                    .orElseThrow(
                        () ->
                            Problem.of(ProblemType.UNPROCESSABLE).at("/code", "field.code-wrong")));
  }

  @Override
  @Authenticated
  public Uni<Void> removeAuthenticator(PasswordProof proof) {
    Actor actor = currentActor.get();
    return ownPassword.then(
        currentRequest.getCurrent(),
        actor,
        proof.getPassword(),
        () ->
            factors
                .of(actor.accountId())
                .chain(
                    state -> {
                      if (policy.requires(actor.roles()) && state.passkeys() == 0) {
                        throw conflict("conflict.factor-required");
                      }
                      return apps.remove(actor.accountId());
                    }));
  }

  @Override
  @Authenticated
  public Uni<org.sunlit.api.model.RecoveryCodes> makeRecoveryCodes(PasswordProof proof) {
    Actor actor = currentActor.get();
    return ownPassword.then(
        currentRequest.getCurrent(),
        actor,
        proof.getPassword(),
        () ->
            factors
                .of(actor.accountId())
                .chain(
                    state -> {
                      if (!state.hasFactor()) {
                        throw conflict("conflict.no-factor");
                      }
                      return recoveryCodes.make(actor.accountId());
                    })
                .map(FactorsResource::shown));
  }

  @Override
  @Authenticated
  public Uni<Void> changePassword(PasswordChange change) {
    Actor actor = currentActor.get();
    if (change.getPassword().equals(change.getNewPassword())) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/newPassword", "field.password-same");
    }
    var session = currentActor.session();
    return ownPassword.then(
        currentRequest.getCurrent(),
        actor,
        change.getPassword(),
        () ->
            accountPasswords
                .change(actor.accountId(), change.getNewPassword())
                .chain(() -> sessions.endOthers(actor.accountId(), session)));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<Void> resetFactors(String account, StatedReason stated) {
    String actor = currentActor.get().accountId();
    return forColleague(
        account,
        () ->
            factors
                .reset(name(account), actor, stated.getReason().strip())
                .chain(() -> sessions.endAll(name(account))));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<PasswordCode> makePasswordCode(String account, StatedReason stated) {
    String actor = currentActor.get().accountId();
    return forColleague(
        account,
        () ->
            accountPasswords
                .codeFor(name(account), actor, stated.getReason().strip())
                .map(
                    made ->
                        new PasswordCode()
                            .code(made.code())
                            .expiresAt(CityTime.offset(made.expiresAt()))));
  }

  /** Not for oneself: whoever holds a session must not be able to take the account over with it. */
  private <T> Uni<T> forColleague(String account, Supplier<Uni<T>> work) {
    if (name(account).equals(currentActor.get().accountId())) {
      throw conflict("conflict.own-account");
    }
    return directory
        .find(account)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(work::get);
  }

  private static String name(String account) {
    return account.toLowerCase(Locale.ROOT);
  }

  private static Problem conflict(String detail) {
    return Problem.of(ProblemType.CONFLICT).detail(detail);
  }

  private static org.sunlit.api.model.RecoveryCodes shown(List<String> codes) {
    return new org.sunlit.api.model.RecoveryCodes().recoveryCodes(codes);
  }

  private org.sunlit.api.model.Factors shown(
      FactorState state, List<FactorRecord> records, List<OwnPasskey> own, Actor actor) {
    return new org.sunlit.api.model.Factors()
        .required(policy.requires(actor.roles()))
        .authenticatorSince(time(state.authenticatorSince()))
        .passwordChangedAt(time(state.passwordChangedAt()))
        .recoveryCodesLeft(state.recoveryCodesLeft())
        .passkeys(own.stream().map(PasskeysResource::shown).toList())
        .records(records.stream().map(record -> shown(record, actor)).toList());
  }

  private static org.sunlit.api.model.FactorRecord shown(FactorRecord record, Actor actor) {
    boolean byOther = !record.actor().equals(actor.accountId());
    return new org.sunlit.api.model.FactorRecord()
        .event(org.sunlit.api.model.FactorRecord.EventEnum.fromValue(record.event().code()))
        .byOther(byOther)
        .actor(byOther ? record.actor() : null)
        .reason(record.reason())
        .occurredAt(CityTime.offset(record.occurredAt()));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant == null ? null : CityTime.offset(instant);
  }
}
