package org.sunlit.edge;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many in so long, such as {@code 600/1m}: all of them at once if need be, then as many as come
 * back with time, evenly.
 *
 * @param window in seconds ({@code s}), minutes ({@code m}), hours ({@code h}) or days ({@code d})
 */
public record Rate(long amount, Duration window) {
  private static final Pattern WRITTEN =
      Pattern.compile("([1-9][0-9]{0,11})/([1-9][0-9]{0,5})([smhd])");

  /** Reads it as it is written; configuration calls this. */
  public static Rate of(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "A rate is written like 600/1m (so many in so many s, m, h or d), not " + written);
    }
    long number = Long.parseLong(parts.group(2));
    Duration window =
        switch (parts.group(3)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return new Rate(Long.parseLong(parts.group(1)), window);
  }

  Rate times(long factor) {
    return new Rate(Math.multiplyExact(amount, factor), window);
  }

  Bandwidth bandwidth() {
    return Bandwidth.builder().capacity(amount).refillGreedy(amount, window).build();
  }
}
