package org.sunlit.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import io.smallrye.jwt.util.ResourceUtils;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.sunlit.platform.TokenKeyFiles;

/**
 * The keys that sign tokens: the configured pair, which is the first, and those in the key folder,
 * each from its own moment on. The folder is looked at every few seconds, so a rotation needs no
 * restart; the public halves are at {@value #PATH} (ADR 0062).
 */
@ApplicationScoped
class TokenKeys {
  static final String PATH = "/.well-known/jwks.json";

  private static final Logger LOG = Logger.getLogger(TokenKeys.class);
  private static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.ES256;
  private static final Pattern PRIVATE = block("PRIVATE KEY");
  private static final Pattern PUBLIC = block("PUBLIC KEY");

  private final Clock clock;
  private final Config config;
  private final Optional<Path> folder;
  private final TokenKey first;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<TokenKeyFiles.KeyFile> files = List.of();
  private volatile KeyRing ring;

  TokenKeys(
      Clock clock,
      Config config,
      @ConfigProperty(name = "sunlit.identity.token-keys") Optional<Path> folder) {
    this.clock = clock;
    this.config = config;
    this.folder = folder;
    this.first = configured();
    this.ring = new KeyRing(List.of(first));
    look();
  }

  void register(@Observes Router router) {
    router.get(PATH).handler(this::publish);
  }

  /** What signs now. */
  TokenKey signer() {
    return ring.signer(clock.instant());
  }

  /**
   * What verifies a token.
   *
   * @param id what the token says; null when it says nothing, which the present key then answers
   *     for
   */
  Optional<TokenKey> verifier(String id) {
    Instant now = clock.instant();
    return id == null ? Optional.of(ring.signer(now)) : ring.verifier(id, now);
  }

  /** Has this called when there are other keys than before. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Looks whether there are other keys than before. */
  @Scheduled(every = "${sunlit.identity.token-keys-every:10s}")
  void look() {
    if (folder.isEmpty()) {
      return;
    }
    try {
      List<TokenKeyFiles.KeyFile> found = TokenKeyFiles.in(folder.get());
      if (found.equals(files)) {
        return;
      }
      List<TokenKey> keys = new ArrayList<>(List.of(first));
      for (TokenKeyFiles.KeyFile file : found) {
        keys.add(read(file));
      }
      ring = new KeyRing(keys);
      files = found;
      LOG.infof("%d keys for tokens, the last from %s on", keys.size(), last(keys).from());
      listeners.forEach(Runnable::run);
    } catch (IOException | GeneralSecurityException | IllegalStateException unreadable) {
      LOG.error(
          "The keys for tokens can't be read; going on with those that are known", unreadable);
    }
  }

  private static TokenKey last(List<TokenKey> keys) {
    return keys.get(keys.size() - 1);
  }

  private static TokenKey read(TokenKeyFiles.KeyFile file)
      throws IOException, GeneralSecurityException {
    String pem = Files.readString(file.path());
    return TokenKey.of(
        KeyUtils.decodePrivateKey(part(PRIVATE, pem, file), ALGORITHM),
        KeyUtils.decodePublicKey(part(PUBLIC, pem, file), ALGORITHM),
        file.from());
  }

  private static String part(Pattern kind, String pem, TokenKeyFiles.KeyFile file) {
    Matcher part = kind.matcher(pem);
    if (!part.find()) {
      throw new IllegalStateException(file.path() + " needs a private key and its public key");
    }
    return part.group();
  }

  private static Pattern block(String kind) {
    return Pattern.compile("-----BEGIN %1$s-----[^-]*-----END %1$s-----".formatted(kind));
  }

  private TokenKey configured() {
    try {
      return TokenKey.of(
          KeyUtils.decodePrivateKey(pem("smallrye.jwt.sign.key"), ALGORITHM),
          KeyUtils.decodePublicKey(pem("mp.jwt.verify.publickey"), ALGORITHM),
          Instant.EPOCH);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException("The keys for tokens can't be read", unreadable);
    }
  }

  /** A key is named by where it is, or said itself. */
  private String pem(String name) throws IOException {
    Optional<String> location = config.getOptionalValue(name + ".location", String.class);
    if (location.isEmpty()) {
      return config.getValue(name, String.class);
    }
    String pem = ResourceUtils.readResource(location.get());
    if (pem == null) {
      throw new IOException("There is nothing at " + location.get());
    }
    return pem;
  }

  private void publish(RoutingContext http) {
    List<JsonWebKey> keys =
        ring.verifiers(clock.instant()).stream().map(TokenKey::published).toList();
    http.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/jwk-set+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .end(new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
  }
}
