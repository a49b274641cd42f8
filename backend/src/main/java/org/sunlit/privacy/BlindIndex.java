package org.sunlit.privacy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Finds sealed values again without opening them: a keyed hash of each, equal for equal values and
 * telling nothing else. Its key is in the vault like every other, so changing master keys changes
 * no token.
 */
@ApplicationScoped
public class BlindIndex {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vault vault;
  private volatile BlindTokens tokens;

  BlindIndex(Vault vault) {
    this.vault = vault;
  }

  void load(@Observes @Priority(6) StartupEvent start) {
    tokens =
        new BlindTokens(
            vault.find(Vault.INDEX).map(found -> found.orElseThrow()).await().atMost(PATIENCE));
  }

  /** How tokens are made. */
  public BlindTokens tokens() {
    return tokens;
  }
}
