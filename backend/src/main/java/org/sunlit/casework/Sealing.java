package org.sunlit.casework;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Has {@link SealWhatIsStored} run in its place among the migrations. */
@Singleton
class Sealing implements FlywayConfigurationCustomizer {
  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.javaMigrations(new SealWhatIsStored());
  }
}
