package org.sunlit.council;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.KeptUploads;
import org.sunlit.casework.KeptUploads.Kept;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;

/** Files that came with what was written or sent: uploads, scanned and sealed like all others. */
@ApplicationScoped
class CouncilFiles {
  private static final String INSERT =
      """
      insert into council_file (id, topic_id, act, document_id, content_type, size, sealed, file_key)
      values (:id, cast(:topic as uuid), cast(:act as integer), cast(:document as uuid), :contentType, :size, :sealed,
        :fileKey)
      """;
  private static final String OF =
      """
      select id, topic_id, act, document_id, content_type, size, sealed from council_file
      where topic_id = $1 or document_id = $1 order by act, id
      """;
  private static final String OPEN =
      """
      select f.id, f.act, f.sealed, f.file_key, m.content, t.number as topic, d.number as document
      from council_file f join material_file m on m.id = f.id left join council_topic t on t.id = f.topic_id
        left join council_document d on d.id = f.document_id
      where f.id = $1
      """;

  /** What files came with; what they didn't is null. */
  record Of(UUID topic, Integer act, UUID document) {
    static Of act(UUID topic, int act) {
      return new Of(topic, act, null);
    }

    static Of document(UUID document) {
      return new Of(null, null, document);
    }
  }

  /**
   * A file and what it came with.
   *
   * @param act zero of a document's
   */
  record Listed(UUID id, int act, String name, String contentType, long size) {}

  /**
   * A file that is to be sent.
   *
   * @param topic the number of what it came with, or null
   * @param document the number of what it came with, or null
   */
  record Found(
      UUID id, String topic, int act, String document, byte[] label, byte[] key, byte[] content) {
    String subject() {
      return topic == null ? CouncilDocuments.SUBJECT + document : TopicRecord.SUBJECT + topic;
    }
  }

  /** As it was uploaded. */
  record Plain(String name, Buffer content) {}

  private final Pool pool;
  private final KeptUploads uploads;
  private final Vault vault;

  CouncilFiles(Pool pool, KeptUploads uploads, Vault vault) {
    this.pool = pool;
    this.uploads = uploads;
    this.vault = vault;
  }

  /**
   * Takes uploads out of those that wait, in the caller's transaction.
   *
   * @return fails with 422 naming each that isn't there
   */
  Uni<Void> keep(Mutiny.Session session, Of of, List<UUID> wanted, Instant now, DataKey key) {
    if (wanted.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return uploads
        .take(session, wanted, now, key)
        .onFailure(Problem.class)
        .transform(CouncilFiles::asFiles)
        .onItem()
        .transformToMulti(kept -> Multi.createFrom().iterable(kept))
        .onItem()
        .transformToUniAndConcatenate(kept -> insert(session, of, kept))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Problem asFiles(Throwable failure) {
    Problem gone = (Problem) failure;
    Problem here = Problem.of(gone.type());
    for (var error : gone.errors()) {
      here = here.at(error.pointer().replace("/evidence/", "/files/"), error.messageKey());
    }
    return here;
  }

  private static Uni<Integer> insert(Mutiny.Session session, Of of, Kept kept) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", kept.id())
        .setParameter("topic", of.topic())
        .setParameter("act", of.act())
        .setParameter("document", of.document())
        .setParameter("contentType", kept.contentType())
        .setParameter("size", kept.size())
        .setParameter("sealed", kept.label())
        .setParameter("fileKey", kept.fileKey())
        .executeUpdate();
  }

  /** All that came with a topic or a document. */
  Uni<List<Listed>> of(UUID topicOrDocument, DataKey key) {
    return pool.preparedQuery(OF)
        .execute(Tuple.of(topicOrDocument))
        .map(rows -> rows.stream().map(row -> listed(row, key)).toList());
  }

  private static Listed listed(Row row, DataKey key) {
    UUID id = row.getUUID("id");
    Integer act = row.getInteger("act");
    return new Listed(
        id,
        act == null ? 0 : act,
        KeptUploads.label(key, id, row.getBuffer("sealed").getBytes()).fileName(),
        row.getString("content_type"),
        row.getLong("size"));
  }

  /** A file by its id; whether the reader may have it is asked by the caller. */
  Uni<Optional<Found>> find(UUID id) {
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(CouncilFiles::found));
  }

  private static Found found(Row row) {
    Integer act = row.getInteger("act");
    return new Found(
        row.getUUID("id"),
        row.getString("topic"),
        act == null ? 0 : act,
        row.getString("document"),
        row.getBuffer("sealed").getBytes(),
        row.getBuffer("file_key").getBytes(),
        row.getBuffer("content").getBytes());
  }

  Uni<Plain> open(Found file) {
    return vault
        .find(file.subject())
        .map(Optional::orElseThrow)
        .chain(
            key ->
                KeptUploads.open(key, file.id(), file.key(), file.content())
                    .map(
                        content ->
                            new Plain(
                                KeptUploads.label(key, file.id(), file.label()).fileName(),
                                content)));
  }
}
