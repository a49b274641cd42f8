package org.sunlit.agency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.agency.rules.AgentTask;
import org.sunlit.agency.rules.Mandate;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;

/** What was done by mandates and what is to be done, in the database. */
@ApplicationScoped
class AgencyWork {
  /**
   * What an agent did.
   *
   * @param caseNumber null for an appointment
   * @param appointment the number of one; null for a case
   */
  record Act(
      Instant at,
      AgentTask task,
      String caseNumber,
      String itemName,
      String itemNameEn,
      String appointment) {}

  /** What an agent has to do, or to watch. */
  enum DutyKind implements Coded {
    /** Nothing has been applied for yet. */
    APPLY("apply"),
    /** A correction notice waits for materials. */
    SUPPLEMENT("supplement"),
    /** An appointment to keep. */
    APPOINTMENT("appointment"),
    /** What was decided waits to be collected. */
    COLLECT("collect"),
    /** Somebody else's turn, until the case's deadline. */
    FOLLOW("follow");

    private final String code;

    DutyKind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Something of a client that an agent has to do, or to watch.
   *
   * @param reference number of the case or the appointment; null where there is none yet
   * @param state of the case; null for everything else
   * @param since since when it waits
   * @param dueAt when it has to be done; null when nothing says so
   */
  record Duty(
      UUID agency,
      DutyKind kind,
      String reference,
      String name,
      String nameEn,
      String state,
      Instant since,
      Instant dueAt) {}

  /** Who acts for the applicant of a case, and how far. */
  record CaseAgent(Agency.Agent agent, Mandate mandate, Instant signedAt) {}

  private static final String ACTS =
      """
      select g.at, g.task, g.case_number, c.item_name, c.item_name_en, g.appointment
      from agency_act g left join case_file c on c.case_number = g.case_number
      where g.agency_id = $1 order by g.at desc, g.id desc limit 200
      """;

  /** What is due first comes first, what has no date of its own by how long it waits. */
  private static final String DUTIES =
      """
      select * from (
        select a.id, 'apply' as kind, null as reference, null as name, null as name_en, null as state,
          a.signed_at as since, null::timestamptz as due_at
        from agency a where a.id = any ($1) and 'apply' = any (a.tasks)
          and not exists (select from agency_act g where g.agency_id = a.id and g.task = 'apply')
        union all
        select a.id, case when c.state = 'inCorrection' then 'supplement' when c.open then 'follow' else 'collect' end,
          c.case_number, c.item_name, c.item_name_en, c.state, c.updated_at, c.due_at
        from agency a join agency_act g on g.agency_id = a.id and g.task = 'apply'
          join case_file c on c.case_number = g.case_number
        where a.id = any ($1) and (c.open or c.state in ('granted', 'refused', 'notAccepted') and 'collect' = any (a.tasks)
          and not exists (select from agency_act d where d.case_number = c.case_number and d.task = 'collect'))
        union all
        select g.agency_id, 'appointment', p.number, s.name, s.name_en, null, p.booked_at, p.starts_at
        from agency_act g join appointment p on p.number = g.appointment
          join appointment_schedule s on s.id = p.schedule_id
        where g.agency_id = any ($1) and p.state = 'booked'
      ) duty order by coalesce(due_at, since), reference limit 500
      """;

  private static final String BEGUN =
      "select 1 from agency_act where agency_id = $1 and case_number = $2 and task = 'apply'";
  private static final String RECORD =
      """
      insert into agency_act (agency_id, task, case_number, appointment, at)
      values (:agency, :task, cast(:caseNumber as text), cast(:appointment as text), :at)
      """;
  private static final String OF_CASE =
      """
      select a.state, a.tasks, a.from_on, a.until_on, a.signed_at, a.agent, s.name, s.name_en
      from agency_act g join agency a on a.id = g.agency_id join account s on s.account = a.agent
      where g.case_number = $1 and g.task = 'apply'
      """;

  private final Pool pool;

  AgencyWork(Pool pool) {
    this.pool = pool;
  }

  /** What was done by it, the latest first. */
  Uni<List<Act>> acts(UUID agency) {
    return pool.preparedQuery(ACTS)
        .execute(Tuple.of(agency))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Act(
                                AgencyRow.instant(row, "at"),
                                Coded.of(AgentTask.class, row.getString("task")),
                                row.getString("case_number"),
                                row.getString("item_name"),
                                row.getString("item_name_en"),
                                row.getString("appointment")))
                    .toList());
  }

  /** What is to be done for these clients, what is due first. */
  Uni<List<Duty>> duties(List<UUID> agencies) {
    return pool.preparedQuery(DUTIES)
        .execute(Tuple.tuple().addArrayOfUUID(agencies.toArray(UUID[]::new)))
        .map(rows -> rows.stream().map(AgencyWork::duty).toList());
  }

  private static Duty duty(Row row) {
    return new Duty(
        row.getUUID("id"),
        Coded.of(DutyKind.class, row.getString("kind")),
        row.getString("reference"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("state"),
        AgencyRow.instant(row, "since"),
        AgencyRow.instant(row, "due_at"));
  }

  /** Whether a case was begun by this mandate. */
  Uni<Boolean> begun(UUID agency, String caseNumber) {
    return pool.preparedQuery(BEGUN)
        .execute(Tuple.of(agency, caseNumber))
        .map(rows -> rows.size() > 0);
  }

  /** Records what leaves no trace on a case: an appointment booked, a result collected. */
  Uni<Void> record(
      Mutiny.Session session,
      UUID agency,
      AgentTask task,
      String caseNumber,
      String appointment,
      Instant at) {
    return session
        .createNativeQuery(RECORD)
        .setParameter("agency", agency)
        .setParameter("task", task.code())
        .setParameter("caseNumber", caseNumber)
        .setParameter("appointment", appointment)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** By whose mandate a case was begun; empty when by none. */
  Uni<Optional<CaseAgent>> agentOf(String caseNumber) {
    return pool.preparedQuery(OF_CASE)
        .execute(Tuple.of(caseNumber))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new CaseAgent(
                                new Agency.Agent(
                                    row.getString("agent"),
                                    row.getString("name"),
                                    row.getString("name_en")),
                                AgencyRow.mandate(row),
                                AgencyRow.instant(row, "signed_at"))));
  }
}
