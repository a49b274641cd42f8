package org.sunlit.platform;

import java.util.Map;

/**
 * An answer as it goes over the wire, so that a repeated command gets the very same one.
 *
 * @param status HTTP status
 * @param headers such as {@code ETag} and {@code Location}; never cookies
 * @param body JSON, empty when there is none
 */
public record Reply(int status, Map<String, String> headers, String body) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** An answer without headers of its own. */
  public Reply(int status, String body) {
    this(status, Map.of(), body);
  }
}
