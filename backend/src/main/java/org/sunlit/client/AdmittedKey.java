package org.sunlit.client;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A key that is good.
 *
 * @param hash SHA-256 of the key, in hexadecimal
 */
record AdmittedKey(String hash, Instant expiresAt, Limits limits) {

  /** What whoever calls with it may. */
  record Limits(UUID client, String name, Set<Scope> scopes, int perMinute, int perDay) {
    Limits {
      scopes = Set.copyOf(scopes);
    }
  }
}
