package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.sunlit.casework.KeptUploads;
import org.sunlit.disclosure.rules.ByteRange;
import org.sunlit.powerlist.EntityTags;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Sends files to be saved and never opened in place; what a reader has of one isn't sent again. */
@ApplicationScoped
class FileAnswers {
  /** Thrown because the contract's method says 200 for whatever it returns. */
  private static final class PartialContent extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    PartialContent(Buffer bytes) {
      super(
          Response.status(Response.Status.PARTIAL_CONTENT)
              .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
              .entity(bytes)
              .build());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private final FileReads reads;

  FileAnswers(FileReads reads) {
    this.reads = reads;
  }

  /**
   * The file, or the range that was asked for (RFC 9110, section 14).
   *
   * @return fails with 304 when the reader has it, 416 when there is no such range
   */
  Uni<Buffer> send(RoutingContext http, FileReads.Found file) {
    String tag = "\"" + file.sha256() + "\"";
    EntityTags.send(http, tag);
    Optional<ByteRange> range = range(http, file, tag);
    HttpServerResponse response = asAttachment(http, file.name());
    response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    if (range.isEmpty()) {
      return reads.bytes(file.id(), new ByteRange(0, file.size() - 1));
    }
    ByteRange part = range.get();
    response.putHeader(
        HttpHeaders.CONTENT_RANGE,
        "bytes %d-%d/%d".formatted(part.first(), part.last(), file.size()));
    return reads
        .bytes(file.id(), part)
        .map(
            bytes -> {
              throw new PartialContent(bytes);
            });
  }

  /** A range of another version is no use: the whole is sent then (section 13.1.5). */
  private static Optional<ByteRange> range(RoutingContext http, FileReads.Found file, String tag) {
    String of = http.request().getHeader("If-Range");
    if (of != null && !of.equals(tag)) {
      return Optional.empty();
    }
    try {
      return ByteRange.of(http.request().getHeader("Range"), file.size());
    } catch (ByteRange.Unsatisfiable beyond) {
      throw Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, file.size())
          .header("Content-Range", "bytes */" + file.size());
    }
  }

  static HttpServerResponse asAttachment(RoutingContext http, String name) {
    return http.response()
        .putHeader("Content-Disposition", KeptUploads.attachment(name))
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "sandbox; default-src 'none'");
  }
}
