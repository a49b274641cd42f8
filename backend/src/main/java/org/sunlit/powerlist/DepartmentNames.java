package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.sunlit.api.model.DepartmentReference;

/** What departments are called, for rooms that know them by their codes. */
@ApplicationScoped
public class DepartmentNames {
  private static final String NAMES =
      "select code, name, name_en from department where code = any ($1)";

  private final Pool pool;

  DepartmentNames(Pool pool) {
    this.pool = pool;
  }

  /** Those with these codes, by code; codes without a department are left out. */
  public Uni<Map<String, DepartmentReference>> of(Collection<String> codes) {
    return pool.preparedQuery(NAMES)
        .execute(Tuple.of(codes.stream().distinct().toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new DepartmentReference()
                                .code(row.getString("code"))
                                .name(row.getString("name"))
                                .nameEn(row.getString("name_en")))
                    .collect(Collectors.toMap(DepartmentReference::getCode, each -> each)));
  }

  /** The one with this code among them, by its code where it has no name; null stays null. */
  public static DepartmentReference named(String code, Map<String, DepartmentReference> names) {
    return code == null
        ? null
        : names.getOrDefault(code, new DepartmentReference().code(code).name(code));
  }
}
