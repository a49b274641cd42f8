package org.sunlit.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.identity.passkey.RelyingParty.Place;

/**
 * Checks what an authenticator answers, with WebAuthn4J: challenge, origin, domain, signature, that
 * somebody was there and proved who they are (user verification), and that the counter went up.
 * Where an authenticator comes from isn't asked for.
 */
final class Ceremonies {
  private static final ObjectConverter CONVERTER = new ObjectConverter();
  private static final WebAuthnManager MANAGER =
      WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(
              algorithm ->
                  new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
          .toList();

  /** A new key. */
  record Made(byte[] credentialId, byte[] publicKey, long signCount, boolean backedUp) {}

  /** A stored key. */
  record Key(byte[] credentialId, byte[] publicKey, long signCount) {}

  /** What was proved: the counter and whether there are copies by the owner's will. */
  record Proved(long signCount, boolean backedUp) {}

  /** The counter went back: somebody has a copy. */
  static final class Copied extends Exception {
    Copied() {
      super("The counter of a passkey went back", null, false, false);
    }
  }

  private Ceremonies() {}

  /** The challenge an answer is about, as it says itself. */
  static Optional<String> challengeOf(byte[] clientDataJson) {
    try {
      var node = CONVERTER.getJsonMapper().readTree(clientDataJson).get("challenge");
      return node == null || !node.isString() ? Optional.empty() : Optional.of(node.asString());
    } catch (tools.jackson.core.JacksonException unreadable) {
      return Optional.empty();
    }
  }

  /** A new key, if everything about it is right. */
  static Optional<Made> registered(
      Place place, byte[] challenge, byte[] attestationObject, byte[] clientDataJson) {
    try {
      var data =
          MANAGER.verify(
              new RegistrationRequest(attestationObject, clientDataJson),
              new RegistrationParameters(server(place, challenge), ALGORITHMS, true, true));
      var authenticator = data.getAttestationObject().getAuthenticatorData();
      AttestedCredentialData credential = authenticator.getAttestedCredentialData();
      return Optional.of(
          new Made(
              credential.getCredentialId(),
              CONVERTER.getCborConverter().writeValueAsBytes(credential.getCOSEKey()),
              authenticator.getSignCount(),
              authenticator.isFlagBS()));
    } catch (VerificationException | DataConversionException wrong) {
      return Optional.empty();
    }
  }

  /** Whether it was this key that answered. */
  static Optional<Proved> proved(
      Place place,
      byte[] challenge,
      Key key,
      byte[] authenticatorData,
      byte[] clientDataJson,
      byte[] signature)
      throws Copied {
    try {
      COSEKey publicKey = CONVERTER.getCborConverter().readValue(key.publicKey(), COSEKey.class);
      var credential =
          new CredentialRecordImpl(
              new NoneAttestationStatement(),
              null,
              null,
              null,
              key.signCount(),
              new AttestedCredentialData(AAGUID.ZERO, key.credentialId(), publicKey),
              null,
              null,
              null,
              null);
      var data =
          MANAGER.verify(
              new AuthenticationRequest(
                  key.credentialId(), authenticatorData, clientDataJson, signature),
              new AuthenticationParameters(
                  server(place, challenge), credential, List.of(key.credentialId()), true, true));
      return Optional.of(
          new Proved(
              data.getAuthenticatorData().getSignCount(), data.getAuthenticatorData().isFlagBS()));
    } catch (MaliciousCounterValueException wentBack) {
      throw new Copied();
    } catch (VerificationException | DataConversionException wrong) {
      return Optional.empty();
    }
  }

  private static ServerProperty server(Place place, byte[] challenge) {
    return new ServerProperty(
        Set.of(new Origin(place.origin())), place.id(), new DefaultChallenge(challenge));
  }
}
