package org.sunlit.camera;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What a city decides about its recordings. */
@ConfigMapping(prefix = "sunlit.cameras")
interface CameraSettings {
  /**
   * Where recordings lie: a folder, an {@code http(s)://} base address, or {@code test} for the
   * test stream. Without it the folder {@code recordings} in the data folder, and the test stream
   * in the demonstration city.
   */
  Optional<String> store();

  /** The Authorization header for an HTTP store, such as {@code Bearer …}. */
  Optional<String> authorization();

  /** How long an HTTP store may take to answer. */
  @WithDefault("PT10S")
  Duration timeout();

  /** Recordings of today and of so many days before are kept, see Retention. */
  @WithDefault("30")
  int keptDays();

  /** The longest span somebody can look at in one go. */
  @WithDefault("PT2H")
  Duration longestViewing();

  /** For how long what somebody asked for can be played. */
  @WithDefault("PT1H")
  Duration viewingOpen();

  /** The longest span that can be attached to a finding. */
  @WithDefault("PT15M")
  Duration longestClip();

  /** How many bytes can be attached to a finding in one clip. */
  @WithDefault("134217728")
  long largestClip();
}
