package org.sunlit.privacy;

import java.util.Set;
import java.util.TreeSet;

/** The vault can't be opened with the configured master keys; the message is for the operator. */
public final class VaultClosed extends RuntimeException {
  private VaultClosed(String message) {
    super(message, null, false, false);
  }

  static VaultClosed missing(Set<String> ids) {
    return new VaultClosed(
        "Sunlit can't start. Stored keys are still wrapped under the master key "
            + String.join(", ", new TreeSet<>(ids))
            + ", which is not configured. Put it back behind the current one"
            + " (SUNLIT_VAULT_KEYS or SUNLIT_VAULT_KEY_FILE) until rotation is done.");
  }

  static VaultClosed wrong(String id) {
    return new VaultClosed(
        "Sunlit can't start. The master key "
            + id
            + " is not the one that wrapped the stored keys: it has the name of another.");
  }
}
