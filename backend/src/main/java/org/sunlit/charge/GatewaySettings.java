package org.sunlit.charge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How bills can be paid online. */
@ConfigMapping(prefix = "sunlit.charge")
interface GatewaySettings {
  /** Whether the sandbox is the gateway; by default in the demonstration alone. */
  Optional<Boolean> sandbox();

  /** The real one. */
  Gateway gateway();

  /** How long an order is good for. */
  @WithDefault("PT30M")
  Duration orderGoodFor();

  /** How long a word of the gateway is waited for before it is asked. */
  @WithDefault("PT2M")
  Duration askAfter();

  /** A payment gateway that speaks over HTTP. */
  interface Gateway {
    /** Address under which it is reached; without one there is none. */
    Optional<String> url();

    /** The secret shared with it, at least 32 characters. */
    Optional<String> secret();

    /** By what name it knows us. */
    @WithDefault("sunlit")
    String merchant();

    /** How long an answer is waited for. */
    @WithDefault("PT10S")
    Duration timeout();
  }
}
