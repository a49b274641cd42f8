package org.sunlit.platform;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this Sunlit is run. */
@Singleton
public class Deployment {
  private final boolean embedded;
  private final boolean demo;
  private final Path dataFolder;

  Deployment(
      @ConfigProperty(name = SunlitConfig.EMBEDDED, defaultValue = "false") boolean embedded,
      @ConfigProperty(name = SunlitConfig.DEMO) Optional<Boolean> demo,
      @ConfigProperty(name = SunlitConfig.DATA, defaultValue = SunlitConfig.DEFAULT_DATA)
          Path dataFolder) {
    this.embedded = embedded;
    this.demo = demo.orElse(embedded);
    this.dataFolder = dataFolder.toAbsolutePath().normalize();
  }

  /** True when Sunlit runs the PostgreSQL of its own in {@link #dataFolder()}. */
  public boolean embedded() {
    return embedded;
  }

  /**
   * True when people, cases and accounts are invented (晴川市). By default exactly when {@link
   * #embedded()}; {@code sunlit.demo} turns it off there. Never true by itself with an external
   * database.
   */
  public boolean demo() {
    return demo;
  }

  /** The absolute folder for whatever this node keeps in files. It may not exist yet. */
  public Path dataFolder() {
    return dataFolder;
  }

  /** Where the demo city writes its accounts' passwords; the start banner points to it. */
  public Path demoAccountsFile() {
    return dataFolder.resolve("demo-accounts.txt");
  }
}
