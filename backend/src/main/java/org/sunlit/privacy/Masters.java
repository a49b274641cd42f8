package org.sunlit.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;
import org.sunlit.platform.VaultKeys;

/** Wraps keys under the current master key and opens them under any that is configured. */
public final class Masters {
  private static final String PLACE = "\nkey";

  private final String current;
  private final Map<String, SecretKeySpec> byId = new HashMap<>();

  Masters(VaultKeys keys) {
    this.current = keys.currentId();
    keys.byId().forEach((id, bytes) -> byId.put(id, new SecretKeySpec(bytes, "AES")));
  }

  /** As configured; for what runs before there are beans. */
  public static Masters configured(Config config) {
    return new Masters(
        VaultKeys.of(
            config.getOptionalValue(VaultKeys.KEYS, String.class),
            config.getOptionalValue(VaultKeys.KEY_FILE, String.class)));
  }

  /** The name of the key that wraps from now on. */
  public String current() {
    return current;
  }

  Set<String> known() {
    return byId.keySet();
  }

  /** A new random key for a subject. */
  public static DataKey newKey(String subject) {
    return new DataKey(subject, Aead.random(VaultKeys.KEY_BYTES));
  }

  /** A key with these bytes, wrapped under the current master key. */
  public WrappedKey wrap(DataKey key) {
    return new WrappedKey(
        key.subject(), current, Aead.seal(byId.get(current), key.subject() + PLACE, key.bytes()));
  }

  /**
   * The key itself.
   *
   * @throws SealBroken when its master key is another than the one of that name
   * @throws IllegalStateException when its master key isn't configured
   */
  public DataKey unwrap(WrappedKey wrapped) {
    SecretKeySpec master =
        Optional.ofNullable(byId.get(wrapped.master()))
            .orElseThrow(() -> VaultClosed.missing(Set.of(wrapped.master())));
    return new DataKey(
        wrapped.subject(), Aead.open(master, wrapped.subject() + PLACE, wrapped.wrapped()));
  }
}
