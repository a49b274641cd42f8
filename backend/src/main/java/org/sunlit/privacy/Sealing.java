package org.sunlit.privacy;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Has every {@link SealingMigration} run in its place among the migrations. */
@Singleton
class Sealing implements FlywayConfigurationCustomizer {
  private final Instance<SealingMigration> migrations;

  Sealing(Instance<SealingMigration> migrations) {
    this.migrations = migrations;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.javaMigrations(migrations.stream().toArray(JavaMigration[]::new));
  }
}
