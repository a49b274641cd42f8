package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether what a complaint names exists. */
@ApplicationScoped
class ComplaintLinks {
  private static final String KNOWN =
      """
      select $1::text is null or exists (select from case_file where case_number = $1) as "/caseNumber",
        $2::text is null or exists (select from power_item where code = $2) as "/itemCode",
        $3::text is null or exists (select from department where code = $3) as "/departmentCode",
        $4::text is null or exists (select from place where code = $4) as "/placeCode"
      """;
  private static final String DEPARTMENTS =
      "select count(*) as known from department where code = any ($1)";
  private static final String STAFF =
      "select count(*) as known from account where account = any ($1) and kind = 'staff'";

  private final Pool pool;

  ComplaintLinks(Pool pool) {
    this.pool = pool;
  }

  /** Fails with 422 for what is linked to nothing. */
  Uni<Void> check(Complaints.Message message) {
    return pool.preparedQuery(KNOWN)
        .execute(
            Tuple.of(
                message.caseNumber(),
                message.itemCode(),
                message.departmentCode(),
                message.placeCode()))
        .invoke(rows -> unknown(rows.iterator().next()))
        .replaceWithVoid();
  }

  private static void unknown(Row row) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (String field : List.of("/caseNumber", "/itemCode", "/departmentCode", "/placeCode")) {
      if (!row.getBoolean(field)) {
        wrong = wrong.at(field, "complaint.unknown-link");
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  /** Fails with 422 unless all of these are departments. */
  Uni<Void> departments(Collection<String> codes, String pointer) {
    return all(DEPARTMENTS, codes, pointer);
  }

  /** Fails with 422 unless all of these are accounts of staff. */
  Uni<Void> staff(Collection<String> accounts, String pointer) {
    return all(STAFF, accounts, pointer);
  }

  private Uni<Void> all(String sql, Collection<String> codes, String pointer) {
    return codes.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(sql)
            .execute(Tuple.of(codes.toArray(String[]::new)))
            .invoke(
                rows -> {
                  if (rows.iterator().next().getLong("known") < codes.size()) {
                    throw Problem.of(ProblemType.UNPROCESSABLE)
                        .at(pointer, "complaint.unknown-link");
                  }
                })
            .replaceWithVoid();
  }
}
