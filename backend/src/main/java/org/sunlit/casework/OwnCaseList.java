package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.CaseState;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.OwnCase;
import org.sunlit.api.model.OwnCasePage;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * One's own cases: first what waits for the applicant, then what is under way by when it is due,
 * then what has ended, the latest first. Whose they are is decided in the SQL.
 */
@ApplicationScoped
class OwnCaseList {
  /** Three ranks one after the other, each with an order of its own that a number can say. */
  private static final String PAGE =
      """
      select * from (
        select c.case_number, c.item_code, c.item_name, c.item_name_en, c.department_code,
          d.name as department_name, d.name_en as department_name_en, c.state, c.step_id, c.step_name,
          c.step_name_en, case when c.open then c.due_at end as due_at, c.submitted_at, c.updated_at,
          case when c.state = 'inCorrection' then 0 when c.open then 1 else 2 end as rank,
          cast(case when c.open then extract(epoch from c.due_order)
            else - extract(epoch from c.updated_at) end as bigint) as place
        from case_file c join department d on d.code = c.department_code
        where c.applicant_account = $1
      ) own
      where (rank, place, case_number) > ($2, $3, $4)
      order by rank, place, case_number
      limit $5
      """;

  private static final String TOTAL =
      """
      select count(*) as total, count(*) filter (where c.state = 'inCorrection') as waiting
      from case_file c where c.applicant_account = $1
      """;

  /** Changes nothing where it is somebody's already; returns whose it is then. */
  private static final String ADD =
      """
      update case_file set applicant_account = coalesce(applicant_account, :account) where case_number = :caseNumber
      returning applicant_account
      """;

  private final Pool pool;
  private final Transactor transactor;
  private final Outbox outbox;

  OwnCaseList(Pool pool, Transactor transactor, Outbox outbox) {
    this.pool = pool;
    this.transactor = transactor;
    this.outbox = outbox;
  }

  Uni<OwnCasePage> page(String account, int limit, String cursor) {
    OwnCursor after = OwnCursor.read(cursor);
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(account, after.rank(), after.place(), after.caseNumber(), limit + 1))
        .chain(
            rows ->
                pool.preparedQuery(TOTAL)
                    .execute(Tuple.of(account))
                    .map(counts -> page(rows, counts.iterator().next(), limit)));
  }

  /**
   * Makes a case begun as a guest this account's own.
   *
   * @return fails with 409 when it is another's
   */
  Uni<Void> add(String caseNumber, String account) {
    return transactor.write(
        session ->
            session
                .createNativeQuery(ADD, String.class)
                .setParameter("caseNumber", caseNumber)
                .setParameter("account", account)
                .getSingleResult()
                .invoke(
                    owner -> {
                      if (!owner.equals(account)) {
                        throw Problem.of(ProblemType.CONFLICT).detail("case.of-another-account");
                      }
                    })
                .chain(() -> outbox.give(session, caseNumber, account)));
  }

  private static OwnCasePage page(RowSet<Row> rows, Row counts, int limit) {
    List<OwnCase> items = new ArrayList<>();
    OwnCursor last = null;
    for (Row row : rows) {
      if (items.size() == limit) {
        break;
      }
      items.add(shown(row));
      last =
          new OwnCursor(row.getInteger("rank"), row.getLong("place"), row.getString("case_number"));
    }
    return new OwnCasePage()
        .items(items)
        .total(counts.getLong("total").intValue())
        .waiting(counts.getLong("waiting").intValue())
        .nextCursor(rows.size() > limit ? last.write() : null);
  }

  private static OwnCase shown(Row row) {
    String state = row.getString("state");
    return new OwnCase()
        .caseNumber(row.getString("case_number"))
        .itemCode(row.getString("item_code"))
        .itemName(row.getString("item_name"))
        .itemNameEn(row.getString("item_name_en"))
        .department(
            new DepartmentReference()
                .code(row.getString("department_code"))
                .name(row.getString("department_name"))
                .nameEn(row.getString("department_name_en")))
        .state(CaseState.fromValue(state))
        .stepId(row.getString("step_id"))
        .stepName(row.getString("step_name"))
        .stepNameEn(row.getString("step_name_en"))
        .dueAt(local(row, "due_at"))
        .submittedAt(local(row, "submitted_at"))
        .updatedAt(local(row, "updated_at"))
        .asked(
            state.equals("inCorrection")
                ? OwnCase.AskedEnum.SUPPLEMENT
                : OwnCase.AskedEnum.NOTHING);
  }

  private static OffsetDateTime local(Row row, String column) {
    OffsetDateTime stored = row.getOffsetDateTime(column);
    return stored == null ? null : CityTime.offset(stored.toInstant());
  }
}
