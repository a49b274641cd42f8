package org.sunlit.disclosure.film;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.sunlit.platform.ByteRange;
import org.sunlit.platform.HttpFolder;

/** Films behind a base address, laid out as in {@link FolderFilms}; it has to answer ranges. */
final class HttpFilms implements FilmStore {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_FOUND = 404;

  private final HttpFolder folder;

  HttpFilms(HttpFolder folder) {
    this.folder = folder;
  }

  @Override
  public Uni<Optional<Found>> find(String path) {
    return folder
        .send(
            folder.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()),
            HttpResponse.BodyHandlers.discarding())
        .map(
            answer ->
                switch (answer.statusCode()) {
                  case OK -> Optional.of(found(answer));
                  case NOT_FOUND -> Optional.<Found>empty();
                  default -> throw unexpected(answer);
                });
  }

  private static Found found(HttpResponse<?> answer) {
    String version =
        answer
            .headers()
            .firstValue("ETag")
            .or(() -> answer.headers().firstValue("Last-Modified"))
            .orElse("");
    return new Found(
        answer.headers().firstValueAsLong("Content-Length").orElseThrow(),
        Integer.toHexString(version.hashCode()));
  }

  @Override
  public Uni<Buffer> read(String path, ByteRange part) {
    return folder
        .send(
            folder.request(path).header("Range", "bytes=" + part.first() + '-' + part.last()),
            HttpFilms::ofAPart)
        .map(
            answer -> {
              if (answer.statusCode() != PARTIAL_CONTENT || answer.body().length != part.length()) {
                throw unexpected(answer);
              }
              return Buffer.buffer(answer.body());
            });
  }

  /** A whole film that comes in its place is thrown away as it comes, and never kept. */
  private static HttpResponse.BodySubscriber<byte[]> ofAPart(HttpResponse.ResponseInfo told) {
    return told.statusCode() == PARTIAL_CONTENT
        ? HttpResponse.BodySubscribers.ofByteArray()
        : HttpResponse.BodySubscribers.replacing(new byte[0]);
  }

  private static IllegalStateException unexpected(HttpResponse<?> answer) {
    return new IllegalStateException("answered " + answer.statusCode());
  }
}
