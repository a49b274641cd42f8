package org.sunlit.administration;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;

/** Records changes, in the transaction that makes them, and lists them for those who may read. */
@ApplicationScoped
public class AdministrativeChanges {
  private static final String INSERT =
      """
      insert into administrative_change (at, by_account, by_name, action, subject_kind, subject_id, subject_name,
        subject_name_en, department_code, region_code, effective_from, fields)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, cast(cast($12 as text) as jsonb))
      """;

  /** The calendar is nobody's own. */
  private static final String FOUND =
      """
       from administrative_change c
      where case
          when c.subject_kind in ('item', 'flow', 'department', 'jointTheme', 'subProcess', 'projectPath', 'fee',
            'carrier', 'playlist', 'camera')
            then $1
          when c.subject_kind = 'calendar' then $2
          else $3
        end
        and (cast($4 as text) is null or c.subject_kind = $4)
        and (cast($5 as text) is null or c.subject_id = $5)
        and (cast($6 as text) is null or c.department_code = $6)
        and (c.subject_kind = 'calendar' or (
      """
          + Scope.within("c", 7)
          + "))";

  private static final String PAGE =
      """
      select c.id, c.at, c.by_account, c.by_name, c.action, c.subject_kind, c.subject_id, c.subject_name,
        c.subject_name_en, c.effective_from, c.fields::text as fields
      """
          + FOUND
          + " and (cast($9 as bigint) is null or c.id < $9) order by c.id desc limit $10";

  private static final String TOTAL = "select count(*) as total" + FOUND;

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

  /**
   * A page of the newest changes.
   *
   * @param next the last of this page when there are more, else null
   * @param total how many there are altogether
   */
  public record Page(List<RecordedChange> changes, Long next, int total) {}

  /** The newest changes first. */
  public Uni<Page> newest(ChangeSearch search, ChangeSearch.Place place) {
    Tuple oneMore = parameters(search).addLong(place.after()).addInteger(place.limit() + 1);
    return pool.preparedQuery(PAGE)
        .execute(oneMore)
        .map(rows -> rows.stream().map(AdministrativeChanges::recorded).toList())
        .chain(found -> total(search).map(total -> page(found, place.limit(), total)));
  }

  private Uni<Integer> total(ChangeSearch search) {
    return pool.preparedQuery(TOTAL)
        .execute(parameters(search))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  private static Page page(List<RecordedChange> found, int limit, int total) {
    List<RecordedChange> shown = found.subList(0, Math.min(limit, found.size()));
    Long next = found.size() > limit ? shown.get(limit - 1).id() : null;
    return new Page(shown, next, total);
  }

  private static Tuple parameters(ChangeSearch search) {
    return Tuple.tuple()
        .addBoolean(search.powerList())
        .addBoolean(search.calendar())
        .addBoolean(search.staff())
        .addString(search.kind())
        .addString(search.subject())
        .addString(search.department())
        .addString(search.scope().department())
        .addString(search.scope().regionsLike());
  }

  private static RecordedChange recorded(Row row) {
    return new RecordedChange(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("by_account"),
        row.getString("by_name"),
        row.getString("action"),
        row.getString("subject_kind"),
        row.getString("subject_id"),
        row.getString("subject_name"),
        row.getString("subject_name_en"),
        row.getOffsetDateTime("effective_from").toInstant(),
        row.getString("fields"));
  }
}
