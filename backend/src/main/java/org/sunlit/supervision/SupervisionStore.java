package org.sunlit.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.rules.CasePicture;
import org.sunlit.supervision.rules.CaseWatch;
import org.sunlit.supervision.rules.PastClock;
import org.sunlit.supervision.rules.Verdict;

/** The tables of supervision: a few statements for a run of events, however many they are. */
@Singleton
class SupervisionStore {
  private static final String PICTURES =
      "select picture::text as picture from supervision_case where number = any ($1)";
  private static final String DUE =
      """
      select picture::text as picture from supervision_case where alarm_at < $1
      order by alarm_at, number limit $2
      """;
  private static final String ANY_DUE =
      "select exists (select from supervision_case where alarm_at < $1) as due";
  private static final String KEEP =
      """
      insert into supervision_case (number, picture, alarm_at, stopped_late_at)
      select number, picture::jsonb, "alarmAt", "stoppedLateAt"
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x(number text, picture text, "alarmAt" timestamptz,
        "stoppedLateAt" timestamptz)
      on conflict (number) do update set picture = excluded.picture, alarm_at = excluded.alarm_at,
        stopped_late_at = excluded.stopped_late_at
      """;
  private static final String FIND =
      """
      insert into supervision_finding (id, rule, severity, subject_kind, subject, hidden_from, item_code, department_code, region_code,
        account, post, step_id, occurred_at, found_at, place, evidence)
      select id, rule, severity, subject ->> 'kind', subject ->> 'number',
        array(select jsonb_array_elements_text(subject -> 'hiddenFrom')), "itemCode", "departmentCode", "regionCode", account, post, "stepId",
        "occurredAt", "foundAt", place, evidence::jsonb
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x(id uuid, rule text, severity text, subject jsonb,
        "itemCode" text, "departmentCode" text, "regionCode" text, account text, post text, "stepId" text,
        "occurredAt" timestamptz, "foundAt" timestamptz, place bigint, evidence text)
      on conflict (id) do nothing returning id
      """;
  private static final String WITHDRAW =
      """
      update supervision_finding f set state = 'withdrawn', withdrawn_at = x.at, withdrawn_reason = x.reason,
        withdrawn_place = x.place
      from jsonb_to_recordset(cast($1 as text)::jsonb) as x(id uuid, at timestamptz, reason text, place bigint)
      where f.id = x.id and f.state = 'standing'
      returning f.id, f.rule, f.severity, f.subject_kind, f.subject, f.hidden_from, f.item_code, f.department_code, f.region_code, f.account,
        f.post, f.step_id, f.occurred_at, f.found_at, f.place, f.withdrawn_reason
      """;

  private record Kept(String number, String picture, Instant alarmAt, Instant stoppedLateAt) {}

  /** A finding's row. */
  private record Made(@JsonUnwrapped Finding finding, String evidence) {}

  private record TakenAway(UUID id, Instant at, String reason, long place) {}

  private final List<FindingListener> listeners;

  SupervisionStore(@All List<FindingListener> listeners) {
    this.listeners = listeners;
  }

  /** What is remembered of these cases, by their numbers. */
  Uni<Map<String, CasePicture>> pictures(SqlConnection connection, Set<String> numbers) {
    return connection
        .preparedQuery(PICTURES)
        .execute(Tuple.tuple().addArrayOfString(numbers.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, CasePicture> known = new HashMap<>();
              read(rows).forEach(picture -> known.put(picture.number(), picture));
              return known;
            });
  }

  /** Whether a clock has something to say at this moment. */
  Uni<Boolean> due(SqlClient client, Instant until) {
    return client
        .preparedQuery(ANY_DUE)
        .execute(Tuple.of(CityTime.offset(until)))
        .map(rows -> rows.iterator().next().getBoolean("due"));
  }

  /** The cases whose clocks have something to say, those first that wait longest. */
  Uni<List<CasePicture>> due(SqlConnection connection, Instant until, int most) {
    return connection
        .preparedQuery(DUE)
        .execute(Tuple.of(CityTime.offset(until), most))
        .map(SupervisionStore::read);
  }

  private static List<CasePicture> read(RowSet<Row> rows) {
    List<CasePicture> pictures = new ArrayList<>(rows.size());
    rows.forEach(row -> pictures.add(StoredJson.read(row.getString("picture"), CasePicture.class)));
    return pictures;
  }

  /** Keeps what was seen, and has everybody act on it who acts on findings. */
  Uni<Void> write(SqlConnection connection, CaseWatch watch, List<Seen> seen, Instant now) {
    Map<UUID, Finding> found = new LinkedHashMap<>();
    List<Made> made = new ArrayList<>();
    List<TakenAway> taken = new ArrayList<>();
    for (Seen each : seen) {
      for (Verdict verdict : each.verdicts()) {
        if (verdict instanceof Verdict.Found one) {
          Finding finding = finding(each.picture(), one, now);
          // What is known of nothing but its number belongs to nobody.
          if (finding.departmentCode() != null && found.put(one.id(), finding) == null) {
            made.add(new Made(finding, StoredJson.write(Evidence.of(one))));
          }
        } else if (verdict instanceof Verdict.Withdrawn one) {
          taken.add(new TakenAway(one.id(), one.by().at(), one.why().code(), one.by().place()));
        }
      }
    }
    return rows(connection, KEEP, seen.stream().map(each -> kept(watch, each)).toList())
        .chain(() -> rows(connection, FIND, made))
        .chain(fresh -> tell(listener -> listener.made(connection, those(found, fresh)), fresh))
        .chain(() -> rows(connection, WITHDRAW, taken))
        .chain(gone -> withdrawn(connection, gone));
  }

  private static Kept kept(CaseWatch watch, Seen seen) {
    return new Kept(
        seen.picture().number(),
        StoredJson.write(seen.picture()),
        watch.nextAlarm(seen.picture()).orElse(null),
        seen.picture().past().stream()
            .map(PastClock::until)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  private static Finding finding(CasePicture picture, Verdict.Found found, Instant now) {
    return new Finding(
        found.id(),
        found.rule().code(),
        found.rule().head().severity(),
        picture.subject(),
        picture.itemCode(),
        picture.departmentCode(),
        picture.regionCode(),
        found.account(),
        found.post(),
        found.stepId(),
        found.occurredAt(),
        now,
        found.place());
  }

  private static List<Finding> those(Map<UUID, Finding> found, List<Row> fresh) {
    Set<UUID> ids = new HashSet<>();
    fresh.forEach(row -> ids.add(row.getUUID("id")));
    return found.values().stream().filter(finding -> ids.contains(finding.id())).toList();
  }

  private Uni<Void> withdrawn(SqlConnection connection, List<Row> gone) {
    Map<String, List<Finding>> byReason = new LinkedHashMap<>();
    gone.forEach(
        row ->
            byReason
                .computeIfAbsent(row.getString("withdrawn_reason"), reason -> new ArrayList<>())
                .add(finding(row)));
    Uni<Void> told = Uni.createFrom().voidItem();
    for (Map.Entry<String, List<Finding>> each : byReason.entrySet()) {
      told =
          told.chain(
              () ->
                  tell(
                      listener -> listener.withdrawn(connection, each.getValue(), each.getKey()),
                      each.getValue()));
    }
    return told;
  }

  private Uni<Void> tell(Function<FindingListener, Uni<Void>> what, Collection<?> about) {
    Uni<Void> told = Uni.createFrom().voidItem();
    if (!about.isEmpty()) {
      for (FindingListener listener : listeners) {
        told = told.chain(() -> what.apply(listener));
      }
    }
    return told;
  }

  /** The row of a finding. */
  static Finding finding(Row row) {
    return new Finding(
        row.getUUID("id"),
        row.getString("rule"),
        Severity.of(row.getString("severity")),
        Subjects.of(row),
        row.getString("item_code"),
        row.getString("department_code"),
        row.getString("region_code"),
        row.getString("account"),
        row.getString("post"),
        row.getString("step_id"),
        row.getOffsetDateTime("occurred_at").toInstant(),
        row.getOffsetDateTime("found_at").toInstant(),
        row.getLong("place"));
  }

  private static Uni<List<Row>> rows(
      SqlConnection connection, String statement, Collection<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().item(List.of())
        : connection
            .preparedQuery(statement)
            .execute(Tuple.of(StoredJson.write(rows)))
            .map(written -> written.stream().toList());
  }
}
