package org.sunlit.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Reckons what is asked of whoever may not be recognised. */
public final class Solver {
  private static final int HASH_BITS = 256;

  private Solver() {}

  /** A number so that SHA-256 of {@code challenge.number} begins with so many zero bits. */
  public static String solve(String challenge, int bits) {
    return first(number -> zeroBits(challenge, number) >= bits);
  }

  /** A number that is no answer. */
  public static String fail(String challenge, int bits) {
    return first(number -> zeroBits(challenge, number) < bits);
  }

  private static String first(IntPredicate wanted) {
    return String.valueOf(
        IntStream.iterate(0, number -> number + 1).filter(wanted).findFirst().orElseThrow());
  }

  private static int zeroBits(String challenge, int number) {
    try {
      byte[] text = (challenge + "." + number).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HASH_BITS - new BigInteger(1, hash).bitLength();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
