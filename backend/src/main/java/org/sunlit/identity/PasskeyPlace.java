package org.sunlit.identity;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.sunlit.identity.passkey.RelyingParty;
import org.sunlit.identity.passkey.RelyingParty.Place;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether passkeys are offered where the request was sent to. */
@Singleton
class PasskeyPlace {
  private final RelyingParty relyingParty;
  private final HttpServerRequest request;

  PasskeyPlace(RelyingParty relyingParty, HttpServerRequest request) {
    this.relyingParty = relyingParty;
    this.request = request;
  }

  Optional<Place> here() {
    HostAndPort authority = request.authority();
    return authority == null
        ? Optional.empty()
        : relyingParty.at(request.scheme(), authority.toString());
  }

  Place required() {
    return here()
        .orElseThrow(() -> Problem.of(ProblemType.CONFLICT).detail("conflict.passkeys-here"));
  }
}
