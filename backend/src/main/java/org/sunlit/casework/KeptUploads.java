package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Workers;
import org.sunlit.privacy.DataKey;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;

/**
 * Uploads that another room keeps, as cases keep theirs: scanned when they came, sealed with a key
 * of their own, which is wrapped under the key of whatever they belong to.
 */
@ApplicationScoped
public class KeptUploads {
  private static final String LABEL = "/label";

  /**
   * A file that is kept.
   *
   * @param label its name and hash, sealed
   * @param fileKey its own key, wrapped
   */
  public record Kept(UUID id, String contentType, long size, byte[] label, byte[] fileKey) {}

  /** How a kept file is called. */
  public record Label(String fileName, String sha256) {}

  private final UploadClaims claims;

  KeptUploads(UploadClaims claims) {
    this.claims = claims;
  }

  /**
   * Takes uploads out of the waiting ones, in the caller's transaction.
   *
   * @param key of what they belong to from now on
   * @return fails with 422 naming each, in {@code /evidence}, that isn't there
   */
  public Uni<List<Kept>> take(
      Mutiny.Session session, List<UUID> uploads, Instant now, DataKey key) {
    List<HandedIn> wanted =
        uploads.stream().map(upload -> new HandedIn("evidence", upload)).toList();
    return claims
        .take(session, wanted, 1, now, key)
        .onFailure(Problem.class)
        .transform(KeptUploads::elsewhere)
        .map(taken -> taken.stream().map(one -> kept(one, key)).toList());
  }

  /** Here they are pieces of evidence, and no materials of a case. */
  private static Problem elsewhere(Problem gone) {
    Problem here = Problem.of(gone.type());
    for (FieldProblem error : gone.errors()) {
      String pointer =
          error.pointer().replace("/materials/", "/evidence/").replace("/uploadId", "");
      here = here.at(pointer, error.messageKey());
    }
    return here;
  }

  private static Kept kept(StoredMaterial taken, DataKey key) {
    byte[] label = StoredJson.bytes(new Label(taken.fileName(), taken.sha256()));
    return new Kept(
        taken.id(),
        taken.contentType(),
        taken.size(),
        key.seal(place(taken.id()), label),
        Base64.getDecoder().decode(taken.fileKey()));
  }

  /** What is written on a kept file. */
  public static Label label(DataKey key, UUID id, byte[] sealed) {
    return StoredJson.read(key.openWords(place(id), sealed), Label.class);
  }

  /** The plain bytes of a kept file; long ones are opened on a worker. */
  public static Uni<Buffer> open(DataKey key, UUID id, byte[] fileKey, byte[] content) {
    Supplier<Buffer> opening =
        () -> Buffer.buffer(UploadSeals.openContent(CaseSeals.fileKey(key, id, fileKey), content));
    return content.length <= DataKey.QUICK_BYTES
        ? Uni.createFrom().item(opening)
        : Workers.call(opening::get);
  }

  /** The header that has a file saved and not opened. */
  public static String attachment(String fileName) {
    return FileNames.attachment(fileName);
  }

  private static String place(UUID id) {
    return "kept/" + id + LABEL;
  }
}
