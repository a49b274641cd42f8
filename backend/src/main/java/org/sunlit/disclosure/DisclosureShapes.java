package org.sunlit.disclosure;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.Disclosure;
import org.sunlit.api.model.DisclosureCategory;
import org.sunlit.api.model.DisclosureEdition;
import org.sunlit.api.model.DisclosurePage;
import org.sunlit.api.model.DisclosureSummary;
import org.sunlit.api.model.DisclosureValidity;
import org.sunlit.api.model.DutyCalendar;
import org.sunlit.api.model.DutyCounts;
import org.sunlit.api.model.DutyEvery;
import org.sunlit.api.model.DutyLimitUnit;
import org.sunlit.api.model.DutyOccasion;
import org.sunlit.api.model.DutyTiming;
import org.sunlit.api.model.ExcerptPiece;
import org.sunlit.api.model.FoundInFile;
import org.sunlit.disclosure.DutyRow.Occasion;
import org.sunlit.disclosure.rules.DutyState;
import org.sunlit.disclosure.rules.Validity;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TimeCursor;
import org.sunlit.search.Excerpt;
import org.sunlit.search.SearchQuestion;

/** What is public, in the contract's words. */
final class DisclosureShapes {
  /** About two lines on a phone. */
  private static final int EXCERPT = 110;

  /** What makes headings and items, and the ends of lines. */
  private static final Pattern MARKS = Pattern.compile("(?m)(^(# |- )|\\s)+");

  private DisclosureShapes() {}

  private static DisclosureSummary summary(Row row, LocalDate today) {
    boolean corrected = row.getInteger("public_edition") > 1;
    return new DisclosureSummary()
        .number(row.getString("number"))
        .title(row.getString("title"))
        .titleEn(row.getString("title_en"))
        .summary(row.getString("summary"))
        .department(
            department(
                row.getString("department_code"),
                row.getString("department"),
                row.getString("department_en")))
        .categories(List.of(row.getArrayOfStrings("categories")))
        .documentNumber(row.getString("document_number"))
        .validity(
            Validity.on(
                    today,
                    row.getLocalDate("effective_on"),
                    row.getLocalDate("expires_on"),
                    row.getLocalDate("repealed_on"),
                    row.getString("replaced_by"))
                .map(validity -> DisclosureValidity.fromString(validity.code()))
                .orElse(null))
        .releasedAt(row.getOffsetDateTime("first_released_at"))
        .corrected(corrected)
        .correctedAt(corrected ? row.getOffsetDateTime("released_at") : null);
  }

  /** With the passage that was searched for. */
  private static DisclosureSummary found(Row row, LocalDate today, SearchQuestion question) {
    String summary = row.getString("summary");
    String inFile = row.getString("file_text");
    String text =
        inFile != null ? inFile : (summary == null ? "" : summary + "\n") + row.getString("body");
    return summary(row, today)
        .foundIn(
            inFile == null
                ? null
                : new FoundInFile().id(row.getUUID("file_id")).name(row.getString("file_name")))
        .excerpt(
            Excerpt.of(MARKS.matcher(text).replaceAll(" "), question, EXCERPT).stream()
                .map(piece -> new ExcerptPiece().text(piece.text()).hit(piece.hit()))
                .toList());
  }

  /** The newest, as far as the limit goes. */
  static DisclosurePage page(PublicReads.Page page, int limit, LocalDate today) {
    return new DisclosurePage()
        .items(page.rows().stream().limit(limit).map(row -> summary(row, today)).toList())
        .total(page.total())
        .nextCursor(
            TimeCursor.next(page.rows(), limit, last -> TimeCursor.of(last, "first_released_at")));
  }

  /** What was searched for. */
  static DisclosurePage page(PublicReads.Page page, SearchQuestion question, LocalDate today) {
    return new DisclosurePage()
        .items(page.rows().stream().map(row -> found(row, today, question)).toList())
        .total(page.total());
  }

  static List<DisclosureCategory> categories(List<Row> rows) {
    return rows.stream().map(DisclosureShapes::category).toList();
  }

  /** Of a withdrawn one its title and why. */
  static Disclosure whole(PublicReads.Opened opened, LocalDate today) {
    Row row = opened.row();
    Row duty = opened.duty();
    List<Row> editions = opened.editions();
    boolean withdrawn = row.getOffsetDateTime("withdrawn_at") != null;
    Disclosure disclosure =
        new Disclosure()
            .summary(summary(row, today))
            .editions(
                withdrawn
                    ? List.of()
                    : editions.stream().map(each -> edition(each, opened.files())).toList())
            .effectiveOn(row.getLocalDate("effective_on"))
            .expiresOn(row.getLocalDate("expires_on"))
            .repealedOn(row.getLocalDate("repealed_on"))
            .replacedBy(row.getString("replaced_by"))
            .withdrawnAt(row.getOffsetDateTime("withdrawn_at"))
            .withdrawnReason(row.getString("withdrawn_reason"));
    if (withdrawn) {
      disclosure.getSummary().summary(null);
    } else {
      disclosure
          .body(row.getString("body"))
          .film(row.getBoolean("is_film"))
          .files(FileShapes.published(opened.files(), row.getInteger("public_edition")));
    }
    if (duty != null) {
      disclosure
          .dutyCode(row.getString("duty_code"))
          .dutyTitle(duty.getString("title"))
          .dutyTitleEn(duty.getString("title_en"))
          .occasion(row.getString("occasion"));
    }
    return disclosure;
  }

  private static DisclosureEdition edition(Row row, List<AttachedFile> files) {
    int edition = row.getInteger("edition");
    return new DisclosureEdition()
        .edition(edition)
        .files(FileShapes.published(files, edition))
        .addedFiles(FileShapes.added(files, edition))
        .removedFiles(FileShapes.removed(files, edition))
        .title(row.getString("title"))
        .titleEn(row.getString("title_en"))
        .body(row.getString("body"))
        .releasedAt(row.getOffsetDateTime("released_at"))
        .reason(row.getString("reason"));
  }

  private static DisclosureCategory category(Row row) {
    return new DisclosureCategory()
        .code(row.getString("code"))
        .name(row.getString("name"))
        .nameEn(row.getString("name_en"))
        .ground(row.getString("ground"))
        .publications(row.getLong("publications").intValue());
  }

  /**
   * What is due, late and done.
   *
   * @param wanted only in this state; all when null
   */
  static DutyCalendar calendar(List<Occasion> all, DutyState wanted, Instant now) {
    Map<DutyState, Long> counts =
        all.stream().collect(Collectors.groupingBy(one -> one.state(now), Collectors.counting()));
    return new DutyCalendar()
        .asOf(CityTime.offset(now))
        .counts(
            new DutyCounts()
                .due(count(counts, DutyState.DUE))
                .late(count(counts, DutyState.LATE))
                .done(count(counts, DutyState.DONE))
                .doneLate(count(counts, DutyState.DONE_LATE)))
        .items(
            all.stream()
                .filter(one -> wanted == null || one.state(now) == wanted)
                .map(one -> occasion(one, now))
                .toList());
  }

  private static int count(Map<DutyState, Long> counts, DutyState state) {
    return counts.getOrDefault(state, 0L).intValue();
  }

  private static DutyOccasion occasion(Occasion one, Instant now) {
    DutyRow of = one.of();
    return new DutyOccasion()
        .dutyCode(of.code())
        .title(of.title())
        .titleEn(of.titleEn())
        .department(department(of.department(), of.departmentName(), of.departmentNameEn()))
        .category(of.category())
        .timing(DutyTiming.fromString(of.duty().timing().code()))
        .every(of.duty().every() == null ? null : DutyEvery.fromString(of.duty().every().code()))
        .limit(of.duty().amount())
        .unit(DutyLimitUnit.fromString(of.duty().unit().code()))
        .ground(of.ground())
        .occasion(one.name())
        .about(one.about())
        .dueAt(CityTime.offset(one.dueAt()))
        .state(org.sunlit.api.model.DutyState.fromString(one.state(now).code()))
        .doneAt(CityTime.offset(one.doneAt()))
        .number(one.number());
  }

  static DepartmentReference department(String code, String name, String nameEn) {
    return new DepartmentReference().code(code).name(name).nameEn(nameEn);
  }
}
