package org.sunlit.charge.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what goes to the payment gateway and checks what comes: HMAC-SHA256 (RFC 2104). */
public final class Signatures {
  /** What was signed longer ago, or so much later, is refused: it may be a replay. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";

  private Signatures() {}

  /** The signature of these lines, in hexadecimal. */
  public static String sign(byte[] secret, String... lines) {
    return HexFormat.of().formatHex(mac(secret, lines));
  }

  /**
   * Whether the signature is of these lines, of which the first is the time in seconds since 1970,
   * and was made about now.
   */
  public static boolean genuine(byte[] secret, String signature, Instant now, String... lines) {
    byte[] given;
    Instant signed;
    try {
      given = HexFormat.of().parseHex(signature);
      signed = Instant.ofEpochSecond(Long.parseLong(lines[0]));
    } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
      return false;
    }
    boolean fresh = Duration.between(signed, now).abs().compareTo(GOOD_FOR) <= 0;
    return MessageDigest.isEqual(mac(secret, lines), given) && fresh;
  }

  private static byte[] mac(byte[] secret, String... lines) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has HMAC-SHA256
    }
  }
}
