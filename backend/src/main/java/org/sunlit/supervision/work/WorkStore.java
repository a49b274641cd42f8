package org.sunlit.supervision.work;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.work.rules.CaseFacts;
import org.sunlit.supervision.work.rules.Within;

/** The facts of cases in the database. */
@ApplicationScoped
class WorkStore {
  private static final String FACTS =
      "select case_number, facts::text as facts from work_case where case_number = any ($1)";
  private static final String KEEP =
      """
      insert into work_case (case_number, department_code, first_at, last_at, facts)
      values ($1, $2, $3, $3, cast($4 as text)::jsonb)
      on conflict (case_number) do update set department_code = excluded.department_code,
        last_at = greatest(work_case.last_at, excluded.last_at), facts = excluded.facts
      """;
  private static final String HAND =
      """
      insert into work_hand (account, case_number, first_at, last_at) values ($1, $2, $3, $3)
      on conflict (account, case_number) do update set last_at = greatest(work_hand.last_at, excluded.last_at)
      """;
  private static final String OF_DEPARTMENT =
      """
      select facts::text as facts from work_case
      where department_code = $1 and last_at >= $2 and first_at < $3 order by case_number desc
      """;
  private static final String OF_PERSON =
      """
      select c.facts::text as facts from work_hand h join work_case c on c.case_number = h.case_number
      where h.account = $1 and h.last_at >= $2 and h.first_at < $3 order by c.case_number desc
      """;
  private static final String ITEMS =
      """
      select distinct on (case_number) case_number, item_name, item_name_en from journal_public
      where case_number = any ($1) order by case_number
      """;

  /** What an item is called. */
  record ItemName(String name, String nameEn) {}

  private final Pool pool;

  WorkStore(Pool pool) {
    this.pool = pool;
  }

  Uni<Map<String, CaseFacts>> facts(SqlConnection connection, Collection<String> numbers) {
    return connection
        .preparedQuery(FACTS)
        .execute(Tuple.of(numbers.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, CaseFacts> all = new HashMap<>();
              rows.forEach(
                  row ->
                      all.put(
                          row.getString("case_number"),
                          StoredJson.read(row.getString("facts"), CaseFacts.class)));
              return all;
            });
  }

  Uni<Optional<CaseFacts>> facts(String number) {
    return pool.withConnection(connection -> facts(connection, List.of(number)))
        .map(found -> Optional.ofNullable(found.get(number)));
  }

  /** Keeps what is known of cases now, with whoever had a hand in the last events. */
  Uni<Void> keep(SqlConnection connection, Collection<Kept> all) {
    List<Tuple> cases = new ArrayList<>();
    List<Tuple> hands = new ArrayList<>();
    for (Kept kept : all) {
      CaseFacts facts = kept.facts();
      Object at = CityTime.offset(kept.at());
      cases.add(Tuple.of(facts.caseNumber(), facts.departmentCode(), at, StoredJson.write(facts)));
      kept.hands().forEach(account -> hands.add(Tuple.of(account, facts.caseNumber(), at)));
    }
    return write(connection, KEEP, cases).chain(() -> write(connection, HAND, hands));
  }

  /** Nothing of a run of events may concern these tables. */
  private static Uni<Void> write(SqlConnection connection, String statement, List<Tuple> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection.preparedQuery(statement).executeBatch(rows).replaceWithVoid();
  }

  /** A case after an event. */
  record Kept(CaseFacts facts, java.time.Instant at, Collection<String> hands) {}

  /** Every case that a party may have a share of in a period. */
  Uni<List<CaseFacts>> of(Party party, String code, Within period) {
    String sql =
        switch (party) {
          case PERSON -> OF_PERSON;
          case DEPARTMENT -> OF_DEPARTMENT;
        };
    return pool.preparedQuery(sql)
        .execute(Tuple.of(code, CityTime.offset(period.from()), CityTime.offset(period.until())))
        .map(
            rows ->
                rows.stream()
                    .map(row -> StoredJson.read(row.getString("facts"), CaseFacts.class))
                    .toList());
  }

  Uni<Map<String, ItemName>> items(List<String> numbers) {
    return pool.preparedQuery(ITEMS)
        .execute(Tuple.of(numbers.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, ItemName> all = new HashMap<>();
              rows.forEach(
                  row ->
                      all.put(
                          row.getString("case_number"),
                          new ItemName(row.getString("item_name"), row.getString("item_name_en"))));
              return all;
            });
  }
}
