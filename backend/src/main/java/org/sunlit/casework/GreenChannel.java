package org.sunlit.casework;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.sunlit.casework.rules.GreenGround;

/**
 * On what grounds the city has a green channel and by how much each shortens a limit (绿色通道, B11):
 * data, read once. A city names its own file with {@code sunlit.casework.green-channel}; a ground
 * that says something impossible stops the start.
 */
@Singleton
class GreenChannel {
  private static final String SHIPPED = "/casework/green-channel.json";

  private final List<GreenGround> grounds;

  GreenChannel(@ConfigProperty(name = "sunlit.casework.green-channel") Optional<Path> file) {
    this.grounds = read(file);
  }

  /** All of them, in the order they are offered. */
  List<GreenGround> grounds() {
    return grounds;
  }

  private static List<GreenGround> read(Optional<Path> file) {
    try (InputStream written =
        file.isPresent()
            ? Files.newInputStream(file.get())
            : GreenChannel.class.getResourceAsStream(SHIPPED)) {
      return List.copyOf(
          new ObjectMapper().readValue(written, new TypeReference<List<GreenGround>>() {}));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The grounds of the green channel", unreadable);
    }
  }
}
