package org.sunlit.report.rules;

/**
 * The sizes that sealed bytes may have. Browsers fill up what they seal to the next step, so that a
 * length says little; what has another length wasn't sealed by ours.
 */
public final class SealedSizes {
  /** An HPKE encapsulated key, and a content key of 32 bytes with its tag of 16 (RFC 9180). */
  public static final int SEALED_KEY = CurvePoint.LENGTH + 32 + 16;

  /** A mailbox's secret. */
  public static final int MAILBOX = 32;

  /** The nonce and the tag of AES-256-GCM around what is sealed. */
  private static final int AROUND = 12 + 16;

  private static final int LEAST_WORDS = 1024;
  private static final int MOST_WORDS = 64 * 1024;
  private static final int LEAST_FILE = 64 * 1024;

  /** The largest file, filled up and before it is sealed, in bytes. */
  public static final int MOST_FILE = 8 * 1024 * 1024;

  private SealedSizes() {}

  /** Whether words of this sealed length can be. */
  public static boolean isWords(int length) {
    return isStep(length - AROUND, LEAST_WORDS, MOST_WORDS);
  }

  /** Whether a file of this sealed length can be. */
  public static boolean isFile(long length) {
    return length <= MOST_FILE + AROUND && isStep((int) length - AROUND, LEAST_FILE, MOST_FILE);
  }

  /** Whether it is a public key. One that isn't, among the recipients', would stop every report. */
  public static boolean isPublicKey(byte[] key) {
    return CurvePoint.is(key);
  }

  /** Steps double: 1 KB, 2 KB, 4 KB … */
  private static boolean isStep(int length, int least, int most) {
    return length >= least && length <= most && Integer.bitCount(length) == 1;
  }
}
