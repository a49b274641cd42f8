package org.sunlit.citizen;

import java.time.Instant;

/**
 * Somebody with an account of their own, and what they said of themselves.
 *
 * @param account the account's random id, which says nothing of whose it is
 */
public record Citizen(String account, CitizenDetails details, Instant registeredAt) {}
