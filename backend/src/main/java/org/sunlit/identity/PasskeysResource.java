package org.sunlit.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.PasskeysApi;
import org.sunlit.api.model.AddedPasskey;
import org.sunlit.api.model.NewPasskey;
import org.sunlit.api.model.Passkey;
import org.sunlit.api.model.PasskeyChallenge;
import org.sunlit.api.model.PasskeyName;
import org.sunlit.api.model.PasskeyProof;
import org.sunlit.api.model.PasskeyRegistrationChallenge;
import org.sunlit.api.model.PasswordProof;
import org.sunlit.api.model.Session;
import org.sunlit.identity.factor.Factors;
import org.sunlit.identity.passkey.OwnPasskey;
import org.sunlit.identity.passkey.Passkeys;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Signing in with a key of the device, and looking after one's own. */
class PasskeysResource implements PasskeysApi {
  private static final String NAME = "阳光办 Sunlit";

  private final Passkeys passkeys;
  private final PasskeyPlace place;
  private final Directory directory;
  private final Factors factors;
  private final SecondFactorPolicy policy;
  private final OwnPassword ownPassword;
  private final SignIns signIns;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  PasskeysResource(
      Passkeys passkeys,
      PasskeyPlace place,
      Directory directory,
      Factors factors,
      SecondFactorPolicy policy,
      OwnPassword ownPassword,
      SignIns signIns,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.passkeys = passkeys;
    this.place = place;
    this.directory = directory;
    this.factors = factors;
    this.policy = policy;
    this.ownPassword = ownPassword;
    this.signIns = signIns;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermitAll
  public Uni<PasskeyChallenge> beginPasskeyLogin() {
    var here = place.required();
    return passkeys
        .beginSignIn()
        .map(challenge -> new PasskeyChallenge().challenge(challenge).rpId(here.id()));
  }

  @Override
  @PermitAll
  public Uni<Session> loginWithPasskey(PasskeyProof proof) {
    RoutingContext http = currentRequest.getCurrent();
    return passkeys
        .signIn(
            place.required(),
            bytes(proof.getCredentialId()),
            bytes(proof.getClientDataJson()),
            bytes(proof.getAuthenticatorData()),
            bytes(proof.getSignature()))
        .map(account -> account.orElseThrow(PasskeysResource::wrong))
        .chain(directory::find)
        .map(account -> account.orElseThrow(PasskeysResource::wrong))
        .chain(account -> signIns.proceed(http, account, SignIns.Shown.SECOND_FACTOR));
  }

  @Override
  @Authenticated
  public Uni<PasskeyRegistrationChallenge> beginPasskey(PasswordProof proof) {
    var here = place.required();
    Actor actor = currentActor.get();
    return ownPassword
        .then(
            currentRequest.getCurrent(),
            actor,
            proof.getPassword(),
            () -> passkeys.beginRegistration(actor.accountId()))
        .map(
            asked ->
                new PasskeyRegistrationChallenge()
                    .challenge(asked.challenge())
                    .rpId(here.id())
                    .rpName(NAME)
                    .userId(asked.user())
                    .userName(actor.accountId())
                    .userDisplayName(actor.displayName())
                    .exclude(asked.exclude()));
  }

  @Override
  @Authenticated
  public Uni<AddedPasskey> addPasskey(NewPasskey made) {
    return passkeys
        .register(
            place.required(),
            currentActor.get().accountId(),
            made.getName().strip(),
            bytes(made.getClientDataJson()),
            bytes(made.getAttestationObject()),
            made.getTransports() == null ? List.of() : made.getTransports())
        .map(
            added ->
                added
                    .map(
                        it ->
                            new AddedPasskey()
                                .passkey(shown(it.passkey()))
                                .recoveryCodes(it.recoveryCodes()))
                    .orElseThrow(
                        () ->
                            Problem.of(ProblemType.UNPROCESSABLE)
                                .at("/attestationObject", "field.passkey-wrong")));
  }

  @Override
  @Authenticated
  public Uni<Void> renamePasskey(UUID id, PasskeyName name) {
    return passkeys
        .rename(currentActor.get().accountId(), id, name.getName().strip())
        .invoke(PasskeysResource::found)
        .replaceWithVoid();
  }

  @Override
  @Authenticated
  public Uni<Void> removePasskey(UUID id, PasswordProof proof) {
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
                      boolean last = state.passkeys() == 1 && !state.hasAuthenticator();
                      if (last && policy.requires(actor.roles())) {
                        throw Problem.of(ProblemType.CONFLICT).detail("conflict.factor-required");
                      }
                      return passkeys.remove(actor.accountId(), id);
                    })
                .invoke(PasskeysResource::found)
                .replaceWithVoid());
  }

  static Passkey shown(OwnPasskey passkey) {
    return new Passkey()
        .id(passkey.id())
        .name(passkey.name())
        .createdAt(CityTime.offset(passkey.createdAt()))
        .lastUsedAt(passkey.lastUsedAt() == null ? null : CityTime.offset(passkey.lastUsedAt()))
        .backedUp(passkey.backedUp());
  }

  private static void found(boolean there) {
    if (!there) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private static Problem wrong() {
    return Problem.of(ProblemType.WRONG_PASSKEY);
  }

  /** What the contract's pattern has let through may still end in the middle of a byte. */
  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException halfAByte) {
      throw Problem.of(ProblemType.INVALID_REQUEST);
    }
  }
}
