package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.inspection.InspectionReaders.Scope;
import org.sunlit.inspection.rules.Facts;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TimeCursor;

/** Inspections as they are listed and opened; who may see which is asked in the SQL itself. */
@ApplicationScoped
class InspectionReads {
  private static final String LISTED =
      """
      select i.id, i.number, i.kind, i.state, i.department_code, d.name as department, d.name_en as department_en,
        i.region_code, r.name as region, r.name_en as region_en, i.place_code, p.name as place, p.name_en as place_en,
        i.post, i.inspected_at, i.findings, i.due_on
      """;
  private static final String FROM =
      """
      from inspection i
        join department d on d.code = i.department_code
        join region r on r.code = i.region_code
        left join place p on p.code = i.place_code
      """;

  /** Whoever doesn't inspect sees what has been released to their department. */
  private static final String SEEN =
      " ($1::boolean or (i.department_code = $2::text and i.state <> 'recorded')) ";

  /** A rectification that is under way, late by a day, or done. */
  private static final String ASKED =
      " where"
          + SEEN
          + """
          and ($3::text is null or i.kind = $3) and ($4::text is null or i.state = $4)
          and ($5::text is null or i.department_code = $5) and ($6::text is null or i.post = $6)
          and ($7::text is null or i.region_code in (
            with recursive below(code) as (select $7::text union all
              select c.code from region c join below b on c.parent_code = b.code) select code from below))
          and ($8::text is null or ($8 = 'open' and i.state in ('rectifying', 'answered'))
            or ($8 = 'late' and i.due_on < $9::date) or ($8 = 'done' and i.state = 'accepted'))
          and (not $10::boolean or i.findings > 0)
          and ($11::timestamptz is null or i.inspected_at >= $11)
          and ($12::timestamptz is null or i.inspected_at < $12)
          """;

  private static final String PAGE =
      LISTED
          + FROM
          + ASKED
          + " and (i.inspected_at, i.id) < ($13, $14)"
          + " order by i.inspected_at desc, i.id desc limit $15";
  private static final String TOTAL = "select count(*) as total from inspection i" + ASKED;
  private static final String ONE =
      LISTED
          + """
          , i.checklist_version, i.facts::text as facts, i.words, i.sample_id, i.version,
          (select k.items::text from inspection_checklist k
            where k.kind = i.kind and k.version = i.checklist_version) as items,
          (select json_agg(json_build_object('code', n.account, 'name', coalesce(a.name, n.account),
              'nameEn', a.name_en) order by n.place)::text
            from unnest(i.inspectors) with ordinality n(account, place) left join account a on a.account = n.account)
            as people,
          (select json_agg(json_build_object('number', t.number, 'kind', t.kind, 'detail', t.detail::text,
              'by', t.account, 'name', coalesce(a.name, t.account), 'nameEn', a.name_en,
              'words', translate(encode(t.words, 'base64'), E'\\n', '')) order by t.number)::text
            from inspection_act t left join account a on a.account = t.account where t.inspection_id = i.id) as acts,
          (select coalesce(json_agg(json_build_object('id', e.id, 'contentType', e.content_type, 'size', e.size,
              'label', translate(encode(e.sealed, 'base64'), E'\\n', '')) order by e.id), '[]')::text
            from inspection_evidence e where e.inspection_id = i.id) as evidence
          """
          + FROM
          + " where"
          + SEEN
          + " and i.id = $3";
  private static final String FILE =
      """
      select e.sealed, e.file_key, f.content from inspection i
        join inspection_evidence e on e.inspection_id = i.id join material_file f on f.id = e.id
      where"""
          + SEEN
          + " and i.id = $3 and e.id = $4";

  /** What is asked for; null is any. */
  record Asked(
      String kind,
      String state,
      String department,
      String post,
      String region,
      String rectification,
      boolean findings,
      LocalDate from,
      LocalDate to) {}

  /** An inspection in a list. */
  record Listed(
      UUID id,
      String number,
      String kind,
      String state,
      Named department,
      Named region,
      Named place,
      String post,
      OffsetDateTime inspectedAt,
      int findings,
      LocalDate dueOn,
      boolean late) {}

  /**
   * An act as it is stored.
   *
   * @param words sealed; null when nothing was said
   */
  record Act(
      int number,
      String kind,
      String detail,
      String by,
      String name,
      String nameEn,
      byte[] words) {}

  /** A file, its name sealed. */
  record Evidence(UUID id, String contentType, long size, byte[] label) {}

  /** An inspection with all that belongs to it. */
  record Opened(
      Listed listed,
      int checklistVersion,
      List<Checklists.Item> items,
      Facts facts,
      byte[] words,
      UUID sampleId,
      List<Named> inspectors,
      List<Act> acts,
      List<Evidence> evidence) {}

  /** A file as it is stored. */
  record File(byte[] label, byte[] fileKey, byte[] content) {}

  private final Pool pool;
  private final Clock clock;

  InspectionReads(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  Uni<List<Listed>> page(Scope scope, Asked asked, TimeCursor after, int most) {
    return pool.preparedQuery(PAGE)
        .execute(
            tuple(scope, asked)
                .addValue(CityTime.offset(after.at()))
                .addValue(after.id())
                .addValue(most))
        .map(rows -> rows.stream().map(this::listed).toList());
  }

  Uni<Integer> total(Scope scope, Asked asked) {
    return pool.preparedQuery(TOTAL)
        .execute(tuple(scope, asked))
        .map(rows -> rows.iterator().next().getLong("total").intValue());
  }

  /** An inspection that this reader may see. */
  Uni<Optional<Opened>> open(Scope scope, UUID id) {
    return pool.preparedQuery(ONE)
        .execute(seen(scope).addValue(id))
        .map(rows -> rows.stream().findFirst().map(this::opened));
  }

  /** A file of one that this reader may see. */
  Uni<Optional<File>> file(Scope scope, UUID id, UUID evidence) {
    return pool.preparedQuery(FILE)
        .execute(seen(scope).addValue(id).addValue(evidence))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new File(
                                row.getBuffer("sealed").getBytes(),
                                row.getBuffer("file_key").getBytes(),
                                row.getBuffer("content").getBytes())));
  }

  private static Tuple seen(Scope scope) {
    return Tuple.of(scope.everything(), scope.department());
  }

  private Tuple tuple(Scope scope, Asked asked) {
    return seen(scope)
        .addValue(asked.kind())
        .addValue(asked.state())
        .addValue(asked.department())
        .addValue(asked.post())
        .addValue(asked.region())
        .addValue(asked.rectification())
        .addValue(today())
        .addValue(asked.findings())
        .addValue(CityTime.startOf(asked.from()))
        .addValue(CityTime.endOf(asked.to()));
  }

  private Listed listed(Row row) {
    LocalDate due = row.getLocalDate("due_on");
    return new Listed(
        row.getUUID("id"),
        row.getString("number"),
        row.getString("kind"),
        row.getString("state"),
        Named.of(row, "department_code", "department"),
        Named.of(row, "region_code", "region"),
        Named.of(row, "place_code", "place"),
        row.getString("post"),
        CityTime.offset(row.getOffsetDateTime("inspected_at").toInstant()),
        row.getInteger("findings"),
        due,
        due != null && due.isBefore(today()));
  }

  private Opened opened(Row row) {
    return new Opened(
        listed(row),
        row.getInteger("checklist_version"),
        Checklists.items(row.getString("items")),
        StoredJson.read(row.getString("facts"), Facts.class),
        row.getBuffer("words").getBytes(),
        row.getUUID("sample_id"),
        List.of(StoredJson.read(row.getString("people"), Named[].class)),
        List.of(StoredJson.read(row.getString("acts"), Act[].class)),
        List.of(StoredJson.read(row.getString("evidence"), Evidence[].class)));
  }
}
