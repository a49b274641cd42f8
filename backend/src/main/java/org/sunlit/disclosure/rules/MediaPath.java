package org.sunlit.disclosure.rules;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files of a film: each film has a folder, and nothing lies deeper. */
public final class MediaPath {
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern FILE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");

  /** What a store may hold for everybody, by how the file's name ends. */
  private static final Map<String, String> TYPES =
      Map.of(
          "mp4", "video/mp4",
          "m4s", "video/mp4",
          "ts", "video/mp2t",
          "m3u8", "application/vnd.apple.mpegurl",
          "jpg", "image/jpeg",
          "png", "image/png",
          "webp", "image/webp",
          "svg", "image/svg+xml");

  private MediaPath() {}

  /** Whether it names a folder and a film in it. */
  public static boolean isMedia(String path) {
    String[] parts = path.split("/", -1);
    return parts.length == 2
        && FOLDER.matcher(parts[0]).matches()
        && (parts[1].endsWith(".mp4") || parts[1].endsWith(".m3u8"))
        && type(parts[1]).isPresent();
  }

  /** Whether it names a picture. */
  public static boolean isPicture(String file) {
    return type(file).filter(type -> type.startsWith("image/")).isPresent();
  }

  /** The media type of a file; empty for what isn't served. */
  public static Optional<String> type(String file) {
    return FILE.matcher(file).matches()
        ? Optional.ofNullable(TYPES.get(file.substring(file.lastIndexOf('.') + 1)))
        : Optional.empty();
  }

  /** The name of a film's own file. */
  public static String file(String media) {
    return media.substring(media.indexOf('/') + 1);
  }

  /** Another file of the same film. */
  public static String beside(String media, String file) {
    return media.substring(0, media.indexOf('/') + 1) + file;
  }
}
