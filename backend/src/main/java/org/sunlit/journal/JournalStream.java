package org.sunlit.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The journal's public side in its order, and the news that it has grown. */
@ApplicationScoped
public class JournalStream {

  static final String PUBLIC_COLUMNS =
      """
      p.place, r.case_number, r.item_code, r.item_name, r.item_name_en, r.department_code, r.department_name,
      r.department_name_en, r.region_code, r.handling, r.state, r.step_id, r.step_name, r.step_name_en,
      r.applicant_masked, r.occurred_at, r.due_at, r.joint_number, r.taken_in_at, r.taken_in_at_en
      """;
  private static final String FROM_PUBLIC =
      " from journal_place p join journal_public r on r.event_id = p.event_id ";
  private static final String AFTER =
      "select " + PUBLIC_COLUMNS + FROM_PUBLIC + "where p.place > $1 order by p.place limit $2";
  private static final String NEWEST =
      "select "
          + PUBLIC_COLUMNS
          + FROM_PUBLIC
          + """
          where p.place <= $1 and r.region_code like $2 and ($3::text is null or r.department_code = $3)
          order by p.place desc limit $4
          """;
  private static final String HEAD = "select coalesce(max(place), 0) as head from journal_place";

  private final Pool pool;
  private final AtomicLong head = new AtomicLong();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

  JournalStream(Pool pool) {
    this.pool = pool;
  }

  /** The newest place this node knows of; 0 while the journal is empty. */
  public long head() {
    return head.get();
  }

  /**
   * Calls back with the new head whenever the journal has grown, on an event loop: don't block,
   * don't throw.
   */
  public void onAdvance(LongConsumer listener) {
    listeners.add(listener);
  }

  /** Public rows after a place, oldest first. */
  public Uni<List<PlacedPublicRow>> publicAfter(long place, int most) {
    return rows(AFTER, Tuple.of(place, most));
  }

  /**
   * Public rows up to a place, newest first.
   *
   * @param regionPrefix the digits that the region's code begins with; empty for all
   * @param departmentCode null for all departments
   */
  public Uni<List<PlacedPublicRow>> newest(
      long upTo, String regionPrefix, String departmentCode, int most) {
    return rows(NEWEST, Tuple.of(upTo, regionPrefix + "%", departmentCode, most));
  }

  /** Reads how far the journal has come, from the database. */
  public Uni<Long> readHead() {
    return pool.query(HEAD)
        .execute()
        .map(rows -> rows.iterator().next().getLong("head"))
        .invoke(this::advancedTo);
  }

  /** Told by whoever learns how far the journal has come; late or repeated news is ignored. */
  void advancedTo(long place) {
    long before = head.getAndUpdate(now -> Math.max(now, place));
    if (place > before) {
      listeners.forEach(listener -> listener.accept(place));
    }
  }

  private Uni<List<PlacedPublicRow>> rows(String statement, Tuple arguments) {
    return pool.preparedQuery(statement).execute(arguments).map(JournalStream::rows);
  }

  private static List<PlacedPublicRow> rows(RowSet<Row> rows) {
    List<PlacedPublicRow> placed = new ArrayList<>(rows.size());
    rows.forEach(row -> placed.add(row(row)));
    return placed;
  }

  private static PlacedPublicRow row(Row row) {
    var dueAt = row.getOffsetDateTime("due_at");
    return new PlacedPublicRow(
        row.getLong("place"),
        new PublicProjection(
            row.getString("case_number"),
            row.getString("item_code"),
            row.getString("item_name"),
            row.getString("item_name_en"),
            row.getString("department_code"),
            row.getString("department_name"),
            row.getString("department_name_en"),
            row.getString("region_code"),
            row.getString("handling"),
            row.getString("state"),
            row.getString("step_id"),
            row.getString("step_name"),
            row.getString("step_name_en"),
            row.getString("applicant_masked"),
            row.getOffsetDateTime("occurred_at").toInstant(),
            dueAt == null ? null : dueAt.toInstant(),
            row.getString("joint_number"),
            row.getString("taken_in_at") == null
                ? null
                : new PublicProjection.TakenIn(
                    row.getString("taken_in_at"), row.getString("taken_in_at_en"))));
  }
}
