package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.sunlit.platform.Workers;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** The bytes of materials, for those who may see the case (ADR 0032). */
@ApplicationScoped
class MaterialFiles {
  private static final String FIND =
      """
      select m.sealed, m.file_key, f.content, k.master, k.wrapped
      from case_file c
        join vault_key k on k.subject = c.case_number
        join case_material m on m.case_number = c.case_number
        join material_file f on f.id = m.id
      where c.case_number = $1 and m.id = $2
      """;
  private static final String READABLE = FIND + " and " + CaseRights.readable(3);

  /** A file and its name. */
  record Stored(String fileName, Buffer content) {}

  private final Pool pool;
  private final Vault vault;

  MaterialFiles(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  Uni<Optional<Stored>> find(String caseNumber, UUID materialId, CaseRights rights) {
    return pool.preparedQuery(READABLE)
        .execute(rights.addTo(Tuple.of(caseNumber, materialId)))
        .chain(rows -> opened(caseNumber, materialId, rows));
  }

  /** The same for whose own case it is, which the caller has made sure of. */
  Uni<Optional<Stored>> own(String caseNumber, UUID materialId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(caseNumber, materialId))
        .chain(rows -> opened(caseNumber, materialId, rows));
  }

  private Uni<Optional<Stored>> opened(String caseNumber, UUID materialId, RowSet<Row> rows) {
    return rows.size() == 0
        ? Uni.createFrom().item(Optional.empty())
        : open(caseNumber, materialId, rows.iterator().next()).map(Optional::of);
  }

  /** Megabytes take a while: on a worker. */
  private Uni<Stored> open(String caseNumber, UUID materialId, Row row) {
    WrappedKey wrapped =
        new WrappedKey(caseNumber, row.getString("master"), row.getBuffer("wrapped").getBytes());
    byte[] sealedName = row.getBuffer("sealed").getBytes();
    byte[] fileKey = row.getBuffer("file_key").getBytes();
    byte[] content = row.getBuffer("content").getBytes();
    Supplier<Stored> opening =
        () -> {
          DataKey key = vault.unwrap(wrapped);
          CaseSeals.Label label = CaseSeals.label(key, materialId, sealedName);
          DataKey own = CaseSeals.fileKey(key, materialId, fileKey);
          return new Stored(label.fileName(), Buffer.buffer(UploadSeals.openContent(own, content)));
        };
    return content.length <= DataKey.QUICK_BYTES
        ? Uni.createFrom().item(opening)
        : Workers.call(opening::get);
  }
}
