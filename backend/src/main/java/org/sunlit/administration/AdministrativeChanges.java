package org.sunlit.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;

/** Records changes, in the transaction that makes them, and lists them for those who may read. */
@ApplicationScoped
public class AdministrativeChanges {
  private static final String INSERT =
      """
      insert into administrative_change (at, by_account, by_name, action, subject_kind, subject_id, subject_name,
        subject_name_en, department_code, region_code, effective_from, fields)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, cast(cast($12 as text) as jsonb))
      """;

  /**
   * What a reader may not read isn't there: editors of the power list see items, flows and
   * departments, the calendar is for its editors, and people and posts for those who may look them
   * up; whoever works for a department or a region sees those of their own.
   */
  private static final String SELECT =
      """
      select id, at, by_account, by_name, action, subject_kind, subject_id, subject_name, subject_name_en,
        effective_from, fields::text as fields
      from administrative_change
      where case
          when subject_kind in ('item', 'flow', 'department', 'jointTheme') then $1
          when subject_kind = 'calendar' then $2
          else $3
        end
        and (subject_kind = 'calendar' or (
          (cast($4 as text) is null or department_code = $4)
          and (cast($5 as text) is null or region_code like $5 || '%')))
        and (cast($6 as text) is null or subject_kind = $6)
        and (cast($7 as text) is null or subject_id = $7)
        and (cast($8 as bigint) is null or id < $8)
      order by id desc limit $9
      """;

  private final Pool pool;

  AdministrativeChanges(Pool pool) {
    this.pool = pool;
  }

  /** Records a change within the transaction that makes it. */
  public Uni<Void> record(SqlConnection connection, AdministrativeChange change) {
    Actor actor = change.actor();
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.from(
                Arrays.asList(
                    CityTime.offset(change.at()),
                    actor.accountId(),
                    actor.displayName() == null ? actor.accountId() : actor.displayName(),
                    change.action().code(),
                    change.action().kind(),
                    change.subject().code(),
                    change.subject().name(),
                    change.subject().nameEn(),
                    change.subject().departmentCode(),
                    change.subject().regionCode(),
                    change.effectiveFrom().atStartOfDay(CityTime.ZONE).toOffsetDateTime(),
                    change.fields())))
        .replaceWithVoid();
  }

  /** One line of the list; any kind, also those of other rooms' own. */
  record Listed(
      long id,
      Instant at,
      String actor,
      String actorName,
      String action,
      String kind,
      String subject,
      String subjectName,
      String subjectNameEn,
      LocalDate effectiveFrom,
      String fields) {}

  /**
   * The newest changes that this reader may read.
   *
   * @param kind only these, or null
   * @param subject only of this, or null
   * @param after the last of the page before, or null
   */
  Uni<List<Listed>> newest(Actor reader, String kind, String subject, Long after, int limit) {
    return pool.preparedQuery(SELECT)
        .execute(
            Tuple.from(
                Arrays.asList(
                    reader.may(Permission.POWER_LIST_EDIT),
                    reader.may(Permission.CALENDAR_EDIT),
                    reader.may(Permission.STAFF_READ),
                    reader.departmentCode(),
                    reader.regionCode() == null ? null : Regions.prefix(reader.regionCode()),
                    kind,
                    subject,
                    after,
                    limit)))
        .map(rows -> rows.stream().map(AdministrativeChanges::listed).toList());
  }

  private static Listed listed(Row row) {
    return new Listed(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("by_account"),
        row.getString("by_name"),
        row.getString("action"),
        row.getString("subject_kind"),
        row.getString("subject_id"),
        row.getString("subject_name"),
        row.getString("subject_name_en"),
        row.getOffsetDateTime("effective_from").atZoneSameInstant(CityTime.ZONE).toLocalDate(),
        row.getString("fields"));
  }
}
