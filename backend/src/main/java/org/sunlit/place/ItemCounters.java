package org.sunlit.place;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.place.rules.PlaceKind;

/** Which places take an item in, for whoever wants to come with it (预约, B20). */
@ApplicationScoped
public class ItemCounters {
  /** A place that takes it in. */
  public record Counter(
      String code,
      PlaceKind kind,
      String name,
      String nameEn,
      String address,
      String addressEn,
      String departmentCode) {}

  private static final String TAKING =
      """
      with wanted as (
        select v.department_code, v.region_code from power_item i join power_item_version v on v.item_id = i.id
        where i.code = $2 and v.status = 'inForce' and v.effective_from <= $1 and coalesce(v.effective_to, $1) >= $1
          and v.category not in ('penalty', 'coercion', 'levy', 'inspection')
      )
      select p.*, wanted.department_code from place p cross join wanted
      where (p.kind = 'cityHall' and wanted.region_code like region_prefix(p.region_code) || '%')
        or p.code in (select o.place_code from ("""
          + PlaceQueries.OFFERS
          + """
           and i.code = $2 and w.hand_in) o)
      order by p.kind <> 'cityHall', p.region_code, p.code limit 500
      """;

  private final Pool pool;

  ItemCounters(Pool pool) {
    this.pool = pool;
  }

  /** The halls first, then the others by region; none for what nobody applies for. */
  public Uni<List<Counter>> of(String itemCode, LocalDate day) {
    return pool.preparedQuery(TAKING)
        .execute(Tuple.of(day, itemCode))
        .map(rows -> PlaceQueries.all(rows, ItemCounters::counter));
  }

  private static Counter counter(Row row) {
    return new Counter(
        row.getString("code"),
        PlaceQueries.kind(row),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("address"),
        row.getString("address_en"),
        row.getString("department_code"));
  }
}
