package org.sunlit.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Limits calls whose makers may not be told apart: each costs its maker some reckoning, and the
 * more of them there are the more it costs, so that a flood slows itself and shuts nobody out. A
 * puzzle is a text; its answer is a number so that SHA-256 of {@code text.number} begins with so
 * many zero bits. Each is good once. Nothing about who asked is kept (ADR 108).
 */
@Singleton
public class ProofOfWork {
  /** Some ten milliseconds of a telephone. */
  static final int LEAST_BITS = 12;

  /** Some five seconds of a telephone. */
  static final int MOST_BITS = 20;

  private static final int BUSY_BITS = 15;
  private static final int FLOODED_BITS = 17;

  /** So many windows deep in debt it is as hard as it gets; deeper would only last longer. */
  private static final int DEEPEST = MOST_BITS - FLOODED_BITS;

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final long MOST_SPENT = 200_000;
  private static final String USE = "proof of work";
  private static final int PARTS = 4;

  /**
   * Something to reckon.
   *
   * @param bits how many zero bits are wanted
   */
  public record Puzzle(String challenge, int bits) {}

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Boolean> spent =
      Caffeine.newBuilder().maximumSize(MOST_SPENT).expireAfterWrite(GOOD_FOR).build();
  private final Supplier<BlindTokens> tokens;
  private final Clock clock;
  private final Rate calm;
  private final Allowance allowance;

  @Inject
  ProofOfWork(
      BlindIndex index,
      Clock clock,
      @ConfigProperty(name = "sunlit.edge.unobserved.calm", defaultValue = "120/1m") String calm) {
    this(index::tokens, clock, Rate.of(calm));
  }

  ProofOfWork(Supplier<BlindTokens> tokens, Clock clock, Rate calm) {
    this.tokens = tokens;
    this.clock = clock;
    this.calm = calm;
    this.allowance = new Allowance("unobserved", calm);
  }

  /** A new puzzle, as hard as things are now. */
  public Puzzle puzzle() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    int bits = bits();
    String text = clock.instant().plus(GOOD_FOR).getEpochSecond() + "." + bits + "." + text(bytes);
    return new Puzzle(text + "." + seal(text), bits);
  }

  /**
   * Takes an answer, once.
   *
   * @throws Problem 422 when it isn't one, or is one no more
   */
  public void take(String challenge, String answer) {
    String[] parts = challenge.split("\\.", -1);
    if (parts.length != PARTS || !isOurs(challenge, parts[PARTS - 1])) {
      throw refused();
    }
    boolean late = Long.parseLong(parts[0]) < clock.instant().getEpochSecond();
    if (late
        || zeroBits(sha256(challenge + "." + answer)) < Integer.parseInt(parts[1])
        || spent.asMap().putIfAbsent(challenge, true) != null) {
      throw refused();
    }
    owe();
  }

  /** Something was guessed at and wasn't there: that makes it dearer for the next. */
  public void wrongGuess() {
    for (int times = 0; times < 4; times++) {
      owe();
    }
  }

  private void owe() {
    if (left() > -DEEPEST * calm.amount()) {
      allowance.owe();
    }
  }

  /** How many calls come before it gets harder; below zero what a flood owes. */
  long left() {
    return allowance.left();
  }

  private int bits() {
    long left = left();
    if (left > calm.amount() / 2) {
      return LEAST_BITS;
    }
    return left > 0 ? BUSY_BITS : (int) Math.min(MOST_BITS, FLOODED_BITS + -left / calm.amount());
  }

  private boolean isOurs(String challenge, String sealed) {
    String text = challenge.substring(0, challenge.length() - sealed.length() - 1);
    return MessageDigest.isEqual(
        seal(text).getBytes(StandardCharsets.US_ASCII), sealed.getBytes(StandardCharsets.UTF_8));
  }

  private String seal(String text) {
    return text(tokens.get().of(USE, text));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Problem refused() {
    return Problem.of(ProblemType.UNPROCESSABLE).at("/work", "edge.work");
  }

  static int zeroBits(byte[] hash) {
    int bits = 0;
    for (byte each : hash) {
      if (each != 0) {
        return bits + Integer.numberOfLeadingZeros(each & 0xff) - (Integer.SIZE - Byte.SIZE);
      }
      bits += Byte.SIZE;
    }
    return bits;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
