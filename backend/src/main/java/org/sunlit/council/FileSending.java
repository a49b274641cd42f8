package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.sunlit.casework.KeptUploads;
import org.sunlit.council.CouncilFiles.Found;
import org.sunlit.council.rules.TopicRules;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Sends files, to be saved and never opened in place, to whoever sees what they came with. */
@ApplicationScoped
class FileSending {
  private final CouncilFiles files;
  private final TopicReads topics;
  private final DocumentReads documents;

  FileSending(CouncilFiles files, TopicReads topics, DocumentReads documents) {
    this.files = files;
    this.topics = topics;
    this.documents = documents;
  }

  /**
   * A file.
   *
   * @param member null for the staff
   * @return fails with 404 for what the reader may not see
   */
  Uni<Buffer> send(RoutingContext http, UUID id, Reader reader, Member member) {
    return files
        .find(id)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .call(found -> needSeen(found, reader, member))
        .chain(files::open)
        .map(
            file -> {
              http.response()
                  .putHeader("Content-Disposition", KeptUploads.attachment(file.name()))
                  .putHeader("X-Content-Type-Options", "nosniff")
                  .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                  .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
              return file.content();
            });
  }

  private Uni<Void> needSeen(Found file, Reader reader, Member member) {
    if (file.topic() == null) {
      // Departments have no part in documents.
      return member == null && !reader.keeps() && !reader.supervises()
          ? Uni.createFrom().failure(Problem.of(ProblemType.NOT_FOUND))
          : documents.one(file.document(), member).replaceWithVoid();
    }
    return topics
        .find(file.topic(), reader)
        .invoke(
            topic -> {
              boolean seen =
                  topic
                      .standing()
                      .contribution(file.act())
                      .map(each -> TopicRules.sees(each, reader))
                      .orElse(true);
              if (!seen) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }
}
