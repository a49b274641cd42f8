package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.sunlit.api.model.CardMonthRow;
import org.sunlit.platform.CityTime;

/** What other rooms may know of cards as a whole: no card names a person here. */
@ApplicationScoped
public class CardTotals {
  private static final String MONTHS =
      """
      select date_trunc('month', a.at at time zone 'Asia/Shanghai')::date as month,
        count(*) filter (where a.kind = 'issued' and c.colour = 'warning') as warnings,
        count(*) filter (where a.kind = 'issued' and c.colour = 'yellow') as yellow,
        count(*) filter (where a.kind = 'issued' and c.colour = 'red') as red,
        count(*) filter (where a.kind = 'kept') as kept,
        count(*) filter (where a.kind = 'withdrawn') as withdrawn
      from supervision_card_act a join supervision_card c on c.id = a.card_id
      where a.at >= $1 and a.kind in ('issued', 'kept', 'withdrawn') group by month order by month
      """;

  /** A bulletin goes with its card: what was withdrawn isn't told any more. */
  private static final String BULLETINS =
      """
      select c.bulletin, a.at, c.colour, c.rule, c.points, d.name, d.name_en, i.item_name, i.item_name_en
      from supervision_card_act a join supervision_card c on c.id = a.card_id
        join department d on d.code = c.department_code
        left join lateral (select j.item_name, j.item_name_en from journal_public j
          where c.subject_kind = 'case' and j.case_number = c.subject limit 1) i on true
      where a.kind = 'announced' and c.state = 'kept' order by a.at desc, c.id limit $1
      """;

  /** What happened to warnings and cards in a month. */
  public record Month(
      YearMonth month, int warnings, int yellow, int red, int kept, int withdrawn) {}

  /**
   * What is told of a card that took effect 通报.
   *
   * @param itemName of the item it was about; null where nothing public was told of the case
   */
  public record Bulletin(
      String number,
      Instant at,
      String colour,
      String rule,
      int points,
      String department,
      String departmentEn,
      String itemName,
      String itemNameEn) {}

  private final EfficiencyFiles files;
  private final Pool pool;

  CardTotals(EfficiencyFiles files, Pool pool) {
    this.files = files;
    this.pool = pool;
  }

  /**
   * The summary 电子审批事项汇总表 from one day to another, both counted, by department.
   *
   * @param upTo the last place of the journal that counts
   */
  public Uni<List<CardMonthRow>> between(LocalDate first, LocalDate last, long upTo) {
    return files
        .period(first, last, upTo)
        .map(rows -> rows.stream().map(EfficiencyFilesResource::shown).toList());
  }

  /** The months since this day in which something happened. */
  public Uni<List<Month>> months(LocalDate since) {
    return pool.preparedQuery(MONTHS)
        .execute(Tuple.of(CityTime.startOf(since)))
        .map(rows -> rows.stream().map(CardTotals::month).toList());
  }

  /** The latest first. */
  public Uni<List<Bulletin>> bulletins(int most) {
    return pool.preparedQuery(BULLETINS)
        .execute(Tuple.of(most))
        .map(rows -> rows.stream().map(CardTotals::bulletin).toList());
  }

  private static Month month(Row row) {
    return new Month(
        YearMonth.from(row.getLocalDate("month")),
        count(row, "warnings"),
        count(row, "yellow"),
        count(row, "red"),
        count(row, "kept"),
        count(row, "withdrawn"));
  }

  private static Bulletin bulletin(Row row) {
    return new Bulletin(
        row.getString("bulletin"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("colour"),
        row.getString("rule"),
        row.getInteger("points"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("item_name"),
        row.getString("item_name_en"));
  }

  private static int count(Row row, String column) {
    return row.getLong(column).intValue();
  }
}
