package org.sunlit.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * {@code java -jar quarkus-run.jar rotate-token-key [when]}: makes the key that signs tokens next,
 * while Sunlit runs. {@code when} is how long the nodes have to learn of it, such as {@code PT1H};
 * a minute when nothing is said.
 */
final class TokenKeyCommand {
  static final String NAME = "rotate-token-key";
  private static final Duration USUAL_NOTICE = Duration.ofMinutes(1);

  /** Where the embedded default has them, in the data folder. */
  static final String KEYS = "keys";

  private TokenKeyCommand() {}

  static void run(StartSettings settings, Optional<String> when) {
    Path folder =
        settings
            .tokenKeyFolder()
            .orElseGet(() -> settings.dataFolder().resolve(KEYS))
            .toAbsolutePath();
    try {
      Duration notice = when.map(Duration::parse).orElse(USUAL_NOTICE);
      Clock clock = Clock.systemUTC();
      TokenKeyFiles.KeyFile made =
          TokenKeyFiles.rotate(folder, clock.instant().plus(notice), clock);
      System.out.println(
          """
          A new key was made: %s
          It signs tokens from %s on, on every node that has this file by then.
          Tokens that the key before it signed are taken for another quarter of an hour; nobody is signed out."""
              .formatted(made.path(), made.from()));
    } catch (DateTimeParseException noDuration) {
      throw new StartRefused("Not a duration such as PT1H: " + when.orElse(""));
    } catch (IOException failure) {
      throw new StartRefused("The new key can't be written to " + folder, failure);
    }
  }
}
