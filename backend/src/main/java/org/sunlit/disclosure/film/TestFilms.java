package org.sunlit.disclosure.film;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.sunlit.disclosure.rules.MediaPath;
import org.sunlit.platform.ByteRange;

/** The test picture of one minute, in every folder: as one file, and as a stream. */
final class TestFilms implements FilmStore {
  private static final String PLAYLIST =
      """
      #EXTM3U
      #EXT-X-VERSION:6
      #EXT-X-PLAYLIST-TYPE:VOD
      #EXT-X-TARGETDURATION:60
      #EXT-X-MAP:URI="init.mp4"
      #EXTINF:60.000,
      minute.m4s
      #EXT-X-ENDLIST
      """;

  private final Map<String, Buffer> files;

  TestFilms() {
    Buffer map = resource("/camera/init.mp4");
    Buffer minute = resource("/camera/minute.m4s");
    files =
        Map.of(
            "init.mp4", map,
            "minute.m4s", minute,
            "film.mp4", Buffer.buffer().appendBuffer(map).appendBuffer(minute),
            "film.m3u8", Buffer.buffer(PLAYLIST),
            "poster.svg", resource("/film/poster.svg"));
  }

  @Override
  public Uni<Optional<Found>> find(String path) {
    return Uni.createFrom()
        .item(
            Optional.ofNullable(files.get(MediaPath.file(path)))
                .map(file -> new Found(file.length(), "test")));
  }

  @Override
  public Uni<Buffer> read(String path, ByteRange part) {
    return Uni.createFrom()
        .item(files.get(MediaPath.file(path)).slice((int) part.first(), (int) part.last() + 1));
  }

  private static Buffer resource(String name) {
    try (InputStream file = TestFilms.class.getResourceAsStream(name)) {
      return Buffer.buffer(file.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
