package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A material handed in.
 *
 * @param code the material's code in the item's list
 * @param uploadId the upload it is; null when it was handed in on paper at the window
 */
public record HandedIn(String code, UUID uploadId) {
  public HandedIn {
    requireNonNull(code, "code");
  }
}
