package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * One-time codes that let somebody sign in who has no password of their own yet; it is the first
 * thing they must set. The code is told once; only its hash is kept.
 */
@ApplicationScoped
public class ActivationCodes {
  /** How long a code lets somebody in. */
  public static final Duration LIFE = Duration.ofDays(14);

  /** Crockford's Base32: nothing that is read as something else. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private final Passwords passwords;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ActivationCodes(Passwords passwords, Clock clock) {
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * A new code.
   *
   * @param code 80 random bits, as it is typed
   * @param hash what the account keeps instead of a password's
   */
  public record Issued(String code, String hash, Instant expiresAt) {}

  /** Makes a new code. */
  public Uni<Issued> issue() {
    String code = code();
    return passwords.hash(code).map(hash -> new Issued(code, hash, clock.instant().plus(LIFE)));
  }

  private String code() {
    StringBuilder code = new StringBuilder();
    for (int place = 0; place < GROUPS * GROUP; place++) {
      if (place > 0 && place % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
