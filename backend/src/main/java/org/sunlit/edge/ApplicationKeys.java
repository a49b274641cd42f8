package org.sunlit.edge;

/** How keys of third-party applications look, so that they are told from tokens at a glance. */
public final class ApplicationKeys {
  /** What every key begins with; also lets scanners of source code find one that was left there. */
  public static final String PREFIX = "sunlit_";

  private ApplicationKeys() {}
}
