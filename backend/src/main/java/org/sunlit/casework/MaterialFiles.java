package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The bytes of materials, for those who may see the case (ADR 0032). */
@ApplicationScoped
class MaterialFiles {
  private static final String FIND =
      """
      select m.file_name, f.content
      from case_file c
        join case_material m on m.case_number = c.case_number
        join material_file f on f.sha256 = m.sha256
      where c.case_number = $1
      """
          + CaseRights.READABLE_FROM_2
          + " and m.id = $5";

  /** A file and its name. */
  record Stored(String fileName, Buffer content) {}

  private final Pool pool;

  MaterialFiles(Pool pool) {
    this.pool = pool;
  }

  Uni<Optional<Stored>> find(String caseNumber, UUID materialId, CaseRights rights) {
    return pool.preparedQuery(FIND)
        .execute(
            Tuple.of(
                caseNumber,
                rights.readsAll(),
                rights.readsDepartment(),
                rights.readsRegionsLike(),
                materialId))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              return Optional.of(
                  new Stored(row.getString("file_name"), row.getBuffer("content").getDelegate()));
            });
  }
}
