package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.identity.Actor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.card.CardReaders.Scope;
import org.sunlit.supervision.card.rules.Party;

/**
 * Whose efficiency file 效能档案 somebody may open: their own, as its leader their department's and its
 * people's, as a supervisor everybody's.
 */
@ApplicationScoped
public class FileOwners {
  private static final String PERSON =
      "select account as code, name, name_en, department_code from account where account = $1 and kind = 'staff'";
  private static final String DEPARTMENT =
      "select code, name, name_en, code as department_code from department where code = $1";

  /**
   * Whose file it is.
   *
   * @param department a person's department now, or the department itself; may be null
   */
  public record Owner(Party party, String code, String name, String nameEn, String department) {}

  private final Pool pool;

  FileOwners(Pool pool) {
    this.pool = pool;
  }

  /** The owner of a file; fails with a {@link Problem} 404 where the reader may not open it. */
  public Uni<Owner> visible(Party party, String code, Actor reader) {
    String sql =
        switch (party) {
          case PERSON -> PERSON;
          case DEPARTMENT -> DEPARTMENT;
        };
    return pool.preparedQuery(sql)
        .execute(Tuple.of(code))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new Owner(
                                party,
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getString("department_code")))
                    .filter(owner -> mayOpen(owner, reader))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static boolean mayOpen(Owner owner, Actor reader) {
    Scope scope = CardReaders.scope(reader);
    boolean own = owner.party() == Party.PERSON && owner.code().equals(reader.accountId());
    boolean led = owner.department() != null && scope.covers(owner.department(), null);
    return own || led || scope.everything();
  }
}
