package org.sunlit.client;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.sunlit.edge.ApplicationKeys;
import org.sunlit.platform.Sha256;

/** How keys are made and recognised. */
final class ClientKeys {
  private static final int RANDOM_BYTES = 32;
  private static final int HINT_CHARACTERS = ApplicationKeys.PREFIX.length() + 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ClientKeys() {}

  static String random() {
    byte[] secret = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(secret);
    return ApplicationKeys.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** As much of it as may be shown again. */
  static String hint(String key) {
    return key.substring(0, HINT_CHARACTERS);
  }

  static String hexHash(String key) {
    return HexFormat.of().formatHex(Sha256.of(key).getBytes());
  }
}
