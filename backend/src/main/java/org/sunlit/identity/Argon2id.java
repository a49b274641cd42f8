package org.sunlit.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, the least that OWASP's password storage
 * cheat sheet takes. It is done by the C code of Argon2's authors, which needs half the time of
 * Java and leaves nothing to the garbage collector; where that can't be loaded Java does it. Both
 * write the same text ({@code $argon2id$v=19$m=19456,t=2,p=1$…}) and read each other's.
 */
final class Argon2id {
  private static final Logger LOG = Logger.getLogger(Argon2id.class);
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Optional<de.mkammerer.argon2.Argon2> NATIVE = load();

  private Argon2id() {}

  private static Optional<de.mkammerer.argon2.Argon2> load() {
    try {
      de.mkammerer.argon2.Argon2 loaded =
          Argon2Factory.create(Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
      loaded.hash(1, Byte.SIZE * LANES, LANES, new byte[0]); // the least there is
      return Optional.of(loaded);
    } catch (LinkageError | RuntimeException noneForThisSystem) {
      LOG.infof("Passwords are hashed in Java: %s", noneForThisSystem.getMessage());
      return Optional.empty();
    }
  }

  /** Whether the C code does it. */
  static boolean isNative() {
    return NATIVE.isPresent();
  }

  static String hash(String password) {
    return NATIVE
        .map(argon2 -> argon2.hash(PASSES, KIBIBYTES, LANES, bytes(password)))
        .orElseGet(() -> hashInJava(password));
  }

  /** With the cost that the hash names. */
  static boolean matches(String password, String hash) {
    return NATIVE
        .map(argon2 -> argon2.verify(hash, bytes(password)))
        .orElseGet(() -> matchesInJava(password, hash));
  }

  static String hashInJava(String password) {
    return Password.hash(password)
        .addRandomSalt(SALT_BYTES)
        .with(Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID))
        .getResult();
  }

  static boolean matchesInJava(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
