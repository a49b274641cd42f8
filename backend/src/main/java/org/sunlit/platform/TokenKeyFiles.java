package org.sunlit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of keys that sign tokens. A file {@code token-key-20261122T031500Z.pem} holds a
 * private key and its public key (ES256) and says in its name from when on it signs; until then,
 * and for a while after the next one has begun, it verifies. So a rotation is one more file, and
 * nodes that see the same files agree without a word (ADR 0062).
 */
public final class TokenKeyFiles {
  private static final String NAME = "token-key-%s.pem";
  private static final Pattern NAMED = Pattern.compile("token-key-([0-9]{8}T[0-9]{6}Z)\\.pem");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  /** A key that another has replaced for so long has nothing to verify any more. */
  private static final Duration KEPT = Duration.ofDays(1);

  /**
   * A key file.
   *
   * @param from when it begins to sign
   */
  public record KeyFile(Path path, Instant from) {}

  private TokenKeyFiles() {}

  /** The keys in a folder, in the order in which they sign; none when there is no such folder. */
  public static List<KeyFile> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> named(file).stream())
          .sorted(Comparator.comparing(KeyFile::from))
          .toList();
    }
  }

  private static Optional<KeyFile> named(Path file) {
    Matcher name = NAMED.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime from = LocalDateTime.parse(name.group(1), MOMENT);
      return Optional.of(new KeyFile(file, from.toInstant(ZoneOffset.UTC)));
    } catch (DateTimeParseException noMoment) {
      return Optional.empty();
    }
  }

  /** Makes a new key that signs from then on, and removes those that are of no use any more. */
  public static KeyFile rotate(Path folder, Instant from, Clock clock) throws IOException {
    PrivateFiles.createFolder(folder);
    String moment = MOMENT.format(from.atOffset(ZoneOffset.UTC));
    Path file = folder.resolve(NAME.formatted(moment));
    if (!Files.exists(file)) {
      PrivateFiles.write(file, Secrets.TokenKeys.both());
    }
    removeOld(folder, clock.instant());
    return named(file).orElseThrow();
  }

  private static void removeOld(Path folder, Instant now) throws IOException {
    List<KeyFile> keys = in(folder);
    for (int at = 0; at + 1 < keys.size(); at++) {
      if (keys.get(at + 1).from().plus(KEPT).isBefore(now)) {
        Files.deleteIfExists(keys.get(at).path());
      }
    }
  }
}
