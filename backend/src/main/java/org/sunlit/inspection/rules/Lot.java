package org.sunlit.inspection.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Draws by lot 抽签, so that nobody chooses and anybody can draw again: in the order of SHA-256 of
 * seed and case number, the first so many.
 */
public final class Lot {
  private record Ticket(String caseNumber, String digest) {}

  private Lot() {}

  /** What this seed draws; all of them when there are no more. */
  public static List<String> draw(String seed, Collection<String> cases, int size) {
    return cases.stream()
        .distinct()
        .map(number -> new Ticket(number, digest(seed + '\n' + number)))
        .sorted(Comparator.comparing(Ticket::digest))
        .limit(size)
        .map(Ticket::caseNumber)
        .toList();
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
