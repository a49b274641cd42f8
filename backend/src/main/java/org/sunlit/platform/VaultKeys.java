package org.sunlit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The master keys 主密钥 under which every other key of the vault is wrapped: each has a name and 32
 * bytes. The first is used for what is wrapped from now on, the others only open what they wrapped
 * before, until rotation has wrapped it again.
 *
 * @param currentId the name of the first
 * @param byId all of them, in the order in which they were given
 */
public record VaultKeys(String currentId, Map<String, byte[]> byId) {
  /** {@code id:base64,id:base64}, the current one first. */
  public static final String KEYS = "sunlit.vault.keys";

  /** A file with one {@code id:base64} a line, the current one first; {@code #} begins a remark. */
  public static final String KEY_FILE = "sunlit.vault.key-file";

  /** Of AES-256. */
  public static final int KEY_BYTES = 32;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final String HOW_TO_MAKE =
      "To make one: echo \"key-1:$(openssl rand -base64 32)\"";

  /**
   * The configured keys.
   *
   * @param listed the value of {@link #KEYS}
   * @param file the value of {@link #KEY_FILE}
   * @throws IllegalArgumentException in words for the operator when there is none or one is wrong;
   *     the words never hold a key
   */
  public static VaultKeys of(Optional<String> listed, Optional<String> file) {
    List<String> entries = new ArrayList<>();
    listed.ifPresent(text -> entries.addAll(List.of(text.split(","))));
    file.ifPresent(name -> entries.addAll(lines(Path.of(name))));
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String entry : entries) {
      String plain = entry.strip();
      if (!plain.isEmpty() && !plain.startsWith("#")) {
        add(keys, plain);
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          """
          The vault that seals personal data needs a master key:
            SUNLIT_VAULT_KEYS      id:base64 of 32 bytes; several with commas between, the current one first
            SUNLIT_VAULT_KEY_FILE  or a file with one such key a line
          """
              + HOW_TO_MAKE);
    }
    return new VaultKeys(keys.keySet().iterator().next(), Map.copyOf(keys));
  }

  private static void add(Map<String, byte[]> keys, String entry) {
    int colon = entry.indexOf(':');
    String id = colon < 0 ? "" : entry.substring(0, colon).strip();
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A master key of the vault has no name, or one that isn't letters, digits, dots, dashes. "
              + HOW_TO_MAKE);
    }
    byte[] key = bytes(entry.substring(colon + 1).strip());
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "The master key " + id + " of the vault isn't 32 bytes in base64. " + HOW_TO_MAKE);
    }
    if (keys.put(id, key) != null) {
      throw new IllegalArgumentException("The vault has two master keys named " + id + ".");
    }
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException foreign) {
      return new byte[0];
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("The vault's key file " + file + " can't be read.");
    }
  }

  /** The key file of the embedded default, made when there is none. */
  static Path fileIn(Path folder, LocalDate today) throws IOException {
    Path file = folder.resolve("vault-keys");
    if (!Files.exists(file)) {
      PrivateFiles.write(
          file,
          "# The first key seals what is stored from now on; older ones below it still open theirs.\n"
              + line("key-" + today)
              + "\n");
    }
    return file;
  }

  /** A new key as it stands in a key file. */
  static String line(String id) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return id + ":" + Base64.getEncoder().encodeToString(key);
  }

  /** Never the keys themselves. */
  @Override
  public String toString() {
    return "VaultKeys" + byId.keySet();
  }
}
