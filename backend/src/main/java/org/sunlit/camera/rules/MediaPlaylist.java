package org.sunlit.camera.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sunlit.camera.rules.Footage.Piece;

/**
 * Footage as an HLS media playlist (RFC 8216 section 4.3), complete and with the moment of every
 * piece. Its files are {@code files/0}, {@code files/1} … beside it.
 */
public final class MediaPlaylist {
  /** EXT-X-MAP outside of I-frame playlists needs it. */
  private static final int VERSION = 6;

  private MediaPlaylist() {}

  public static String write(Footage footage) {
    List<Piece> pieces = footage.pieces();
    long longest = pieces.stream().mapToLong(piece -> piece.length().toMillis()).max().orElse(0);
    StringBuilder text =
        new StringBuilder("#EXTM3U\n#EXT-X-VERSION:")
            .append(VERSION)
            .append("\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-TARGETDURATION:")
            .append((longest + 999) / 1000)
            .append("\n#EXT-X-START:TIME-OFFSET=")
            .append(seconds(before(footage)))
            .append(",PRECISE=YES\n");
    Piece last = null;
    for (Piece piece : pieces) {
      append(text, piece, last);
      last = piece;
    }
    return text.append("#EXT-X-ENDLIST\n").toString();
  }

  /** How much of the first piece lies before what was asked for. */
  private static Duration before(Footage footage) {
    return footage.pieces().stream()
        .findFirst()
        .map(Piece::start)
        .filter(start -> start.isBefore(footage.span().from()))
        .map(start -> Duration.between(start, footage.span().from()))
        .orElse(Duration.ZERO);
  }

  private static void append(StringBuilder text, Piece piece, Piece last) {
    boolean other = last != null && !Objects.equals(last.map(), piece.map());
    boolean breaks = last != null && (piece.fresh() || other || !follows(piece, last));
    if (breaks) {
      text.append("#EXT-X-DISCONTINUITY\n");
    }
    if (piece.map() != null && (last == null || breaks)) {
      text.append("#EXT-X-MAP:URI=\"files/").append(piece.map()).append("\"\n");
    }
    text.append("#EXT-X-PROGRAM-DATE-TIME:")
        .append(piece.start())
        .append("\n#EXTINF:")
        .append(seconds(piece.length()))
        .append(",\nfiles/")
        .append(piece.file())
        .append('\n');
  }

  private static boolean follows(Piece piece, Piece last) {
    Instant end = last.start().plus(last.length());
    return Duration.between(end, piece.start()).abs().compareTo(Footage.UNNOTICED) <= 0;
  }

  private static String seconds(Duration length) {
    return String.format(Locale.ROOT, "%.3f", length.toMillis() / 1000.0);
  }
}
