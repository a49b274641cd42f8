package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.supervision.card.rules.Party;

/**
 * Efficiency files 效能档案 (E8) and the monthly summary 电子审批事项月汇总表 (E9), counted from cards and their
 * acts.
 */
@ApplicationScoped
class EfficiencyFiles {
  private static final String TALLY =
      """
      select count(*) filter (where c.state = 'kept' and c.colour = 'warning') as warnings,
        count(*) filter (where c.state = 'kept' and c.colour = 'yellow') as yellow,
        count(*) filter (where c.state = 'kept' and c.colour = 'red') as red,
        count(*) filter (where c.state = 'withdrawn') as withdrawn,
        count(*) filter (where c.state not in ('kept', 'withdrawn')) as open,
        coalesce(sum(c.points), 0) as points,
        count(*) filter (where c.state = 'kept' and (case when $1 then c.talk_person else c.talk_department end)
          in ('called', 'held')) as talks_called,
        count(*) filter (where c.state = 'kept' and (case when $1 then c.talk_person else c.talk_department end)
          = 'held') as talks_held,
        count(*) filter (where c.state = 'kept' and exists (select from supervision_card_act a
          where a.card_id = c.id and a.kind = 'handedOver' and a.detail ->> 'of' = $5)) as handed_over
      from supervision_card c
      where (case when $1 then c.account = $2 else c.department_code = $2 end)
        and c.issued_at >= $3 and c.issued_at < $4
      """;

  /**
   * Acts are only ever added, each at its own time: a month that is over counts the same for ever.
   */
  private static final String MONTH =
      """
      select c.department_code as code, d.name, d.name_en,
        count(*) filter (where a.kind = 'issued' and c.colour = 'warning') as warnings,
        count(*) filter (where a.kind = 'issued' and c.colour = 'yellow') as yellow,
        count(*) filter (where a.kind = 'issued' and c.colour = 'red') as red,
        count(*) filter (where a.kind = 'kept') as kept,
        count(*) filter (where a.kind = 'withdrawn') as withdrawn,
        coalesce(sum((a.detail ->> 'points')::integer) filter (where a.kind = 'deducted'), 0) as points,
        count(*) filter (where a.kind = 'rectificationOrdered') as ordered,
        count(*) filter (where a.kind = 'rectificationAccepted') as accepted,
        count(*) filter (where a.kind = 'talkCalled') as talks_called,
        count(*) filter (where a.kind = 'talkHeld') as talks_held,
        count(*) filter (where a.kind = 'handedOver') as handed_over
      from supervision_card_act a
        join supervision_card c on c.id = a.card_id
        join department d on d.code = c.department_code
      where a.at >= $1 and a.at < $2 and ($3::bigint is null or exists (
        select from journal_event e join journal_place p on p.event_id = e.id
        where e.subject_kind = 'card' and e.subject_id = c.number and e.kind = 'card.' || a.kind and e.occurred_at = a.at
          and p.place <= $3))
      group by c.department_code, d.name, d.name_en, d.place order by d.place, c.department_code
      """;

  /** What a file comes to in a period. */
  record Tally(
      int warnings,
      int yellow,
      int red,
      int withdrawn,
      int open,
      int points,
      int talksCalled,
      int talksHeld,
      int handedOver) {}

  /** A department's line of a month. */
  record MonthRow(
      Named department,
      int warnings,
      int yellow,
      int red,
      int kept,
      int withdrawn,
      int points,
      int ordered,
      int accepted,
      int talksCalled,
      int talksHeld,
      int handedOver) {}

  private final Pool pool;

  EfficiencyFiles(Pool pool) {
    this.pool = pool;
  }

  Uni<Tally> tally(Party party, String of, LocalDate from, LocalDate to) {
    return pool.preparedQuery(TALLY)
        .execute(
            Tuple.of(
                party == Party.PERSON,
                of,
                CityTime.startOf(from),
                CityTime.endOf(to),
                party.code()))
        .map(rows -> tally(rows.iterator().next()));
  }

  Uni<List<MonthRow>> month(YearMonth month) {
    return period(month.atDay(1), month.atEndOfMonth(), null);
  }

  /**
   * What happened from one day to another, both counted.
   *
   * @param upTo the last place of the journal that counts; null for all
   */
  Uni<List<MonthRow>> period(LocalDate first, LocalDate last, Long upTo) {
    return pool.preparedQuery(MONTH)
        .execute(Tuple.of(CityTime.startOf(first), CityTime.endOf(last), upTo))
        .map(rows -> rows.stream().map(EfficiencyFiles::monthRow).toList());
  }

  private static Tally tally(Row row) {
    return new Tally(
        count(row, "warnings"),
        count(row, "yellow"),
        count(row, "red"),
        count(row, "withdrawn"),
        count(row, "open"),
        count(row, "points"),
        count(row, "talks_called"),
        count(row, "talks_held"),
        count(row, "handed_over"));
  }

  private static MonthRow monthRow(Row row) {
    return new MonthRow(
        Named.of(row, "code", "name"),
        count(row, "warnings"),
        count(row, "yellow"),
        count(row, "red"),
        count(row, "kept"),
        count(row, "withdrawn"),
        count(row, "points"),
        count(row, "ordered"),
        count(row, "accepted"),
        count(row, "talks_called"),
        count(row, "talks_held"),
        count(row, "handed_over"));
  }

  private static int count(Row row, String column) {
    return row.getLong(column).intValue();
  }
}
