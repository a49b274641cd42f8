package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplySealTest {
  private static final Reply REPLY =
      new Reply(201, Map.of("ETag", "\"1\"", "Location", "/x"), "{\"trackingCode\":\"secret\"}");

  @Test
  void opensWhatItSealed() {
    byte[] sealed = ReplySeal.seal(REPLY, "the key", "hash");
    assertEquals(REPLY, ReplySeal.open(sealed, "the key", "hash"));
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("secret"));
  }

  @Test
  void opensForNobodyElse() {
    byte[] sealed = ReplySeal.seal(REPLY, "the key", "hash");
    assertThrows(IllegalStateException.class, () -> ReplySeal.open(sealed, "another key", "hash"));
    sealed[sealed.length - 1] ^= 1;
    assertThrows(IllegalStateException.class, () -> ReplySeal.open(sealed, "the key", "hash"));
  }

  @Test
  void keepsPartsApart() {
    byte[] ab = "ab".getBytes(StandardCharsets.UTF_8);
    byte[] c = "c".getBytes(StandardCharsets.UTF_8);
    byte[] a = "a".getBytes(StandardCharsets.UTF_8);
    byte[] bc = "bc".getBytes(StandardCharsets.UTF_8);
    assertNotEquals(ReplySeal.hash(ab, c), ReplySeal.hash(a, bc));
  }

  /** RFC 5869, appendix A.1; the first 32 of its 42 bytes. */
  @Test
  void derivesKeysAsTheStandardDoes() throws Exception {
    HexFormat hex = HexFormat.of();
    byte[] derived =
        ReplySeal.hkdf(
            hex.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
            hex.parseHex("000102030405060708090a0b0c"),
            hex.parseHex("f0f1f2f3f4f5f6f7f8f9"));
    assertArrayEquals(
        hex.parseHex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"), derived);
  }
}
