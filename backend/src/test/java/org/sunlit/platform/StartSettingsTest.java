package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartSettingsTest {
  @Test
  void runsItsOwnDatabaseWhenNoneIsNamed() {
    StartSettings settings = settings(Map.of("SUNLIT_DATA", "/var/lib/sunlit"));
    assertFalse(settings.external());
    assertEquals(Path.of("/var/lib/sunlit"), settings.dataFolder());
  }

  @Test
  void runsNoDatabaseWhenOneIsNamed() {
    assertTrue(settings(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://h/d")).external());
    assertTrue(settings(Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://h/d")).external());
  }

  @Test
  void refusesToGuessAHalfNamedDatabase() {
    StartSettings settings = settings(Map.of("QUARKUS_DATASOURCE_USERNAME", "somebody"));
    assertThrows(StartRefused.class, settings::external);
  }

  @Test
  void wantsKeysOfOnesOwnWithAnExternalDatabase() {
    Map<String, String> database = Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://h/d");
    StartRefused refused =
        assertThrows(StartRefused.class, () -> settings(database).checkExternal());
    assertTrue(refused.getMessage().contains("SMALLRYE_JWT_SIGN_KEY_LOCATION"));
    settings(
            Map.of(
                "SMALLRYE_JWT_SIGN_KEY_LOCATION", "/keys/a.pem",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "/keys/b.pem",
                "SUNLIT_VAULT_KEYS", VaultKeys.line("a")))
        .checkExternal();
  }

  @Test
  void wantsAVaultOfOnesOwnWithAnExternalDatabase() {
    refusesVault(null, "SUNLIT_VAULT_KEYS");
    refusesVault("", "SUNLIT_VAULT_KEYS");
    refusesVault("a:c2hvcnQ=", "isn't 32 bytes");
    refusesVault("a:!!!", "isn't 32 bytes");
    refusesVault(VaultKeys.line("a").substring(2), "has no name");
    refusesVault(VaultKeys.line("a") + "," + VaultKeys.line("a"), "two master keys named a");
  }

  private static void refusesVault(String keys, String why) {
    Map<String, String> environment =
        new java.util.HashMap<>(
            Map.of(
                "SMALLRYE_JWT_SIGN_KEY_LOCATION", "/keys/a.pem",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "/keys/b.pem"));
    if (keys != null) {
      environment.put("SUNLIT_VAULT_KEYS", keys);
    }
    StartRefused refused =
        assertThrows(StartRefused.class, () -> settings(environment).checkExternal());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @Test
  void theFirstKeyOfTheVaultIsTheCurrentOne() {
    VaultKeys keys =
        VaultKeys.of(
            java.util.Optional.of(VaultKeys.line("new") + ", " + VaultKeys.line("old")),
            java.util.Optional.empty());
    assertEquals("new", keys.currentId());
    assertEquals(java.util.Set.of("new", "old"), keys.byId().keySet());
    assertEquals(32, keys.byId().get("old").length);
  }

  private static StartSettings settings(Map<String, String> environment) {
    return new StartSettings(
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new EnvConfigSource(environment, 300))
            .build());
  }
}
