package org.sunlit.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of several keys signs, and which verify. Depends on nothing but the keys and the time, so
 * that nodes with the same keys agree.
 */
final class KeyRing {
  /** As long as a token of the key before may be about. */
  static final Duration OVERLAP = EndedSessions.REMEMBERED;

  private final List<TokenKey> keys;

  /**
   * @param keys at least one, in any order
   */
  KeyRing(List<TokenKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("There is no key to sign tokens with");
    }
    this.keys = keys.stream().sorted(Comparator.comparing(TokenKey::from)).toList();
  }

  /** The one that signs: of those that have begun the latest; before any has, the first. */
  TokenKey signer(Instant now) {
    TokenKey signer = keys.get(0);
    for (TokenKey key : keys) {
      if (!key.from().isAfter(now)) {
        signer = key;
      }
    }
    return signer;
  }

  /** The one of that name, if what it signed is still taken, or will be. */
  Optional<TokenKey> verifier(String id, Instant now) {
    return verifiers(now).stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** All whose signatures are taken: the next are known before they sign. */
  List<TokenKey> verifiers(Instant now) {
    return keys.stream().filter(key -> !replaced(key, now)).toList();
  }

  private boolean replaced(TokenKey key, Instant now) {
    int next = keys.indexOf(key) + 1;
    return next < keys.size() && !keys.get(next).from().plus(OVERLAP).isAfter(now);
  }
}
