package org.sunlit.camera;

import io.smallrye.mutiny.Uni;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sunlit.camera.rules.DayPlaylist;
import org.sunlit.camera.rules.Segment;
import org.sunlit.platform.HttpFolder;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Recordings behind a base address, laid out as in {@link FolderRecordings}. What is too old isn't
 * asked for; deleting it is that store's own.
 */
final class HttpRecordings implements RecordingStore {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpFolder folder;

  HttpRecordings(HttpFolder folder) {
    this.folder = folder;
  }

  @Override
  public Uni<List<Segment>> recorded(String camera, LocalDate day) {
    return get(camera + '/' + day + FolderRecordings.PLAYLIST)
        .map(
            found ->
                found
                    .map(bytes -> DayPlaylist.read(new String(bytes, StandardCharsets.UTF_8)))
                    .orElse(List.of()));
  }

  @Override
  public Uni<byte[]> file(String camera, String path) {
    return get(camera + '/' + path)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  @Override
  public Uni<List<Forgotten>> forget(LocalDate firstKept) {
    return Uni.createFrom().item(List.of());
  }

  private Uni<Optional<byte[]>> get(String path) {
    return folder
        .send(folder.request(path), HttpResponse.BodyHandlers.ofByteArray())
        .map(
            answer ->
                switch (answer.statusCode()) {
                  case OK -> Optional.of(answer.body());
                  case NOT_FOUND -> Optional.<byte[]>empty();
                  default -> throw new IllegalStateException("answered " + answer.statusCode());
                });
  }
}
