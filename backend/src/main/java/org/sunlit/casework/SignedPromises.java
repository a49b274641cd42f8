package org.sunlit.casework;

import java.util.Map;
import java.util.stream.Collectors;

/** Reads what was signed from the contract's shape of it. */
public final class SignedPromises {
  private SignedPromises() {}

  /** Null when nothing is promised. */
  static SignedPromise one(org.sunlit.api.model.SignedPromise promise) {
    return promise == null
        ? null
        : new SignedPromise(
            promise.getVersion(),
            promise.getSignedName().strip(),
            promise.getLate(),
            Boolean.TRUE.equals(promise.getConditions()));
  }

  /** What was signed with one form for several items, by their codes. */
  public static Map<String, SignedPromise> byItem(
      Map<String, org.sunlit.api.model.SignedPromise> promises) {
    return promises == null
        ? Map.of()
        : promises.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> one(entry.getValue())));
  }
}
