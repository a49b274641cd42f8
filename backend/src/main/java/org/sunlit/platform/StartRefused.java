package org.sunlit.platform;

/** Sunlit can't start, for a reason that a person can do something about: the message says it. */
final class StartRefused extends RuntimeException {
  StartRefused(String message) {
    super(message);
  }

  StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
