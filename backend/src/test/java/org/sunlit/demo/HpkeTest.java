package org.sunlit.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example of RFC 9180, appendix A.3.3: DHKEM(P-256, HKDF-SHA256), mode auth. */
class HpkeTest {
  private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
  private static final byte[] AAD = hex("436f756e742d30");
  private static final byte[] PLAIN =
      hex("4265617574792069732074727574682c20747275746820626561757479");
  private static final byte[] CIPHERTEXT =
      hex(
          "82ffc8c44760db691a07c5627e5fc2c08e7a86979ee79b494a17cc3405446ac2bdb8f265db4a099ed3289ffe19");
  private static final P256 EPHEMERAL =
      key("6b8de0873aed0c1b2d09b8c7ed54cbf24fdf1dfc7a47fa501f918810642d7b91");
  private static final P256 RECIPIENT =
      key("d929ab4be2e59f6954d6bedd93e638f02d4046cef21115b00cdda2acb2a4440e");
  private static final P256 SENDER =
      key("1120ac99fb1fccc1e8230502d245719d1b217fe20505c7648795139d177f0de9");

  @Test
  void derivesTheKeysOfTheExample() {
    assertEquals(
        "042224f3ea800f7ec55c03f29fc9865f6ee27004f818fcbdc6dc68932c1e52e15b79e264a98f2c535ef06745f3d30862"
            + "4414153b22c7332bc1e691cb4af4d53454",
        HexFormat.of().formatHex(EPHEMERAL.publicKey()));
    assertArrayEquals(
        EPHEMERAL.publicKey(),
        Hpke.derive(hex("798d82a8d9ea19dbc7f2c6dfa54e8a6706f7cdc119db0813dacf8440ab37c857"))
            .publicKey());
    assertArrayEquals(
        RECIPIENT.publicKey(),
        Hpke.derive(hex("7bc93bde8890d1fb55220e7f3b0c107ae7e6eda35ca4040bb6651284bf0747ee"))
            .publicKey());
    assertArrayEquals(
        SENDER.publicKey(),
        Hpke.derive(hex("874baa0dcf93595a24a45a7f042e0d22d368747daaa7e19f80a802af19204ba8"))
            .publicKey());
  }

  @Test
  void sealsAsTheExampleDoes() {
    assertArrayEquals(
        Hpke.join(EPHEMERAL.publicKey(), CIPHERTEXT),
        Hpke.aes128().seal(EPHEMERAL, RECIPIENT.publicKey(), SENDER, INFO, AAD, PLAIN));
  }

  @Test
  void opensWhatItSealsAndNothingElse() {
    Hpke hpke = Hpke.aes256();
    byte[] sealed = hpke.seal(RECIPIENT.publicKey(), SENDER, INFO, AAD, PLAIN);
    assertArrayEquals(PLAIN, hpke.open(RECIPIENT, SENDER.publicKey(), INFO, AAD, sealed));

    byte[] changed = Arrays.copyOf(sealed, sealed.length);
    changed[changed.length - 1] ^= 1;
    assertThrows(
        IllegalArgumentException.class,
        () -> hpke.open(RECIPIENT, SENDER.publicKey(), INFO, AAD, changed));
    assertThrows(
        IllegalArgumentException.class,
        () -> hpke.open(RECIPIENT, EPHEMERAL.publicKey(), INFO, AAD, sealed));
    assertThrows(
        IllegalArgumentException.class,
        () -> hpke.open(SENDER, SENDER.publicKey(), INFO, AAD, sealed));
  }

  private static P256 key(String scalar) {
    return P256.of(new BigInteger(scalar, 16));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
