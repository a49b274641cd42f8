package org.sunlit.document;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What units say of their documents. It counts from the next document on. */
@ApplicationScoped
public class IssuingUnits {
  private static final String KEEP =
      """
      insert into document_unit (department_code, prefix, review_authority, review_authority_en, court, court_en)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (department_code) do update set prefix = excluded.prefix,
        review_authority = excluded.review_authority, review_authority_en = excluded.review_authority_en,
        court = excluded.court, court_en = excluded.court_en
      """;

  private final Pool pool;

  IssuingUnits(Pool pool) {
    this.pool = pool;
  }

  /** Keeps it, instead of what these units have said before. */
  public Uni<Void> keep(List<UnitWords> units) {
    return pool.preparedQuery(KEEP)
        .executeBatch(units.stream().map(IssuingUnits::row).toList())
        .replaceWithVoid();
  }

  private static Tuple row(UnitWords unit) {
    return Tuple.of(
        unit.department(),
        unit.prefix(),
        unit.reviewAuthority(),
        unit.reviewAuthorityEn(),
        unit.court(),
        unit.courtEn());
  }
}
