package org.sunlit.platform;

/** Names of Sunlit's own configuration; as environment variables {@code SUNLIT_DATA} and so on. */
final class SunlitConfig {
  /** The data folder, relative to the working directory or absolute. */
  static final String DATA = "sunlit.data";

  static final String DEFAULT_DATA = ".sunlit";

  /** Set by {@link SunlitMain}, nobody else: the embedded PostgreSQL runs. */
  static final String EMBEDDED = "sunlit.embedded";

  /** Whether the demo city lives here. */
  static final String DEMO = "sunlit.demo";

  private SunlitConfig() {}
}
