package org.sunlit.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one subject, such as a case: what is sealed with it can be opened with nothing else,
 * and nothing of it any more once its {@link WrappedKey} is destroyed. Each sealed value is bound
 * to the subject and to its place there (a table, a row).
 */
public final class DataKey {
  /** Long values are better sealed and opened on a worker: a megabyte takes milliseconds. */
  public static final int QUICK_BYTES = 64 * 1024;

  private static final String KEY = "AES";

  private final String subject;
  private final SecretKeySpec key;

  DataKey(String subject, byte[] key) {
    this.subject = subject;
    this.key = new SecretKeySpec(key, KEY);
  }

  /** Whose it is. */
  public String subject() {
    return subject;
  }

  /** Seals bytes for this place of the subject. */
  public byte[] seal(String place, byte[] plain) {
    return Aead.seal(key, belongsTo(place), plain);
  }

  /**
   * Opens what was sealed for this place of the subject.
   *
   * @throws SealBroken when it was not
   */
  public byte[] open(String place, byte[] sealed) {
    return Aead.open(key, belongsTo(place), sealed);
  }

  /** Seals a text; the result is base64, fit for JSON. */
  public String sealText(String place, String plain) {
    return Base64.getEncoder().encodeToString(seal(place, plain.getBytes(StandardCharsets.UTF_8)));
  }

  /** Opens {@link #sealText}; line breaks within, as PostgreSQL makes them, don't matter. */
  public String openText(String place, String sealed) {
    return new String(open(place, Base64.getMimeDecoder().decode(sealed)), StandardCharsets.UTF_8);
  }

  /** Seals words; null when nothing was said. */
  public byte[] sealWords(String place, String words) {
    return words == null ? null : seal(place, words.getBytes(StandardCharsets.UTF_8));
  }

  /** Opens {@link #sealWords}. */
  public String openWords(String place, byte[] sealed) {
    return sealed == null ? null : new String(open(place, sealed), StandardCharsets.UTF_8);
  }

  /** Wraps another key under this one: it lives no longer than this one. */
  public byte[] wrap(String place, DataKey other) {
    return seal(place, other.key.getEncoded());
  }

  /** The key of that subject, wrapped under this one before. */
  public DataKey unwrap(String place, String otherSubject, byte[] wrapped) {
    return new DataKey(otherSubject, open(place, wrapped));
  }

  byte[] bytes() {
    return key.getEncoded();
  }

  private String belongsTo(String place) {
    return subject + '\n' + place;
  }

  /** Never the key itself. */
  @Override
  public String toString() {
    return "DataKey of " + subject;
  }
}
