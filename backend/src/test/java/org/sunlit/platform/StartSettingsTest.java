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
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "/keys/b.pem"))
        .checkExternal();
  }

  private static StartSettings settings(Map<String, String> environment) {
    return new StartSettings(
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new EnvConfigSource(environment, 300))
            .build());
  }
}
