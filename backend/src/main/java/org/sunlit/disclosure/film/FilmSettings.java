package org.sunlit.disclosure.film;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where a city keeps its films. */
@ConfigMapping(prefix = "sunlit.films")
interface FilmSettings {
  /**
   * A folder, an {@code http(s)://} base address, or {@code test} for the test picture. Without it
   * the folder {@code films} in the data folder, and the test picture in the demonstration city.
   */
  Optional<String> store();

  /** The Authorization header for an HTTP store, such as {@code Bearer …}. */
  Optional<String> authorization();

  /** How long an HTTP store may take to answer. */
  @WithDefault("PT10S")
  Duration timeout();
}
