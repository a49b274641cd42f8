package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Problem;

/** Joint applications in the database. What was said is sealed with a key of each (ADR 0074). */
@ApplicationScoped
class JointStore {
  private static final String LOAD =
      """
      select a.joint_number, a.theme_code, a.theme_name, a.theme_name_en, t.definition::text as definition,
        a.lead_department, a.region_code, d.name as lead_name, d.name_en as lead_name_en, a.code_hash, a.applicant_masked,
        a.submitted_at, k.master, k.wrapped, p.project_code, p.name as project_name,
        (select json_agg(json_build_object('caseNumber', c.case_number, 'itemCode', c.item_code,
          'departmentCode', c.department_code) order by c.place)::text
          from joint_case c where c.joint_number = a.joint_number) as cases,
        (select json_agg(json_build_object('body', e.body, 'said', encode(e.said, 'base64'))
          order by e.number)::text from joint_event e where e.joint_number = a.joint_number) as events
      from joint_application a
        join joint_theme_version t on t.code = a.theme_code and t.version = a.theme_version
        join department d on d.code = a.lead_department
        left join vault_key k on k.subject = a.joint_number
        left join project_application phase on phase.joint_number = a.joint_number
        left join project p on p.project_code = phase.project_code
      where a.joint_number = $1
      """;

  /** Those who lead it or have a case in it; takes the parameters of {@link Reach#within}. */
  private static final String READABLE =
      " and exists (select from joint_member m where m.joint_number = a.joint_number and "
          + Reach.within("m.department_code", "m.region_code", 2)
          + ")";

  private static final String INSERT =
      """
      insert into joint_application (joint_number, theme_code, theme_version, theme_name, theme_name_en,
        lead_department, region_code, code_hash, applicant_masked, submitted_at, version)
      values (:number, :themeCode, :themeVersion, :name, cast(:nameEn as text), :lead, :region, :codeHash,
        :masked, :at, 1)
      """;
  private static final String MEMBERS =
      """
      insert into joint_case (joint_number, place, case_number, item_code, department_code)
      select :number, c.place, c."caseNumber", c."itemCode", c."departmentCode"
      from rows from (jsonb_to_recordset(cast(cast(:cases as text) as jsonb))
        as ("caseNumber" text, "itemCode" text, "departmentCode" text)) with ordinality
        as c ("caseNumber", "itemCode", "departmentCode", place)
      """;
  private static final String MOVE =
      "update joint_application set version = :version"
          + " where joint_number = :number and version = :version - 1";
  private static final String EVENT =
      """
      insert into joint_event (joint_number, number, kind, at, body, said)
      values (:number, :event, :kind, :at, cast(cast(:body as text) as jsonb), cast(:said as bytea))
      """;

  private record StoredEvent(JointEvent body, String said) {}

  private final Pool pool;
  private final Vault vault;

  JointStore(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  Uni<Long> nextNumber() {
    return pool.query("select nextval('joint_running_number') as number")
        .execute()
        .map(rows -> rows.iterator().next().getLong("number"));
  }

  /** The joint application with this number, whoever asks. */
  Uni<Optional<JointRecord>> find(String number) {
    return pool.preparedQuery(LOAD)
        .execute(Tuple.of(number))
        .map(rows -> rows.stream().findFirst().map(this::record));
  }

  /** The same, if this reader may see it; for everybody else it isn't there. */
  Uni<Optional<JointRecord>> find(String number, Actor reader) {
    return pool.preparedQuery(LOAD + READABLE)
        .execute(Reach.of(reader).addTo(Tuple.of(number)))
        .map(rows -> rows.stream().findFirst().map(this::record));
  }

  /** Stores a joint application with its cases and its first event. */
  Uni<Void> insert(Mutiny.Session session, JointRecord born, int themeVersion) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("number", born.number())
        .setParameter("themeCode", born.themeCode())
        .setParameter("themeVersion", themeVersion)
        .setParameter("name", born.themeName())
        .setParameter("nameEn", born.themeNameEn())
        .setParameter("lead", born.lead().code())
        .setParameter("region", born.regionCode())
        .setParameter("codeHash", born.codeHash())
        .setParameter("masked", born.applicantMasked())
        .setParameter("at", CityTime.offset(born.submittedAt()))
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(MEMBERS)
                    .setParameter("number", born.number())
                    .setParameter("cases", StoredJson.write(born.cases()))
                    .executeUpdate())
        .chain(() -> event(session, born.number(), born.key(), born.events().get(0)));
  }

  /**
   * Adds an event.
   *
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, JointRecord seen, JointEvent event) {
    return session
        .createNativeQuery(MOVE)
        .setParameter("number", seen.number())
        .setParameter("version", event.number())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .chain(() -> event(session, seen.number(), seen.key(), event));
  }

  private static Uni<Void> event(
      Mutiny.Session session, String number, DataKey key, JointEvent event) {
    byte[] said =
        event.words().none() || key == null
            ? null
            : key.seal(place(event), StoredJson.bytes(event.words()));
    return session
        .createNativeQuery(EVENT)
        .setParameter("number", number)
        .setParameter("event", event.number())
        .setParameter("kind", event.kind().code())
        .setParameter("at", CityTime.offset(event.at()))
        .setParameter("body", StoredJson.write(event.wordless()))
        .setParameter("said", said)
        .executeUpdate()
        .replaceWithVoid();
  }

  private JointRecord record(Row row) {
    String number = row.getString("joint_number");
    DataKey key =
        row.getString("master") == null
            ? null
            : vault.unwrap(
                new WrappedKey(
                    number, row.getString("master"), row.getBuffer("wrapped").getBytes()));
    return new JointRecord(
        number,
        row.getString("theme_code"),
        row.getString("theme_name"),
        row.getString("theme_name_en"),
        StoredJson.read(row.getString("definition"), JointTheme.class),
        new DepartmentRef(
            row.getString("lead_department"),
            row.getString("lead_name"),
            row.getString("lead_name_en")),
        row.getString("region_code"),
        row.getBuffer("code_hash").getBytes(),
        row.getString("applicant_masked"),
        row.getOffsetDateTime("submitted_at").toInstant(),
        row.getString("project_code") == null
            ? null
            : new JointRecord.OfProject(
                row.getString("project_code"), row.getString("project_name")),
        List.of(StoredJson.read(row.getString("cases"), JointRecord.Member[].class)),
        List.of(StoredJson.read(row.getString("events"), StoredEvent[].class)).stream()
            .map(stored -> open(key, stored))
            .toList(),
        key);
  }

  private static JointEvent open(DataKey key, StoredEvent stored) {
    if (stored.said() == null || key == null) {
      return stored.body();
    }
    byte[] said = Base64.getMimeDecoder().decode(stored.said());
    return stored
        .body()
        .with(StoredJson.read(key.openWords(place(stored.body()), said), JointEvent.Words.class));
  }

  private static String place(JointEvent event) {
    return "joint_event/" + event.number();
  }
}
