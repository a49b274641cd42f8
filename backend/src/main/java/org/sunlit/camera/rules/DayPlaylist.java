package org.sunlit.camera.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a camera recorded on a day: an HLS media playlist (RFC 8216) whose files are placed in time
 * by EXT-X-PROGRAM-DATE-TIME. A file that can't be placed, that is marked as missing (EXT-X-GAP),
 * or that lies outside the camera's folder isn't taken: what isn't taken is a gap.
 */
public final class DayPlaylist {
  private static final String HEAD = "#EXTM3U";
  private static final String DURATION = "#EXTINF:";
  private static final String TIME = "#EXT-X-PROGRAM-DATE-TIME:";
  private static final String MAP = "#EXT-X-MAP:";
  private static final String DISCONTINUITY = "#EXT-X-DISCONTINUITY";
  private static final String GAP = "#EXT-X-GAP";
  private static final String KEY = "#EXT-X-KEY:";
  private static final String RANGE = "#EXT-X-BYTERANGE:";

  /**
   * RFC 8216 asks for ISO 8601; encoders write the offset with a colon and without, and as much of
   * a second as they know.
   */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private static final Pattern URI = Pattern.compile("URI=\"([^\"]*)\"");
  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,9})?),?.*");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._/-]{0,255}");

  /** A playlist that isn't one, or that needs what isn't offered here. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  private final List<Segment> segments = new ArrayList<>();
  private Instant next;
  private Duration length;
  private String map;
  private boolean fresh;
  private boolean missing;

  private DayPlaylist() {}

  /**
   * The files of a playlist, in its order.
   *
   * @throws Unreadable for what is no playlist, is encrypted, or keeps several segments in one file
   */
  public static List<Segment> read(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      throw new Unreadable("no " + HEAD);
    }
    DayPlaylist playlist = new DayPlaylist();
    lines.forEach(playlist::line);
    return List.copyOf(playlist.segments);
  }

  private void line(String line) {
    if (line.startsWith(DURATION)) {
      length = duration(line.substring(DURATION.length()));
    } else if (line.startsWith(TIME)) {
      next = moment(line.substring(TIME.length()));
    } else if (line.startsWith(MAP)) {
      Matcher uri = URI.matcher(line);
      if (!uri.find() || line.contains("BYTERANGE=")) {
        throw new Unreadable(MAP);
      }
      map = uri.group(1);
    } else if (line.equals(DISCONTINUITY)) {
      fresh = true;
    } else if (line.equals(GAP)) {
      missing = true;
    } else if (line.startsWith(RANGE) || line.startsWith(KEY) && !line.contains("METHOD=NONE")) {
      throw new Unreadable(line.substring(0, line.indexOf(':')));
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      file(line);
    }
  }

  private void file(String path) {
    if (length == null) {
      throw new Unreadable("a file without " + DURATION);
    }
    boolean inside = isInside(path) && (map == null || isInside(map));
    if (next != null && !length.isZero() && !missing && inside) {
      segments.add(new Segment(next, length, path, map, fresh));
    }
    fresh = missing || !inside;
    next = next == null ? null : next.plus(length);
    length = null;
    missing = false;
  }

  private static boolean isInside(String path) {
    return PATH.matcher(path).matches() && !path.contains("..") && !path.contains("//");
  }

  private static Duration duration(String said) {
    Matcher seconds = SECONDS.matcher(said);
    if (!seconds.matches()) {
      throw new Unreadable(DURATION + said);
    }
    return Duration.ofMillis(
        new BigDecimal(seconds.group(1))
            .movePointRight(3)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  private static Instant moment(String said) {
    try {
      return OffsetDateTime.parse(said, MOMENT).toInstant();
    } catch (DateTimeException notOne) {
      throw new Unreadable(TIME + said);
    }
  }
}
