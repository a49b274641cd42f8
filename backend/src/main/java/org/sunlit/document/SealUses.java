package org.sunlit.document;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;

/**
 * The register of seal uses (用印登记, E10): which seal was set to which document, by whom, when. It
 * names no applicant. Rows are only added, with their documents; the database refuses anything
 * else.
 */
@ApplicationScoped
class SealUses {
  private static final String SELECT =
      """
      select u.id, u.at, d.unit_name, d.unit_name_en, d.seal, d.number, d.kind, d.title, d.title_en, d.case_number,
        d.department_code, u.account, u.name, u.name_en, u.post, u.post_name, u.post_name_en, u.confirmed_by
      from seal_use u join official_document d on d.id = u.document_id
      where u.id < $1
        and (cast($2 as text) is null or d.department_code = $2)
        and (cast($3 as text) is null or d.kind = $3)
        and (cast($4 as text) is null or u.account = $4)
        and (cast($5 as text) is null or d.case_number = $5 or d.number = $5)
        and (cast($6 as timestamptz) is null or u.at >= $6)
        and (cast($7 as timestamptz) is null or u.at < $7)
        and"""
          + ' '
          + Reach.within("d.department_code", "d.region_code", 8)
          + " order by u.id desc limit $"
          + (8 + Reach.PARAMETERS);

  /**
   * What is asked for; what is null is not asked.
   *
   * @param of a case number or a document's number
   */
  record Asked(
      String department, String kind, String account, String of, LocalDate from, LocalDate to) {}

  /** One use of a seal. */
  record Use(
      long id,
      Instant at,
      String unit,
      String unitEn,
      String seal,
      String number,
      String kind,
      String title,
      String titleEn,
      String caseNumber,
      String departmentCode,
      String account,
      String name,
      String nameEn,
      String post,
      String postName,
      String postNameEn,
      String confirmedBy) {}

  private final Pool pool;

  SealUses(Pool pool) {
    this.pool = pool;
  }

  /** The newest uses that this reader may see, before the one with this id. */
  Uni<List<Use>> newest(Asked asked, Actor reader, long before, int limit) {
    Tuple tuple =
        Tuple.tuple()
            .addLong(before)
            .addString(asked.department())
            .addString(asked.kind())
            .addString(asked.account())
            .addString(asked.of())
            .addOffsetDateTime(CityTime.startOf(asked.from()))
            .addOffsetDateTime(CityTime.endOf(asked.to()));
    return pool.preparedQuery(SELECT)
        .execute(Reach.of(reader).addTo(tuple).addInteger(limit))
        .map(rows -> rows.stream().map(SealUses::use).toList());
  }

  private static Use use(Row row) {
    return new Use(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("unit_name"),
        row.getString("unit_name_en"),
        row.getString("seal"),
        row.getString("number"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("title_en"),
        row.getString("case_number"),
        row.getString("department_code"),
        row.getString("account"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("post"),
        row.getString("post_name"),
        row.getString("post_name_en"),
        row.getString("confirmed_by"));
  }
}
