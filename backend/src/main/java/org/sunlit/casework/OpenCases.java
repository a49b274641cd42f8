package org.sunlit.casework;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.sunlit.calendar.StoppedLate.Late;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Workers;

/**
 * Reads open cases by the page, to count their deadlines: what happened to them and nothing that is
 * sealed, because no deadline depends on who asked or what was said.
 */
@ApplicationScoped
class OpenCases {
  private static final Logger LOG = Logger.getLogger(OpenCases.class);
  private static final String READ =
      """
      select c.due_at, c.step_due_at, json_build_object(
        'caseNumber', c.case_number, 'itemVersionId', c.item_version_id, 'departmentCode', c.department_code,
        'regionCode', c.region_code, 'applicantMasked', c.applicant_masked, 'jointNumber', c.joint_number,
        'kind', a.kind,
        'events', (select json_agg(e.body order by e.number) from case_event e where e.case_number = c.case_number)
        )::text as document
      from case_file c join case_applicant a on a.case_number = c.case_number
      where c.case_number = any ($1) order by c.case_number
      """;

  /** An open case as it was read. */
  private record Bare(
      String caseNumber,
      UUID itemVersionId,
      String departmentCode,
      String regionCode,
      String applicantMasked,
      String jointNumber,
      String kind,
      List<CaseEvent> events) {
    StoredCase stored() {
      return stored(events);
    }

    /** As it was after its first events. */
    StoredCase stored(List<CaseEvent> first) {
      return new StoredCase(
          caseNumber,
          itemVersionId,
          departmentCode,
          regionCode,
          applicantMasked,
          jointNumber,
          null,
          null,
          ApplicantDetails.deleted(kind, applicantMasked),
          null,
          first,
          List.of(),
          List.of(),
          null,
          null,
          null,
          null);
    }
  }

  private record Read(Bare bare, Instant due, Instant stepDue) {}

  /**
   * A case counted by a calendar.
   *
   * @param before when it was due; null while no clock ran
   * @param stepBefore when its step was due; null when that had no limit or no clock ran
   */
  record Counted(CaseNow now, Instant before, Instant stepBefore) {
    /** When it is due by the calendar; null while no clock runs. */
    Instant after() {
      return now.deadlines().dueAt().orElse(null);
    }

    /** Whether the case or its step is due at another time than before. */
    boolean moved() {
      return !Objects.equals(before, after())
          || !Objects.equals(stepBefore, now.deadlines().stepDueAt().orElse(null));
    }
  }

  private final CaseBases bases;

  OpenCases(CaseBases bases) {
    this.bases = bases;
  }

  /** These cases counted by a calendar, on a worker: many deadlines are some work. */
  Uni<List<Counted>> count(SqlClient client, List<String> numbers, WorkingCalendar calendar) {
    return each(
        client,
        numbers,
        (one, basis) ->
            new Counted(
                CaseNow.of(one.bare().stored(), basis, calendar), one.due(), one.stepDue()));
  }

  /** What a calendar says of clocks that had stopped late, of cases that needn't be open. */
  Uni<List<SettledCase>> settle(SqlClient client, List<Late> late, WorkingCalendar calendar) {
    Map<String, Late> byNumber =
        late.stream().collect(Collectors.toMap(Late::number, Function.identity()));
    return each(
        client,
        late.stream().map(Late::number).toList(),
        (one, basis) ->
            SettledCase.of(
                one.bare().events(),
                first -> CaseNow.of(one.bare().stored(first), basis, calendar),
                byNumber.get(one.bare().caseNumber()).clocks()));
  }

  private <T> Uni<List<T>> each(
      SqlClient client, List<String> numbers, BiFunction<Read, CaseBasis, T> counting) {
    return client
        .preparedQuery(READ)
        .execute(Tuple.tuple().addArrayOfString(numbers.toArray(String[]::new)))
        .chain(rows -> Workers.call(() -> read(rows)))
        .chain(
            read ->
                basesOf(read)
                    .chain(
                        known ->
                            Workers.call(
                                () ->
                                    read.stream()
                                        .flatMap(one -> count(one, known, counting).stream())
                                        .toList())));
  }

  /**
   * One that can't be counted keeps its deadline, and doesn't keep the others from being counted.
   */
  private static <T> Optional<T> count(
      Read one, Map<UUID, CaseBasis> known, BiFunction<Read, CaseBasis, T> counting) {
    try {
      CaseBasis basis =
          known
              .get(one.bare().itemVersionId())
              .movedFrom(
                  CaseBases.before(one.bare().events()).stream()
                      .collect(
                          Collectors.toMap(
                              Function.identity(), version -> known.get(version).item().flow())));
      return Optional.of(counting.apply(one, basis));
    } catch (RuntimeException uncountable) {
      LOG.errorf(uncountable, "Case %s could not be counted again", one.bare().caseNumber());
      return Optional.empty();
    }
  }

  private Uni<Map<UUID, CaseBasis>> basesOf(List<Read> read) {
    return Multi.createFrom()
        .iterable(
            read.stream()
                .flatMap(
                    one ->
                        Stream.concat(
                            Stream.of(one.bare().itemVersionId()),
                            CaseBases.before(one.bare().events()).stream()))
                .distinct()
                .toList())
        .onItem()
        .transformToUniAndConcatenate(id -> bases.of(id).map(basis -> Map.entry(id, basis)))
        .collect()
        .asList()
        .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static List<Read> read(RowSet<Row> rows) {
    List<Read> read = new ArrayList<>(rows.size());
    for (Row row : rows) {
      bare(row)
          .map(bare -> new Read(bare, instant(row, "due_at"), instant(row, "step_due_at")))
          .ifPresent(read::add);
    }
    return read;
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime moment = row.getOffsetDateTime(column);
    return moment == null ? null : moment.toInstant();
  }

  private static Optional<Bare> bare(Row row) {
    try {
      return Optional.of(StoredJson.read(row.getString("document"), Bare.class));
    } catch (UncheckedIOException unreadable) {
      LOG.error("A case that can't be read keeps its deadline", unreadable);
      return Optional.empty();
    }
  }
}
