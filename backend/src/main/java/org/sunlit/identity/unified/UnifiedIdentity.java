package org.sunlit.identity.unified;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.sunlit.identity.factor.Challenges;
import org.sunlit.identity.factor.Challenges.Challenge;
import org.sunlit.identity.factor.Challenges.Purpose;
import org.sunlit.platform.Workers;

/**
 * Signing in at the city's unified identity provider: authorization code with PKCE, state and nonce
 * (OpenID Connect Core 1.0, RFC 9700). State is a challenge like any other, good once, and bound to
 * the browser that began by a cookie.
 */
@ApplicationScoped
public class UnifiedIdentity {
  private static final Logger LOG = Logger.getLogger(UnifiedIdentity.class);
  private static final Duration METADATA_KEPT = Duration.ofMinutes(10);
  private static final int RANDOM_BYTES = 32;

  /**
   * On its way to the provider.
   *
   * @param browser for the cookie
   */
  public record Begun(URI provider, String browser) {}

  /** How it ended. */
  public sealed interface Outcome {
    /**
     * The provider vouches for this account.
     *
     * @param next where the browser wanted to go
     */
    record Vouched(String account, String next) implements Outcome {}

    /** The provider knows somebody who has no account here, or names none. */
    record Nobody() implements Outcome {}

    /** It was begun elsewhere or too long ago, or the provider's answer is not right. */
    record Failed() implements Outcome {}
  }

  private record Known(Provider provider, Instant until) {}

  private final UnifiedSettings settings;
  private final Challenges challenges;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private volatile Known known;

  UnifiedIdentity(UnifiedSettings settings, Challenges challenges, Clock clock) {
    this.settings = settings;
    this.challenges = challenges;
    this.clock = clock;
    if (settings.issuer().isPresent()
        && (settings.clientId().isEmpty() || settings.redirectUri().isEmpty())) {
      throw new IllegalStateException(
          "sunlit.identity.unified.issuer is set: client-id and redirect-uri must be too");
    }
  }

  /** Whether there is a provider. */
  public boolean offered() {
    return settings.issuer().isPresent();
  }

  public String name() {
    return settings.name();
  }

  public String nameEn() {
    return settings.nameEn();
  }

  /** Begins; empty when the provider can't be reached. */
  public Uni<Optional<Begun>> begin(String next) {
    String nonce = secret();
    String verifier = secret();
    String browser = secret();
    String content =
        new JsonObject()
            .put("nonce", nonce)
            .put("verifier", verifier)
            .put("browser", browser)
            .put("next", next)
            .encode();
    return challenges
        .begin(Purpose.UNIFIED_IDENTITY, null, content)
        .chain(state -> Workers.call(() -> begun(state.token(), nonce, verifier, browser)));
  }

  private Optional<Begun> begun(String token, String nonce, String verifier, String browser) {
    try {
      return Optional.of(new Begun(provider().authorization(token, nonce, verifier), browser));
    } catch (Provider.Refused refused) {
      LOG.warn(refused.getMessage(), refused);
      return Optional.empty();
    }
  }

  /** Takes what the browser brings back. */
  public Uni<Outcome> finish(String state, String code, String browser) {
    if (state == null || browser == null) {
      return Uni.createFrom().item(new Outcome.Failed());
    }
    return challenges
        .take(Purpose.UNIFIED_IDENTITY, state)
        .chain(
            begun ->
                Workers.call(
                    () ->
                        begun
                            .map(it -> outcome(it, code, browser))
                            .orElseGet(Outcome.Failed::new)));
  }

  private Outcome outcome(Challenge begun, String code, String browser) {
    JsonObject content = new JsonObject(begun.content());
    if (code == null || code.isBlank() || !browser.equals(content.getString("browser"))) {
      return new Outcome.Failed();
    }
    try {
      return provider()
          .account(code, content.getString("nonce"), content.getString("verifier"))
          .<Outcome>map(account -> new Outcome.Vouched(account, content.getString("next")))
          .orElseGet(Outcome.Nobody::new);
    } catch (Provider.Refused refused) {
      LOG.warn(refused.getMessage(), refused);
      return new Outcome.Failed();
    }
  }

  private Provider provider() throws Provider.Refused {
    Known found = known;
    if (found == null || !clock.instant().isBefore(found.until())) {
      found = new Known(Provider.discovered(settings), clock.instant().plus(METADATA_KEPT));
      known = found;
    }
    return found.provider();
  }

  private String secret() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
