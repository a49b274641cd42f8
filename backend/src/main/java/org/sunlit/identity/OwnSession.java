package org.sunlit.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner sees it.
 *
 * @param lastUsedAt when it last got an access token
 * @param expiresAt when it ends at the latest
 */
record OwnSession(UUID id, Device device, Instant begunAt, Instant lastUsedAt, Instant expiresAt) {}
