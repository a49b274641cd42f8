package org.sunlit.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.sunlit.board.rules.CarrierHealth;

/** How devices of carriers keep in touch 心跳. */
@ConfigMapping(prefix = "sunlit.board.beat")
public interface BeatSettings {
  /** How often a device says that it is alive, and how often silent ones are looked for. */
  @WithDefault("60s")
  Duration every();

  default CarrierHealth health() {
    return CarrierHealth.every(every());
  }
}
