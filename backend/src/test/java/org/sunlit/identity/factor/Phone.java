package org.sunlit.identity.factor;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** Somebody's authenticator app. */
public final class Phone {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private String key;

  /** Takes in the key as it is typed. */
  public void learn(String typed) {
    key = typed;
  }

  public String key() {
    return key;
  }

  /** The code it shows then, or so many steps later. */
  public String code(Instant now, int steps) {
    ByteArrayOutputStream secret = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char sign : key.toCharArray()) {
      buffer = buffer << 5 | ALPHABET.indexOf(sign);
      bits += 5;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        secret.write(buffer >> bits);
      }
    }
    return Totp.code(secret.toByteArray(), Totp.step(now) + steps);
  }
}
