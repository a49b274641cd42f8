package org.sunlit.identity;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What is asked of libsodium, which chooses its code for the processor it runs on. Its {@code
 * size_t} and {@code unsigned long long} are Java's {@code long} on all systems it is brought for.
 */
interface Sodium extends Library {
  /** The length of a hash's text, with what fills it up ({@code crypto_pwhash_STRBYTES}). */
  int TEXT = 128;

  int sodium_init();

  /** Writes {@code $argon2id$v=19$m=…,t=…,p=1$…} with a salt of its own; 0 when it is done. */
  int crypto_pwhash_argon2id_str(
      byte[] text, byte[] password, long length, long passes, long memoryBytes);

  /** 0 when the password is the one of the text, which names its own cost. */
  int crypto_pwhash_argon2id_str_verify(String text, byte[] password, long length);

  /**
   * Loads it from the library that brings it; null where it can't be: a system it isn't brought
   * for, or one without a folder from which it may be executed.
   */
  static Sodium loadOrNull() {
    try {
      String brought = Brought.BY_SYSTEM.get(Platform.RESOURCE_PREFIX);
      if (brought == null) {
        throw new UnsatisfiedLinkError("none for " + Platform.RESOURCE_PREFIX);
      }
      File file = Native.extractFromResourcePath(brought, Sodium.class.getClassLoader());
      Sodium loaded = Native.load(file.getAbsolutePath(), Sodium.class);
      if (loaded.sodium_init() < 0) {
        throw new UnsatisfiedLinkError("libsodium doesn't start");
      }
      return loaded;
    } catch (LinkageError | IOException | RuntimeException noneForThisSystem) {
      Brought.LOG.infof("Passwords are hashed in Java: %s", noneForThisSystem.getMessage());
      return null;
    }
  }

  /** Where lazysodium keeps it for each system, by JNA's name of that. */
  final class Brought {
    private static final Logger LOG = Logger.getLogger(Sodium.class);
    private static final Map<String, String> BY_SYSTEM =
        Map.of(
            "linux-x86-64", "/linux64/libsodium.so",
            "linux-aarch64", "/arm64/libsodium.so",
            "darwin-x86-64", "/mac/libsodium.dylib",
            "darwin-aarch64", "/mac_arm/libsodium.dylib",
            "win32-x86-64", "/windows64/libsodium.dll");

    private Brought() {}
  }
}
