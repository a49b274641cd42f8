package org.sunlit.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Regions;

/** Records changes, in the transaction that makes them, and lists them for those who may read. */
@ApplicationScoped
public class AdministrativeChanges {
  private static final String INSERT =
      """
      insert into administrative_change (id, at, actor, actor_name, kind, subject, subject_name, subject_name_en,
        before, after, effective_from, department_code, region_code)
      values ($1, $2, $3, $4, $5, $6, $7, $8, cast(cast($9 as text) as jsonb), cast(cast($10 as text) as jsonb),
        $11, $12, $13)
      """;

  /**
   * What a reader may not read isn't there: editors of the power list see items, flows and
   * departments, each of their own department and region; the calendar is for its editors, and what
   * else is kept here for those who may look people up.
   */
  private static final String SELECT =
      """
      select id, at, actor, actor_name, kind, subject, subject_name, subject_name_en, before::text as before,
        after::text as after, effective_from
      from administrative_change
      where case
          when kind in ('item', 'flow', 'department') then $1
            and (cast($4 as text) is null or department_code = $4)
            and (cast($5 as text) is null or region_code like $5 || '%')
          when kind = 'calendar' then $2
          else $3
        end
        and (cast($6 as text) is null or kind = $6)
        and (cast($7 as text) is null or subject = $7)
        and (cast($8 as timestamptz) is null or (at, id) < ($8, $9))
      order by at desc, id desc limit $10
      """;

  private final Pool pool;

  AdministrativeChanges(Pool pool) {
    this.pool = pool;
  }

  /** Records a change within the transaction that makes it. */
  public Uni<Void> record(SqlConnection connection, AdministrativeChange change) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.from(
                Arrays.asList(
                    change.id(),
                    change.at().atOffset(ZoneOffset.UTC),
                    change.actor(),
                    change.actorName(),
                    change.kind().code(),
                    change.subject(),
                    change.subjectName(),
                    change.subjectNameEn(),
                    change.before(),
                    change.after(),
                    change.effectiveFrom(),
                    change.departmentCode(),
                    change.regionCode())))
        .replaceWithVoid();
  }

  /** The place in the list after which a page begins. */
  record After(Instant at, UUID id) {}

  /** One line of the list; any kind, also those of other rooms' own. */
  record Listed(
      UUID id,
      Instant at,
      String actor,
      String actorName,
      String kind,
      String subject,
      String subjectName,
      String subjectNameEn,
      String before,
      String after,
      LocalDate effectiveFrom) {}

  /**
   * The newest changes that this reader may read.
   *
   * @param kind only these, or null
   * @param subject only of this, or null
   * @param after where the page before ended, or null
   */
  Uni<List<Listed>> newest(Actor reader, String kind, String subject, After after, int limit) {
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
                    after == null ? null : after.at().atOffset(ZoneOffset.UTC),
                    after == null ? null : after.id(),
                    limit)))
        .map(rows -> rows.stream().map(AdministrativeChanges::listed).toList());
  }

  private static Listed listed(Row row) {
    return new Listed(
        row.getUUID("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("subject_name"),
        row.getString("subject_name_en"),
        row.getString("before"),
        row.getString("after"),
        row.getLocalDate("effective_from"));
  }
}
