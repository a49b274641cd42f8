package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TimeCursor;
import org.sunlit.supervision.Subjects;
import org.sunlit.supervision.card.CardReaders.Scope;
import org.sunlit.supervision.rules.Subject;

/** Cards as they are listed and opened; who may see which is asked in the SQL itself. */
@ApplicationScoped
class CardReads {
  /** Everything a card rests on, by way of those it was raised from too. */
  private static final String RESTS =
      """
      with recursive rests(id) as (select c.id
        union select s.source_id from rests r join supervision_card_source s on s.card_id = r.id)
      """;

  private static final String LISTED =
      """
      select c.id, c.number, c.colour, c.state, c.account, p.name as person, p.name_en as person_en,
        c.department_code, d.name as department, d.name_en as department_en, c.rule, c.subject_kind, c.subject,
        c.hidden_from,
        i.item_name, i.item_name_en, c.issued_at, c.answer_due, c.points,
      """
          + "("
          + RESTS
          + """
          select count(distinct f.finding_id) from rests join supervision_card_finding f on f.card_id = rests.id)
          as findings
          from supervision_card c
            join department d on d.code = c.department_code
            left join account p on p.account = c.account
            left join lateral (select j.item_name, j.item_name_en from journal_public j
              where c.subject_kind = 'case' and j.case_number = c.subject limit 1) i on true
          """;
  private static final String SEEN =
      " ($1::boolean or c.department_code = $2::text or c.account = $3::text) and $3::text <> all (c.hidden_from) ";
  private static final String ASKED =
      " where"
          + SEEN
          + """
          and ($4::text is null or c.colour = $4) and ($5::text is null or c.state = $5)
          and ($6::text is null or c.department_code = $6) and ($7::text is null or c.account = $7)
          and ($8::timestamptz is null or c.issued_at >= $8) and ($9::timestamptz is null or c.issued_at < $9)
          """;
  private static final String PAGE =
      LISTED
          + ASKED
          + " and (c.issued_at, c.id) < ($10, $11) order by c.issued_at desc, c.id desc limit $12";
  private static final String TOTAL = "select count(*) as total from supervision_card c" + ASKED;
  private static final String ONE = LISTED + " where" + SEEN + "and c.number = $4";

  private static final String FOUND =
      "select ("
          + RESTS
          + """
          select coalesce(json_agg(json_build_object('id', x.id, 'rule', x.rule, 'severity', x.severity,
            'subject', json_build_object('kind', x.subject_kind, 'number', x.subject), 'stepId', x.step_id, 'occurredAt', x.occurred_at, 'foundAt', x.found_at,
            'standing', x.state = 'standing') order by x.occurred_at, x.id), '[]')::text
          from supervision_finding x where x.id in (
            select f.finding_id from rests join supervision_card_finding f on f.card_id = rests.id)) as findings,
          (select coalesce(json_agg(json_build_object('number', l.number, 'colour', l.colour, 'state', l.state)
            order by l.issued_at, l.id), '[]')::text
            from supervision_card_source s join supervision_card l on l.id = s.source_id where s.card_id = c.id)
            as sources,
          (select coalesce(json_agg(json_build_object('number', g.number, 'colour', g.colour, 'state', g.state)
            order by g.issued_at, g.id), '[]')::text
            from supervision_card_source s join supervision_card g on g.id = s.card_id where s.source_id = c.id)
            as leads_to,
          (select json_agg(json_build_object('number', a.number, 'kind', a.kind, 'detail', a.detail::text,
            'by', w.account, 'name', w.name, 'nameEn', w.name_en, 'words', encode(a.words, 'base64'))
            order by a.number)::text
            from supervision_card_act a left join account w on w.account = a.account where a.card_id = c.id) as acts
          from supervision_card c where c.id = $1
          """;

  /** What is asked for; null is any. */
  record Asked(
      String colour,
      String state,
      String department,
      String person,
      LocalDate from,
      LocalDate to) {}

  /** A card in a list. */
  record Listed(
      UUID id,
      String number,
      String colour,
      String state,
      Named person,
      Named department,
      String rule,
      Subject subject,
      String itemName,
      String itemNameEn,
      OffsetDateTime issuedAt,
      LocalDate answerBy,
      int points,
      int findings) {}

  /** A card that another was raised from, or counts toward. */
  record Linked(String number, String colour, String state) {}

  /** What was found. */
  record Found(
      UUID id,
      String rule,
      String severity,
      Subject subject,
      String stepId,
      OffsetDateTime occurredAt,
      OffsetDateTime foundAt,
      boolean standing) {}

  /**
   * An act as it is stored.
   *
   * @param by null for what happened by itself
   * @param words sealed, base64; null when nothing was said
   */
  record Act(
      int number,
      String kind,
      String detail,
      String by,
      String name,
      String nameEn,
      String words) {}

  /** A card with all that belongs to it. */
  record Opened(
      Listed listed,
      List<Found> findings,
      List<Linked> sources,
      List<Linked> leadsTo,
      List<Act> acts) {}

  private final Pool pool;

  CardReads(Pool pool) {
    this.pool = pool;
  }

  Uni<List<Listed>> page(Scope scope, Asked asked, TimeCursor after, int most) {
    return pool.preparedQuery(PAGE)
        .execute(
            tuple(scope, asked)
                .addValue(CityTime.offset(after.at()))
                .addValue(after.id())
                .addValue(most))
        .map(rows -> rows.stream().map(CardReads::listed).toList());
  }

  Uni<Integer> total(Scope scope, Asked asked) {
    return pool.preparedQuery(TOTAL)
        .execute(tuple(scope, asked))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  /** A card that this reader may see. */
  Uni<Optional<Opened>> open(Scope scope, String number) {
    return pool.preparedQuery(ONE)
        .execute(seen(scope).addValue(number))
        .map(rows -> rows.stream().findFirst().map(CardReads::listed))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : opened(found.get()).map(Optional::of));
  }

  private Uni<Opened> opened(Listed listed) {
    return pool.preparedQuery(FOUND)
        .execute(Tuple.of(listed.id()))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Opened(
                  listed,
                  List.of(StoredJson.read(row.getString("findings"), Found[].class)),
                  List.of(StoredJson.read(row.getString("sources"), Linked[].class)),
                  List.of(StoredJson.read(row.getString("leads_to"), Linked[].class)),
                  List.of(StoredJson.read(row.getString("acts"), Act[].class)));
            });
  }

  private static Tuple seen(Scope scope) {
    return Tuple.tuple()
        .addValue(scope.everything())
        .addValue(scope.department())
        .addValue(scope.account());
  }

  private static Tuple tuple(Scope scope, Asked asked) {
    return seen(scope)
        .addValue(asked.colour())
        .addValue(asked.state())
        .addValue(asked.department())
        .addValue(asked.person())
        .addValue(CityTime.startOf(asked.from()))
        .addValue(CityTime.endOf(asked.to()));
  }

  private static Listed listed(Row row) {
    OffsetDateTime due = row.getOffsetDateTime("answer_due");
    return new Listed(
        row.getUUID("id"),
        row.getString("number"),
        row.getString("colour"),
        row.getString("state"),
        Named.of(row, "account", "person"),
        Named.of(row, "department_code", "department"),
        row.getString("rule"),
        Subjects.of(row),
        row.getString("item_name"),
        row.getString("item_name_en"),
        CityTime.offset(row.getOffsetDateTime("issued_at").toInstant()),
        due == null ? null : LocalDate.ofInstant(due.toInstant(), CityTime.ZONE),
        row.getInteger("points"),
        row.getLong("findings").intValue());
  }
}
