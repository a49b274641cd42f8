package org.sunlit.confirmation;

import org.flywaydb.core.api.migration.JavaMigration;

/** This room's migration in Java, for tests of all of them. */
public final class Migrations {
  private Migrations() {}

  public static JavaMigration mine() {
    return new SealWords();
  }
}
