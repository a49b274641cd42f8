package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.project.rules.ProjectPath;

/** Projects in the database. Who applies and what is built is sealed with a key of each. */
@ApplicationScoped
class ProjectStore {
  private static final String SEALED_PLACE = "project/details";

  private static final String COLUMNS =
      """
      select p.project_code, p.name, p.path_code, v.definition::text as definition, p.region_code, p.code_hash,
        p.applicant_masked, p.registered_at, p.version, p.sealed, p.given_up_at, p.given_up_why, k.master, k.wrapped,
        coalesce((select json_agg(json_build_object('phase', a.phase, 'jointNumber', a.joint_number,
          'begunAt', a.begun_at) order by a.number)::text
          from project_application a where a.project_code = p.project_code), '[]') as applications
      """;
  private static final String FROM =
      """
      from project p
        join project_path_version v on v.code = p.path_code and v.version = p.path_version
        left join vault_key k on k.subject = p.project_code
      """;

  /**
   * Those who lead a phase, and those who have a case in one; takes {@link Reach#within} from 2.
   */
  private static final String LEADS =
      "exists (select from project_lead l where l.project_code = p.project_code and "
          + Reach.within("l.department_code", "p.region_code", 2)
          + ")";

  private static final String JOINED =
      "exists (select from project_application a join joint_member m on m.joint_number ="
          + " a.joint_number where a.project_code = p.project_code and "
          + Reach.within("m.department_code", "m.region_code", 2)
          + ")";
  private static final String FIND = COLUMNS + FROM + " where p.project_code = $1";
  private static final String READABLE = FIND + " and (" + LEADS + " or " + JOINED + ")";
  private static final String PAGE =
      COLUMNS
          + ", (select coalesce(array_agg(l.phase), '{}') from project_lead l"
          + " where l.project_code = p.project_code and "
          + Reach.within("l.department_code", "p.region_code", 2)
          + ") as led "
          + FROM
          + " where p.given_up_at is null and ("
          + LEADS
          + " or not $1::boolean and "
          + JOINED
          + ") and ($7::timestamptz is null or (p.registered_at, p.project_code) < ($7, $8))"
          + " order by p.registered_at desc, p.project_code desc limit $9";

  private static final String INSERT =
      """
      insert into project (project_code, path_code, path_version, name, region_code, code_hash, applicant_masked,
        registered_at, sealed)
      values (:code, :pathCode, :pathVersion, :name, :region, :codeHash, :masked, :at, :sealed)
      """;
  private static final String LEAD =
      """
      insert into project_lead (project_code, phase, department_code)
      select :code, l.key, l.value from jsonb_each_text(cast(cast(:leads as text) as jsonb)) l
      """;
  private static final String MOVE =
      "update project set version = version + 1 where project_code = :code and version = :version";
  private static final String GIVE_UP =
      """
      update project set given_up_at = :at, given_up_why = :why, version = version + 1
      where project_code = :code and version = :version and given_up_at is null
      """;
  private static final String BEGIN =
      """
      insert into project_application (project_code, number, phase, joint_number, begun_at)
      values (:code, :number, :phase, :joint, :at)
      """;

  private record StoredApplication(String phase, String jointNumber, OffsetDateTime begunAt) {}

  /**
   * A project in a list.
   *
   * @param led codes of the phases the reader's department leads
   */
  record Listed(ProjectRecord project, List<String> led) {}

  private final Pool pool;
  private final Vault vault;

  ProjectStore(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  /** Whether there is such a region. */
  Uni<Boolean> knowsRegion(String code) {
    return pool.preparedQuery("select from region where code = $1")
        .execute(Tuple.of(code))
        .map(rows -> rows.size() == 1);
  }

  /** Whether a code is still nobody's. */
  Uni<Boolean> isFree(String code) {
    return pool.preparedQuery("select from project where project_code = $1")
        .execute(Tuple.of(code))
        .map(rows -> rows.size() == 0);
  }

  /** The project with this code, whoever asks. */
  Uni<Optional<ProjectRecord>> find(String code) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(code))
        .map(rows -> rows.stream().findFirst().map(this::record));
  }

  /** The same, if this reader may see it; for everybody else it isn't there. */
  Uni<Optional<ProjectRecord>> find(String code, Actor reader) {
    return pool.preparedQuery(READABLE)
        .execute(Reach.of(reader).addTo(Tuple.of(code)))
        .map(rows -> rows.stream().findFirst().map(this::record));
  }

  /**
   * Projects a reader's department takes part in, the newest first.
   *
   * @param lead only those of which it leads a phase
   * @param after when and with which code the last one was registered; null for the first page
   */
  Uni<List<Listed>> page(
      Actor reader, boolean lead, OffsetDateTime after, String afterCode, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(
            Reach.of(reader)
                .addTo(Tuple.of(lead))
                .addOffsetDateTime(after)
                .addString(afterCode)
                .addInteger(limit))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Listed(record(row), List.of(row.getArrayOfStrings("led"))))
                    .toList());
  }

  /**
   * Stores a project that has just been registered.
   *
   * @param leads for each phase the department that leads it
   */
  Uni<Void> insert(
      Mutiny.Session session,
      ProjectRecord born,
      int pathVersion,
      Map<String, String> leads,
      DataKey key) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("code", born.code())
        .setParameter("pathCode", born.pathCode())
        .setParameter("pathVersion", pathVersion)
        .setParameter("name", born.name())
        .setParameter("region", born.regionCode())
        .setParameter("codeHash", born.codeHash())
        .setParameter("masked", born.applicantMasked())
        .setParameter("at", CityTime.offset(born.registeredAt()))
        .setParameter("sealed", key.seal(SEALED_PLACE, StoredJson.bytes(born.details())))
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(LEAD)
                    .setParameter("code", born.code())
                    .setParameter("leads", StoredJson.write(leads))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /**
   * Stores that a phase has begun.
   *
   * @return fails with 412 when another has begun since the project was read
   */
  Uni<Void> begin(
      Mutiny.Session session, ProjectRecord seen, String phase, String joint, Instant at) {
    return session
        .createNativeQuery(MOVE)
        .setParameter("code", seen.code())
        .setParameter("version", seen.version())
        .executeUpdate()
        .invoke(
            moved -> {
              if (moved != 1) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .chain(
            () ->
                session
                    .createNativeQuery(BEGIN)
                    .setParameter("code", seen.code())
                    .setParameter("number", seen.applications().size() + 1)
                    .setParameter("phase", phase)
                    .setParameter("joint", joint)
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /**
   * Stores that a project was given up, and deletes what it says of its applicant with the key.
   *
   * @return fails with 412 when a phase has begun since the project was read
   */
  Uni<Void> giveUp(Mutiny.Session session, ProjectRecord seen, ProjectRecord.GivenUp ending) {
    return session
        .createNativeQuery(GIVE_UP)
        .setParameter("code", seen.code())
        .setParameter("version", seen.version())
        .setParameter("at", CityTime.offset(ending.at()))
        .setParameter("why", ending.why())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .chain(() -> vault.destroy(session, seen.code()))
        .replaceWithVoid();
  }

  private ProjectRecord record(Row row) {
    String code = row.getString("project_code");
    return new ProjectRecord(
        code,
        row.getString("name"),
        row.getString("path_code"),
        StoredJson.read(row.getString("definition"), ProjectPath.class),
        row.getString("region_code"),
        row.getBuffer("code_hash").getBytes(),
        row.getString("applicant_masked"),
        row.getOffsetDateTime("registered_at").toInstant(),
        row.getInteger("version"),
        row.getString("given_up_why") == null
            ? null
            : new ProjectRecord.GivenUp(
                row.getOffsetDateTime("given_up_at").toInstant(), row.getString("given_up_why")),
        row.getString("master") == null ? null : open(code, row),
        List.of(StoredJson.read(row.getString("applications"), StoredApplication[].class)).stream()
            .map(
                one ->
                    new ProjectRecord.Application(
                        one.phase(), one.jointNumber(), one.begunAt().toInstant()))
            .toList());
  }

  private ProjectRecord.Details open(String code, Row row) {
    DataKey key =
        vault.unwrap(
            new WrappedKey(code, row.getString("master"), row.getBuffer("wrapped").getBytes()));
    return StoredJson.read(
        key.openWords(SEALED_PLACE, row.getBuffer("sealed").getBytes()),
        ProjectRecord.Details.class);
  }
}
