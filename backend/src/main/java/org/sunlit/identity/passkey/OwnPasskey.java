package org.sunlit.identity.passkey;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param lastUsedAt null when never
 * @param backedUp whether its authenticator keeps copies elsewhere
 */
public record OwnPasskey(
    UUID id, String name, Instant createdAt, Instant lastUsedAt, boolean backedUp) {}
