package org.sunlit.client;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A third-party application.
 *
 * @param owner the account that registered it
 * @param ownerName that account's name
 * @param keys the newest first; those that were revoked or have ended too, for a while
 */
record Client(
    UUID id,
    String name,
    String purpose,
    String contactName,
    String contact,
    String owner,
    String ownerName,
    Set<Scope> wantedScopes,
    Set<Scope> scopes,
    int perMinute,
    int perDay,
    boolean suspended,
    Instant registeredAt,
    int version,
    List<ClientKey> keys) {

  /**
   * A key of it, without the key.
   *
   * @param hint how it begins
   * @param revokedAt null unless it was
   */
  record ClientKey(UUID id, String hint, Instant createdAt, Instant expiresAt, Instant revokedAt) {}
}
