package org.sunlit.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a session lasts, and how long without being used. */
@Singleton
class SessionLimits {

  private final Duration life;
  private final Duration idle;

  SessionLimits(
      @ConfigProperty(name = "sunlit.identity.session-life", defaultValue = "12h") Duration life,
      @ConfigProperty(name = "sunlit.identity.session-idle", defaultValue = "2h") Duration idle) {
    if (life.isNegative() || life.isZero() || idle.compareTo(AccessTokens.LIFE) <= 0) {
      throw new IllegalArgumentException(
          "sunlit.identity.session-life must be positive, and sunlit.identity.session-idle longer"
              + " than an access token lives: "
              + AccessTokens.LIFE.toMinutes()
              + " minutes");
    }
    this.life = life;
    this.idle = idle;
  }

  /** From signing in, used or not. */
  Duration life() {
    return life;
  }

  /** Since it last got an access token. */
  Duration idle() {
    return idle;
  }

  /** Whether a session that was last used then has been left alone for too long. */
  boolean idleSince(Instant lastUsedAt, Instant now) {
    return !now.isBefore(lastUsedAt.plus(idle));
  }
}
