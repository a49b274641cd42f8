package org.sunlit.casework;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names of uploaded files: what is kept of them, and how they are sent back. */
final class FileNames {
  private static final int LONGEST = 200;
  private static final String NAMELESS = "material";
  private static final String REFUSED = "<>:\"|?*";

  private FileNames() {}

  /**
   * The name as it is kept: the last part of a path, without control characters, invisible
   * direction marks and what file systems refuse, at most 200 characters with its extension.
   */
  static String clean(String given) {
    String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    name.codePoints()
        .filter(FileNames::visible)
        .map(character -> REFUSED.indexOf(character) < 0 ? character : '_')
        .forEach(kept::appendCodePoint);
    String plain = kept.toString().strip().replaceAll("^\\.+", "").replaceAll("\\s+", " ");
    return plain.isEmpty() ? NAMELESS : shortened(plain);
  }

  private static boolean visible(int character) {
    int type = Character.getType(character);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE;
  }

  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    return name.substring(0, name.offsetByCodePoints(0, LONGEST - extension.length())) + extension;
  }

  /** The header that has a file saved and not opened (RFC 6266, its name by RFC 8187). */
  static String attachment(String name) {
    String ascii = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%;]", "_");
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
