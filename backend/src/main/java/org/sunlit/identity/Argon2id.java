package org.sunlit.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import com.sun.jna.Native;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Argon2id (RFC 9106) with 7 MiB, five passes and one lane, one of the settings that OWASP's
 * password storage cheat sheet holds for equal; of those, the one that takes the processor least
 * (ADR 120). It is done by libsodium with the processor's wide registers; where that can't be
 * loaded Java does it. Both write the same text ({@code $argon2id$v=19$m=7168,t=5,p=1$…}) and read
 * each other's.
 */
final class Argon2id {
  private static final int KIBIBYTES = 7 * 1024;
  private static final int PASSES = 5;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** How every hash begins that was made at this cost. */
  private static final String COST =
      "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$";

  private static final Optional<Sodium> NATIVE = Optional.ofNullable(Sodium.loadOrNull());

  private Argon2id() {}

  /** Whether libsodium does it. */
  static boolean isNative() {
    return NATIVE.isPresent();
  }

  static String hash(String password) {
    return NATIVE
        .map(sodium -> hash(sodium, bytes(password)))
        .orElseGet(() -> hashInJava(password));
  }

  /** With the cost that the hash names. */
  static boolean matches(String password, String hash) {
    return NATIVE
        .map(sodium -> matches(sodium, bytes(password), hash))
        .orElseGet(() -> matchesInJava(password, hash));
  }

  /** Whether it was made at another cost than one would be made at now. */
  static boolean isOfAnotherCost(String hash) {
    return !hash.startsWith(COST);
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

  private static String hash(Sodium sodium, byte[] password) {
    byte[] text = new byte[Sodium.TEXT];
    if (sodium.crypto_pwhash_argon2id_str(
            text, password, password.length, PASSES, KIBIBYTES * 1024L)
        != 0) {
      throw new IllegalStateException("No memory for hashing a password");
    }
    return Native.toString(text, StandardCharsets.US_ASCII.name());
  }

  private static boolean matches(Sodium sodium, byte[] password, String hash) {
    return sodium.crypto_pwhash_argon2id_str_verify(hash, password, password.length) == 0;
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
