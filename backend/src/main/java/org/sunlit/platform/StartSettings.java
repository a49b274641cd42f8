package org.sunlit.platform;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The configuration as far as it decides how to start, read before the application exists: system
 * properties, environment, {@code .env} and {@code config/application.properties} beside the
 * working directory.
 */
final class StartSettings {
  static final String SIGNING_KEY_LOCATION = "smallrye.jwt.sign.key.location";
  static final String VERIFYING_KEY_LOCATION = "mp.jwt.verify.publickey.location";
  static final String TOKEN_KEY_FOLDER = "sunlit.identity.token-keys";
  private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
  private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
  private static final String JDBC_PREFIX = "jdbc:";
  private static final int BETWEEN_ENVIRONMENT_AND_PACKED = 260;

  private final SmallRyeConfig config;

  StartSettings(SmallRyeConfig config) {
    this.config = config;
  }

  static StartSettings read() {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultSources()
            .addDefaultInterceptors()
            .withProfile("prod")
            .withSources(new DotEnvConfigSourceProvider());
    Path file = Path.of("config", "application.properties");
    if (Files.isRegularFile(file)) {
      try {
        builder.withSources(
            new PropertiesConfigSource(file.toUri().toURL(), BETWEEN_ENVIRONMENT_AND_PACKED));
      } catch (IOException failure) {
        throw new StartRefused(file + " can't be read", failure);
      }
    }
    return new StartSettings(builder.build());
  }

  /** True when a database of one's own is named: no embedded one then, no demonstration. */
  boolean external() {
    if (has(JDBC_URL) || has(REACTIVE_URL)) {
      return true;
    }
    for (String name : List.of("quarkus.datasource.username", "quarkus.datasource.password")) {
      if (has(name)) {
        throw new StartRefused(
            name
                + " is set, but neither "
                + JDBC_URL
                + " nor "
                + REACTIVE_URL
                + ". Name the database as well, or set none of them for the embedded one.");
      }
    }
    return false;
  }

  /**
   * Checks what an external database asks for.
   *
   * @throws StartRefused when the keys for tokens or of the vault are missing
   */
  void checkExternal() {
    if (!hasTokenKeys()) {
      throw new StartRefused(
          """
          An external database is configured, so the keys that sign tokens must be too:
            SMALLRYE_JWT_SIGN_KEY_LOCATION    the private key, a PEM file
            MP_JWT_VERIFY_PUBLICKEY_LOCATION  the public key, a PEM file
          To make a pair:
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out signing-key.pem
            openssl pkey -in signing-key.pem -pubout -out public-key.pem""");
    }
    checkVault();
  }

  /**
   * Checks the master keys of the vault.
   *
   * @throws StartRefused when there is none, or one that is none
   */
  private void checkVault() {
    try {
      VaultKeys.of(value(VaultKeys.KEYS), value(VaultKeys.KEY_FILE));
    } catch (IllegalArgumentException wrong) {
      throw new StartRefused(wrong.getMessage());
    }
  }

  boolean hasVaultKeys() {
    return has(VaultKeys.KEYS) || has(VaultKeys.KEY_FILE);
  }

  /** Sunlit needs both URLs; one can be told from the other. */
  void completeUrls() {
    if (!has(JDBC_URL)) {
      System.setProperty(JDBC_URL, JDBC_PREFIX + value(REACTIVE_URL).orElseThrow());
    }
    if (!has(REACTIVE_URL)) {
      String url = value(JDBC_URL).orElseThrow();
      System.setProperty(
          REACTIVE_URL, url.startsWith(JDBC_PREFIX) ? url.substring(JDBC_PREFIX.length()) : url);
    }
  }

  boolean hasTokenKeys() {
    return (has(SIGNING_KEY_LOCATION) || has("smallrye.jwt.sign.key"))
        && (has(VERIFYING_KEY_LOCATION) || has("mp.jwt.verify.publickey"));
  }

  /** Where further keys for tokens are, each from a moment of its own on. */
  Optional<Path> tokenKeyFolder() {
    return value(TOKEN_KEY_FOLDER).map(Path::of);
  }

  Path dataFolder() {
    return Path.of(value(SunlitConfig.DATA).orElse(SunlitConfig.DEFAULT_DATA));
  }

  private boolean has(String name) {
    return value(name).isPresent();
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
  }
}
