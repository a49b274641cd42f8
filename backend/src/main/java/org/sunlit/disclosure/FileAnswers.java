package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.casework.KeptUploads;
import org.sunlit.platform.ByteRange;
import org.sunlit.platform.PartialAnswers;
import org.sunlit.powerlist.EntityTags;

/** Sends files to be saved and never opened in place; what a reader has of one isn't sent again. */
@ApplicationScoped
class FileAnswers {
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
    asAttachment(http, file.name());
    // A range of another version is no use: the whole is sent then (section 13.1.5).
    String of = http.request().getHeader("If-Range");
    String asked = of == null || of.equals(tag) ? http.request().getHeader("Range") : null;
    ByteRange part =
        PartialAnswers.begin(http, asked, file.size())
            .orElseGet(() -> new ByteRange(0, file.size() - 1));
    return reads.bytes(file.id(), part);
  }

  static HttpServerResponse asAttachment(RoutingContext http, String name) {
    return http.response()
        .putHeader("Content-Disposition", KeptUploads.attachment(name))
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "sandbox; default-src 'none'");
  }
}
