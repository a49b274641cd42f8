package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** Complaints as they are listed; who may see which is asked in the SQL itself. */
@ApplicationScoped
class ComplaintLists {
  private static final int MOST = 200;

  /** Only what is shown is joined; {@code %s} says which complaints. */
  private static final String LISTED =
      """
      with shown as (select * from complaint c where %s)
      select c.*, d.name as department, d.name_en as department_en, k.master, k.wrapped
      from shown c left join department d on d.code = c.lead_department
        join vault_key k on k.subject = 'complaint/' || c.number
      order by\s""";

  /** What is due first, as its index has it; nothing is due any more of what is closed. */
  private static final String BY_DUE = "c.due_at, c.received_at desc";

  private static final String COUNT = "select count(*) as total from complaint c where ";
  private static final String BY_RECEIPT = "c.received_at desc";
  private static final String CALLER =
      LISTED.formatted(
              "c.phone_token = $1 and $2::text <> all (c.concerned) order by "
                  + BY_RECEIPT
                  + " limit 20")
          + BY_RECEIPT;

  /** What is asked for. */
  record Asked(
      String state,
      boolean open,
      boolean overdue,
      boolean supervised,
      boolean callBack,
      String department) {}

  /** A complaint in a list, its subject unsealed. */
  record Listed(
      String number,
      String kind,
      String channel,
      String naming,
      String state,
      int round,
      boolean supervised,
      Content content,
      String department,
      String departmentName,
      String departmentNameEn,
      OffsetDateTime receivedAt,
      OffsetDateTime repliedAt,
      OffsetDateTime dueAt,
      int passedOn,
      String grade) {}

  /** Up to 200 of them, and how many there are. */
  record Page(List<Listed> found, int total) {}

  /** Conditions that all hold, with the values they name. */
  private static final class Asking {
    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    /** What stands for a value in a condition. */
    String value(Object value) {
      values.addValue(value);
      return "$" + values.size();
    }

    void only(String condition) {
      conditions.add(condition);
    }

    String text() {
      return String.join(" and ", conditions);
    }
  }

  private final Pool pool;
  private final Vault vault;
  private final ComplaintSettings settings;
  private final Clock clock;

  ComplaintLists(Pool pool, Vault vault, ComplaintSettings settings, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /** Up to 200 of what this reader has a part in, what is due first, and how many there are. */
  Uni<Page> list(Readers reader, Asked asked) {
    Asking asking = new Asking();
    seen(asking, reader);
    wanted(asking, asked);
    String page = asking.text() + " order by " + BY_DUE + " limit " + MOST;
    return pool.preparedQuery(LISTED.formatted(page) + BY_DUE)
        .execute(asking.values)
        .map(this::listed)
        .chain(found -> total(found.size(), asking).map(total -> new Page(found, total)));
  }

  /** Counting reads all of them: only where there are more than are shown. */
  private Uni<Integer> total(int shown, Asking asking) {
    return shown < MOST
        ? Uni.createFrom().item(shown)
        : pool.preparedQuery(COUNT + asking.text())
            .execute(asking.values)
            .map(rows -> Math.toIntExact(rows.iterator().next().getLong("total")));
  }

  /** All of them, their department's, those of their days on duty; never one about themselves. */
  private static void seen(Asking asking, Readers reader) {
    asking.only(asking.value(reader.actor().accountId()) + "::text <> all (c.concerned)");
    if (reader.seesAll()) {
      return;
    }
    List<String> parts = new ArrayList<>(List.of("false"));
    if (reader.department() != null) {
      String department = asking.value(reader.department());
      parts.add("c.lead_department = " + department);
      parts.add("c.joint @> array[" + department + "::text]");
    }
    if (reader.onDutyToday()) {
      parts.add("c.channel = 'directLine'");
    } else if (!reader.dutyDays().isEmpty()) {
      String days = asking.value(reader.dutyDays().toArray(LocalDate[]::new));
      parts.add(
          "c.channel = 'directLine' and (c.received_at at time zone 'Asia/Shanghai')::date = any ("
              + days
              + ")");
    }
    asking.only("(" + String.join(" or ", parts) + ")");
  }

  private void wanted(Asking asking, Asked asked) {
    OffsetDateTime now = CityTime.offset(clock.instant());
    if (asked.state() != null) {
      asking.only("c.state = " + asking.value(asked.state()));
    }
    if (asked.open()) {
      asking.only("c.state not in ('replied', 'closed') and c.due_at is not null");
    }
    if (asked.overdue()) {
      asking.only("c.state <> 'replied' and c.due_at < " + asking.value(now));
    }
    if (asked.supervised()) {
      asking.only("c.supervised");
    }
    if (asked.callBack()) {
      asking.only("c.state = 'closed' and not c.called_back and c.naming <> 'anonymous'");
      asking.only("c.closed_at <= " + asking.value(now.minus(ComplaintRules.CALL_BACK_AFTER)));
      asking.only(
          "get_byte(uuid_send(c.id), 0) % " + asking.value(settings.callBackOneIn()) + " = 0");
    }
    if (asked.department() != null) {
      asking.only("c.lead_department = " + asking.value(asked.department()));
    }
  }

  /** What came from a telephone before; none about whoever asks. */
  Uni<List<Listed>> ofCaller(byte[] phoneToken, String asking) {
    return pool.preparedQuery(CALLER).execute(Tuple.of(phoneToken, asking)).map(this::listed);
  }

  private List<Listed> listed(RowSet<Row> rows) {
    return rows.stream().map(this::listed).toList();
  }

  private Listed listed(Row row) {
    String number = row.getString("number");
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                ComplaintRecord.SUBJECT + number,
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
    return new Listed(
        number,
        row.getString("kind"),
        row.getString("channel"),
        row.getString("naming"),
        row.getString("state"),
        row.getInteger("round"),
        row.getBoolean("supervised"),
        Content.open(key, row.getBuffer("content").getBytes()),
        row.getString("lead_department"),
        row.getString("department"),
        row.getString("department_en"),
        CityTime.offset(row.getOffsetDateTime("received_at").toInstant()),
        offset(row, "first_replied_at"),
        offset(row, "due_at"),
        row.getInteger("passed_on"),
        row.getString("grade"));
  }

  private static OffsetDateTime offset(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : CityTime.offset(at.toInstant());
  }
}
