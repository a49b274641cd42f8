package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.DeskInfoRequest;
import org.sunlit.api.model.DeskInfoRequestPage;
import org.sunlit.api.model.InfoRequestApplicantKind;
import org.sunlit.api.model.InfoRequestChannel;
import org.sunlit.api.model.InfoRequestDecisionKind;
import org.sunlit.api.model.InfoRequestState;
import org.sunlit.inforequest.rules.RequestRules;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** Requests as they are listed; who may see which is asked in the SQL itself. */
@ApplicationScoped
class RequestLists {
  private static final int MOST = 200;
  private static final String WANTED =
      """
      ($1 or r.department = $2) and ($3::text is null or r.state = $3) and (not $4 or r.due_at is not null)
        and (not $5 or r.due_at < $6)
      """;
  private static final String LISTED =
      "with shown as (select * from info_request r where "
          + WANTED
          + " order by r.due_at, r.received_at desc limit "
          + MOST
          + """
            )
            select s.*, d.name as department_name, d.name_en as department_name_en, k.master, k.wrapped
            from shown s join department d on d.code = s.department
              join vault_key k on k.subject = 'infoRequest/' || s.number
            order by s.due_at, s.received_at desc
            """;
  private static final String COUNT =
      "select count(*) as total from info_request r where " + WANTED;

  private final Pool pool;
  private final Vault vault;
  private final Clock clock;

  RequestLists(Pool pool, Vault vault, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.clock = clock;
  }

  /** Up to 200 of what this reader may see, what is due first, and how many there are. */
  Uni<DeskInfoRequestPage> list(
      RequestRules.Reader reader, String state, boolean open, boolean overdue) {
    Instant now = clock.instant();
    Tuple asked =
        Tuple.tuple()
            .addValue(reader.supervises())
            .addValue(reader.department())
            .addValue(state)
            .addValue(open)
            .addValue(overdue)
            .addValue(CityTime.offset(now));
    return pool.preparedQuery(LISTED)
        .execute(asked)
        .map(rows -> rows.stream().map(row -> listed(row, now)).toList())
        .chain(
            items ->
                total(items, asked)
                    .map(total -> new DeskInfoRequestPage().items(items).total(total)));
  }

  private Uni<Integer> total(List<DeskInfoRequest> shown, Tuple asked) {
    return shown.size() < MOST
        ? Uni.createFrom().item(shown.size())
        : pool.preparedQuery(COUNT)
            .execute(asked)
            .map(rows -> Math.toIntExact(rows.iterator().next().getLong("total")));
  }

  private DeskInfoRequest listed(Row row, Instant now) {
    String number = row.getString("number");
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                RequestRecord.SUBJECT + number,
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
    OffsetDateTime due = row.getOffsetDateTime("due_at");
    String decision = row.getString("decision");
    return new DeskInfoRequest()
        .number(number)
        .state(InfoRequestState.fromString(row.getString("state")))
        .channel(InfoRequestChannel.fromString(row.getString("channel")))
        .applicantKind(InfoRequestApplicantKind.fromString(row.getString("applicant_kind")))
        .title(Content.open(key, row.getBuffer("content").getBytes()).title())
        .department(
            new DepartmentReference()
                .code(row.getString("department"))
                .name(row.getString("department_name"))
                .nameEn(row.getString("department_name_en")))
        .receivedAt(CityTime.offset(row.getOffsetDateTime("received_at").toInstant()))
        .dueAt(due == null ? null : CityTime.offset(due.toInstant()))
        .late(due != null && due.toInstant().isBefore(now))
        .extended(row.getInteger("extended_days") > 0)
        .decision(decision == null ? null : InfoRequestDecisionKind.fromString(decision));
  }
}
