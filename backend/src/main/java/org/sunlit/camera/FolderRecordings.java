package org.sunlit.camera;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.sunlit.camera.rules.DayPlaylist;
import org.sunlit.camera.rules.Segment;
import org.sunlit.platform.Workers;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Recordings in a folder: {@code camera/2026-01-05.m3u8} is what the camera of that code recorded
 * on that day, its files lie beside it or below.
 */
final class FolderRecordings implements RecordingStore {
  private static final Logger LOG = Logger.getLogger(FolderRecordings.class);
  static final String PLAYLIST = ".m3u8";

  private final Path root;

  FolderRecordings(Path root) {
    this.root = root;
  }

  @Override
  public Uni<List<Segment>> recorded(String camera, LocalDate day) {
    Path playlist = root.resolve(camera).resolve(day + PLAYLIST);
    return Workers.call(() -> read(playlist));
  }

  @Override
  public Uni<byte[]> file(String camera, String path) {
    Path folder = root.resolve(camera).normalize();
    Path file = folder.resolve(path).normalize();
    return Workers.call(
        () -> {
          if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw Problem.of(ProblemType.NOT_FOUND);
          }
          return bytes(file);
        });
  }

  @Override
  public Uni<List<Forgotten>> forget(LocalDate firstKept) {
    return Workers.call(
        () -> {
          List<Forgotten> forgotten = new ArrayList<>();
          for (Path folder : children(root)) {
            for (Path playlist : children(folder)) {
              day(playlist)
                  .filter(day -> day.isBefore(firstKept))
                  .flatMap(day -> forget(folder, playlist, day))
                  .ifPresent(forgotten::add);
            }
          }
          return forgotten;
        });
  }

  /**
   * The files first: when it stops halfway, the playlist still says what is left to delete. One
   * that nobody can read is somebody's to look at; the others don't wait for it.
   */
  private static Optional<Forgotten> forget(Path folder, Path playlist, LocalDate day) {
    try {
      List<Path> files =
          read(playlist).stream()
              .map(segment -> folder.resolve(segment.path()))
              .distinct()
              .toList();
      int deleted = 0;
      for (Path file : files) {
        deleted += Files.deleteIfExists(file) ? 1 : 0;
      }
      Files.delete(playlist);
      return Optional.of(new Forgotten(folder.getFileName().toString(), day, deleted));
    } catch (DayPlaylist.Unreadable | IOException | UncheckedIOException failure) {
      LOG.warnf("What %s lists isn't deleted: %s", playlist, failure);
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(Path playlist) {
    String name = playlist.getFileName().toString();
    if (!name.endsWith(PLAYLIST)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(0, name.length() - PLAYLIST.length())));
    } catch (DateTimeException otherPlaylist) {
      return Optional.empty();
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Segment> read(Path playlist) {
    try {
      return DayPlaylist.read(Files.readString(playlist));
    } catch (NoSuchFileException nothing) {
      return List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
