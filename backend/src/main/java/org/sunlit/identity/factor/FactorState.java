package org.sunlit.identity.factor;

import java.time.Instant;

/**
 * What an account can prove who it is with.
 *
 * @param authenticatorSince when its authenticator app was confirmed; null without one
 * @param recoveryCodesLeft how many are still unused
 * @param passkeys how many it has
 * @param mustChangePassword whether the password it has is only for getting in once
 * @param passwordChangedAt null when it never was
 */
public record FactorState(
    Instant authenticatorSince,
    int recoveryCodesLeft,
    int passkeys,
    boolean mustChangePassword,
    Instant passwordChangedAt) {

  public boolean hasAuthenticator() {
    return authenticatorSince != null;
  }

  /** Whether a password alone is not enough. */
  public boolean hasFactor() {
    return hasAuthenticator() || passkeys > 0;
  }
}
