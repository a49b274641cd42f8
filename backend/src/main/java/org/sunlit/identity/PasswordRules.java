package org.sunlit.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be: long rather than odd (NIST SP 800-63B section 3.1.1), and nothing that
 * guessers try first. Pure.
 */
final class PasswordRules {
  static final int SHORTEST = 12;

  /** So much must be left when everything common is taken out. */
  private static final int LEAST_OF_ONES_OWN = 5;

  private static final int LEAST_DIFFERENT_SIGNS = 6;
  private static final int SHORTEST_NAME = 4;
  private static final String FILE = "/identity/common-passwords.txt";
  private static final List<String> COMMON = read();

  /** What is wrong, as a key of the problem texts and its argument. */
  record Objection(String messageKey, Object... args) {}

  private PasswordRules() {}

  /** Why the password is not taken; empty when it is. */
  static Optional<Objection> objection(String account, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(new Objection("field.password-short", SHORTEST));
    }
    String plain = password.toLowerCase(Locale.ROOT);
    String name = account.toLowerCase(Locale.ROOT);
    if (name.length() >= SHORTEST_NAME && plain.contains(name)) {
      return Optional.of(new Objection("field.password-account"));
    }
    return isCommon(plain) ? Optional.of(new Objection("field.password-common")) : Optional.empty();
  }

  private static boolean isCommon(String plain) {
    if (plain.codePoints().distinct().count() < LEAST_DIFFERENT_SIGNS) {
      return true;
    }
    String rest = plain.replace('@', 'a').replace('$', 's').replaceAll("[\\p{Punct}\\s]", "");
    for (String common : COMMON) {
      rest = rest.replace(common, "");
    }
    return rest.length() < LEAST_OF_ONES_OWN || repeats(plain);
  }

  /** Whether it is one short thing said again and again. */
  private static boolean repeats(String plain) {
    for (int length = 1; length <= plain.length() / 2; length++) {
      String again = plain.substring(0, length).repeat(plain.length() / length + 1);
      if (again.startsWith(plain)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> read() {
    try (InputStream file = PasswordRules.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}
