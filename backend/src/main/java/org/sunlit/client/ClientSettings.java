package org.sunlit.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a third-party application gets when it is registered, until somebody decides otherwise. */
@ConfigMapping(prefix = "sunlit.client")
interface ClientSettings {
  /** Calls a minute, on each node. */
  @WithDefault("600")
  int perMinute();

  /** Calls a day, on all nodes together. */
  @WithDefault("50000")
  int perDay();

  /** How many one account may register. */
  @WithDefault("10")
  int mostForOneAccount();

  /** How often use is written down, and the other nodes' use is learned. */
  @WithDefault("5s")
  Duration usageEvery();
}
