package org.sunlit.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** What a city decides about sealed reports. */
@ConfigMapping(prefix = "sunlit.report")
interface ReportSettings {
  /** So long one is kept that nobody has looked at. */
  @WithDefault("P12M")
  Period keepUnread();

  /** So long one is kept that is decided. */
  @WithDefault("P6M")
  Period keepClosed();

  /** So many files may come with a message. */
  @WithDefault("5")
  int filesAtMost();

  /**
   * A reporter writes no more to a conversation of so many messages: all of it is sent each time.
   */
  @WithDefault("100")
  int messagesAtMost();

  /**
   * So many megabytes of files may wait for a message to take them, those of everybody together.
   */
  @WithDefault("1024")
  long waitingMegabytes();
}
