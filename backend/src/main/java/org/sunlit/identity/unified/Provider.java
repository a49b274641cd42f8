package org.sunlit.identity.unified;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Speaks with the provider, by Nimbus' OpenID Connect SDK: discovery, the code for tokens with PKCE
 * (RFC 7636), the ID token's signature, issuer, audience, end and nonce. Blocks: for a worker.
 */
final class Provider {
  private static final int MILLISECONDS = 5_000;
  private static final int MOST_BYTES = 200_000;

  /** Something about the provider's answer is wrong, or there was none. */
  static final class Refused extends Exception {
    Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final UnifiedSettings settings;
  private final OIDCProviderMetadata metadata;
  private final ClientID client;
  private final IDTokenValidator idTokens;

  private Provider(UnifiedSettings settings, OIDCProviderMetadata metadata) throws IOException {
    this.settings = settings;
    this.metadata = metadata;
    this.client = new ClientID(settings.clientId().orElseThrow());
    this.idTokens =
        new IDTokenValidator(
            metadata.getIssuer(),
            client,
            JWSAlgorithm.parse(settings.algorithm()),
            metadata.getJWKSetURI().toURL(),
            new DefaultResourceRetriever(MILLISECONDS, MILLISECONDS, MOST_BYTES));
  }

  /** Asks the provider what there is to know of it. */
  static Provider discovered(UnifiedSettings settings) throws Refused {
    try {
      return new Provider(
          settings,
          OIDCProviderMetadata.resolve(
              new Issuer(settings.issuer().orElseThrow()), MILLISECONDS, MILLISECONDS));
    } catch (GeneralException | IOException failure) {
      throw new Refused("The unified identity provider can't be discovered", failure);
    }
  }

  /** Where the browser is sent to. */
  URI authorization(String state, String nonce, String verifier) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            Scope.parse(settings.scope()),
            client,
            settings.redirectUri().orElseThrow())
        .endpointURI(metadata.getAuthorizationEndpointURI())
        .state(new State(state))
        .nonce(new Nonce(nonce))
        .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** The account that the provider vouches for; empty when it names none. */
  Optional<String> account(String code, String nonce, String verifier) throws Refused {
    try {
      HTTPRequest request = tokenRequest(code, verifier).toHTTPRequest();
      request.setConnectTimeout(MILLISECONDS);
      request.setReadTimeout(MILLISECONDS);
      request.setFollowRedirects(false);
      TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
      if (!(answer instanceof OIDCTokenResponse tokens)) {
        throw new Refused("The provider gives no tokens", null);
      }
      var claims = idTokens.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(nonce));
      return Optional.ofNullable(claims.getStringClaim(settings.accountClaim()))
          .map(String::strip)
          .filter(name -> !name.isEmpty());
    } catch (ParseException | IOException | BadJOSEException | JOSEException failure) {
      throw new Refused("The provider's answer is not right", failure);
    }
  }

  private TokenRequest tokenRequest(String code, String verifier) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code),
            settings.redirectUri().orElseThrow(),
            new CodeVerifier(verifier));
    URI endpoint = metadata.getTokenEndpointURI();
    return settings
        .clientSecret()
        .map(
            secret ->
                new TokenRequest.Builder(
                        endpoint, new ClientSecretBasic(client, new Secret(secret)), grant)
                    .build())
        .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant).build());
  }
}
