package org.sunlit.edge;

import java.security.MessageDigest;
import java.util.Locale;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Whether somebody holds the tracking code of a number. Only its keyed hash is kept, wrong ones are
 * counted, and a wrong code looks like a wrong number.
 */
public final class NumberCodes {
  private final BlindIndex blind;
  private final Guesses guesses;
  private final String use;
  private final String notFound;

  /**
   * @param use what the codes are for: those of one use open nothing of another
   * @param notFound the problem text for whoever holds no code
   */
  public NumberCodes(BlindIndex blind, Guesses guesses, String use, String notFound) {
    this.blind = blind;
    this.guesses = guesses;
    this.use = use;
    this.notFound = notFound;
  }

  /** What is kept of a code. */
  public byte[] hash(String number, String code) {
    return blind.tokens().of(use, number + "/" + code);
  }

  /**
   * Fails with 404 when this isn't the code of that number, counting wrong ones.
   *
   * @param kept the hash
   */
  public void prove(Address from, String number, byte[] kept, String code) {
    if (!MessageDigest.isEqual(kept, hash(number, code))) {
      throw unknown(from, number);
    }
  }

  /** Fails with 429 when too many wrong codes came lately; gives the number as it is written. */
  public String mayTry(Address from, String typedNumber) {
    String number = number(typedNumber);
    guesses
        .mustWait(from, number)
        .ifPresent(
            seconds -> {
              throw Guesses.mustWaitProblem(seconds);
            });
    return number;
  }

  /** The problem of whoever holds nothing, counted. */
  public Problem unknown(Address from, String number) {
    guesses.wrong(from, number);
    return Problem.of(ProblemType.NOT_FOUND).detail(notFound);
  }

  /** A number as it is written. */
  public static String number(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }
}
