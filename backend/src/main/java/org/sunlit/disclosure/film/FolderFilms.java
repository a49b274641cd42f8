package org.sunlit.disclosure.film;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.sunlit.platform.ByteRange;
import org.sunlit.platform.Workers;

/** Films in a folder: {@code how-to-apply/film.mp4}, what belongs to it beside it. */
final class FolderFilms implements FilmStore {
  private final Path root;

  FolderFilms(Path root) {
    this.root = root;
  }

  @Override
  public Uni<Optional<Found>> find(String path) {
    return Workers.call(() -> found(root.resolve(path)));
  }

  private static Optional<Found> found(Path file) throws IOException {
    try {
      BasicFileAttributes told = Files.readAttributes(file, BasicFileAttributes.class);
      return told.isRegularFile()
          ? Optional.of(
              new Found(
                  told.size(),
                  Long.toString(told.lastModifiedTime().toMillis(), Character.MAX_RADIX)))
          : Optional.empty();
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    }
  }

  @Override
  public Uni<Buffer> read(String path, ByteRange part) {
    return Workers.call(() -> part(root.resolve(path), part));
  }

  private static Buffer part(Path file, ByteRange part) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) part.length());
    try (FileChannel channel = FileChannel.open(file)) {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, part.first() + bytes.position()) < 0) {
          throw new EOFException(file.toString());
        }
      }
    }
    return Buffer.buffer(bytes.array());
  }
}
