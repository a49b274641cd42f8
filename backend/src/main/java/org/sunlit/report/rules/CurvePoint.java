package org.sunlit.report.rules;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Points of the curve P-256 (FIPS 186-5; SP 800-186, section 3.2.1.3): y² = x³ − 3x + b modulo p.
 */
final class CurvePoint {
  /** An uncompressed point (SEC 1, section 2.3.3). */
  static final int LENGTH = 65;

  private static final byte UNCOMPRESSED = 4;
  private static final int FIELD = 32;
  private static final int HEX = 16;
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", HEX);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", HEX);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private CurvePoint() {}

  /** Whether these bytes are a point: browsers refuse to seal to anything else. */
  static boolean is(byte[] bytes) {
    if (bytes.length != LENGTH || bytes[0] != UNCOMPRESSED) {
      return false;
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + FIELD));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + FIELD, LENGTH));
    BigInteger right = x.pow(2).subtract(THREE).multiply(x).add(B);
    return x.compareTo(P) < 0
        && y.compareTo(P) < 0
        && y.pow(2).subtract(right).mod(P).signum() == 0;
  }
}
