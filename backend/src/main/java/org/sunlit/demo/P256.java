package org.sunlit.demo;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** A key pair on the curve P-256 (FIPS 186-5) of somebody invented. */
public final class P256 {
  /** The length of an uncompressed point. */
  static final int POINT = 65;

  private static final int FIELD = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final ECParameterSpec CURVE = curve();
  private static final BigInteger PRIME = ((ECFieldFp) CURVE.getCurve().getField()).getP();
  static final BigInteger ORDER = CURVE.getOrder();

  private final BigInteger scalar;
  private final ECPoint point;

  private P256(BigInteger scalar, ECPoint point) {
    this.scalar = scalar;
    this.point = point;
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static P256 random() {
    BigInteger scalar = new BigInteger(Long.SIZE * 5, new SecureRandom());
    return of(scalar.mod(ORDER.subtract(BigInteger.ONE)).add(BigInteger.ONE));
  }

  static P256 of(BigInteger scalar) {
    return new P256(scalar, multiply(CURVE.getGenerator(), scalar));
  }

  /** The uncompressed point (SEC 1). */
  public byte[] publicKey() {
    return Hpke.join(
        new byte[] {UNCOMPRESSED}, field(point.getAffineX()), field(point.getAffineY()));
  }

  byte[] x() {
    return field(point.getAffineX());
  }

  byte[] y() {
    return field(point.getAffineY());
  }

  byte[] secret() {
    return field(scalar);
  }

  /** The x-coordinate both sides come to. */
  byte[] agree(byte[] publicKey) {
    try {
      KeyFactory keys = KeyFactory.getInstance("EC");
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(keys.generatePrivate(new ECPrivateKeySpec(scalar, CURVE)));
      ECPoint theirs =
          new ECPoint(
              new BigInteger(1, publicKey, 1, FIELD),
              new BigInteger(1, publicKey, 1 + FIELD, FIELD));
      agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(theirs, CURVE)), true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException("That is no key of this curve", broken);
    }
  }

  /** By doubling and adding; nothing here is secret enough to hide how long it takes. */
  private static ECPoint multiply(ECPoint of, BigInteger times) {
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum);
      if (times.testBit(bit)) {
        sum = add(sum, of);
      }
    }
    return sum;
  }

  private static ECPoint add(ECPoint one, ECPoint other) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return other;
    }
    if (other.equals(ECPoint.POINT_INFINITY)) {
      return one;
    }
    BigInteger x = one.getAffineX();
    BigInteger y = one.getAffineY();
    BigInteger rise;
    BigInteger run;
    if (one.equals(other)) {
      rise = x.pow(2).multiply(BigInteger.valueOf(3)).add(CURVE.getCurve().getA());
      run = y.shiftLeft(1);
    } else {
      rise = other.getAffineY().subtract(y);
      run = other.getAffineX().subtract(x);
    }
    BigInteger slope = rise.multiply(run.modInverse(PRIME)).mod(PRIME);
    BigInteger sumX = slope.pow(2).subtract(x).subtract(other.getAffineX()).mod(PRIME);
    return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(PRIME));
  }

  private static byte[] field(BigInteger number) {
    byte[] bytes = new byte[FIELD];
    byte[] written = number.toByteArray();
    int length = Math.min(written.length, FIELD);
    System.arraycopy(written, written.length - length, bytes, FIELD - length, length);
    return bytes;
  }
}
