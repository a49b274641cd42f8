package org.sunlit.identity.factor;

import java.time.Instant;

/**
 * Something that happened to the ways an account signs in.
 *
 * @param actor who did it
 * @param reason as the actor stated it; null where none is asked for
 */
public record FactorRecord(FactorEvent event, String actor, String reason, Instant occurredAt) {}
