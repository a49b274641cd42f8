package org.sunlit.privacy;

import static java.util.Objects.requireNonNull;

import java.util.Base64;

/**
 * A subject's key as it is stored in {@code vault_key}: sealed under a master key.
 *
 * @param subject whose it is
 * @param master the name of the master key
 * @param wrapped the sealed key
 */
public record WrappedKey(String subject, String master, byte[] wrapped) {
  public WrappedKey {
    requireNonNull(subject, "subject");
    requireNonNull(master, "master");
    requireNonNull(wrapped, "wrapped");
  }

  /** The sealed key in base64, for documents. */
  public String base64() {
    return Base64.getEncoder().encodeToString(wrapped);
  }

  @Override
  public String toString() {
    return "WrappedKey of " + subject + " under " + master;
  }
}
