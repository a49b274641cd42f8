package org.sunlit.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of what a person is looked up by: HMAC (RFC 2104) with SHA-256, the first 16 bytes.
 * Spelling that makes no difference to people makes none here.
 */
public final class BlindTokens {
  /** What a token stands for. */
  public enum Kind {
    /** 居民身份证号 or 统一社会信用代码 */
    IDENTITY_NUMBER("identityNumber"),
    PHONE("phone"),
    /** The full name, of a person or an organisation. */
    NAME("name");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The name in the database. */
    public String code() {
      return code;
    }
  }

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 16;

  private final SecretKeySpec key;

  /** Tokens under the key of the vault's subject {@code index}. */
  public BlindTokens(DataKey index) {
    this.key = new SecretKeySpec(index.bytes(), ALGORITHM);
  }

  /** The token of a value, 16 bytes. */
  public byte[] of(Kind kind, String value) {
    return Arrays.copyOf(hash(kind.code(), plain(kind, value)), TOKEN_BYTES);
  }

  /**
   * A keyed hash of a value that no person is looked up by, 32 bytes.
   *
   * @param use what it is for; hashes of different uses have nothing in common
   */
  public byte[] of(String use, String value) {
    return hash("use " + use, value);
  }

  private byte[] hash(String use, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((use + '\n').getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String plain(Kind kind, String value) {
    String same = Normalizer.normalize(value, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return switch (kind) {
      case IDENTITY_NUMBER -> same.replaceAll("[^0-9A-Z]", "");
      case PHONE -> same.replaceAll("[^0-9]", "").replaceFirst("^(0086|86)(?=1[0-9]{10}$)", "");
      case NAME -> same.replaceAll("[\\s·.]+", "");
    };
  }
}
