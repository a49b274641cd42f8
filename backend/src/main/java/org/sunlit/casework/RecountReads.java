package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.api.model.Recount;
import org.sunlit.api.model.Recount.CauseEnum;
import org.sunlit.api.model.Recount.StateEnum;
import org.sunlit.api.model.RecountPage;
import org.sunlit.api.model.RecountedCase;
import org.sunlit.api.model.RecountedCasePage;
import org.sunlit.platform.CityTime;

/** Recounts as those who keep the calendar see them. */
@ApplicationScoped
class RecountReads {
  /** Which of the moved cases are wanted; all without one. */
  enum Filter {
    ALL("true"),
    LATER("r.after > r.before"),
    EARLIER("r.after < r.before"),
    NOW_LATE("r.now_late");

    private final String condition;

    Filter(String condition) {
      this.condition = condition;
    }

    static Filter of(String code) {
      if (code == null) {
        return ALL;
      }
      return switch (code) {
        case "later" -> LATER;
        case "earlier" -> EARLIER;
        case "nowLate" -> NOW_LATE;
        default -> throw new IllegalArgumentException("No filter is called '" + code + "'");
      };
    }
  }

  private static final String RECOUNTS =
      """
      select id, edition, cause, year, source, requested_by_name, requested_by_name_en, requested_at, days,
        started_at, finished_at, total, done, later, earlier, now_late
      from recount
      """;
  private static final String CASES =
      """
      select r.case_number, r.before, r.after, r.because, r.now_late, c.item_name, c.item_name_en,
        d.name as department_name, d.name_en as department_name_en
      from recount_case r join case_file c on c.case_number = r.case_number
        join department d on d.code = c.department_code
      where r.recount = $1 and r.case_number > $2 and %s order by r.case_number limit $3
      """;

  private final Pool pool;

  RecountReads(Pool pool) {
    this.pool = pool;
  }

  /**
   * A page, the newest first.
   *
   * @param before the edition of the last one of the page before
   */
  Uni<RecountPage> page(long before, int limit) {
    return pool.preparedQuery(RECOUNTS + "where edition < $1 order by edition desc limit $2")
        .execute(Tuple.of(before, limit + 1))
        .map(
            rows -> {
              List<Recount> recounts = new ArrayList<>();
              String last = null;
              String next = null;
              for (Row row : rows) {
                if (recounts.size() == limit) {
                  next = last;
                } else {
                  recounts.add(recount(row));
                  last = String.valueOf(row.getLong("edition"));
                }
              }
              return new RecountPage().items(recounts).nextCursor(next);
            });
  }

  Uni<Optional<Recount>> find(UUID id) {
    return pool.preparedQuery(RECOUNTS + "where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().findFirst().map(RecountReads::recount));
  }

  private static Recount recount(Row row) {
    int later = row.getInteger("later");
    int earlier = row.getInteger("earlier");
    return new Recount()
        .id(row.getUUID("id"))
        .state(state(row))
        .cause(CauseEnum.fromString(row.getString("cause")))
        .year(row.getInteger("year"))
        .source(row.getString("source"))
        .requestedBy(row.getString("requested_by_name"))
        .requestedByEn(row.getString("requested_by_name_en"))
        .requestedAt(at(row, "requested_at"))
        .startedAt(at(row, "started_at"))
        .finishedAt(at(row, "finished_at"))
        .done(row.getInteger("done"))
        .total(row.getInteger("total"))
        .moved(later + earlier)
        .later(later)
        .earlier(earlier)
        .nowLate(row.getInteger("now_late"))
        .days(List.of(row.getArrayOfLocalDates("days")));
  }

  private static StateEnum state(Row row) {
    if (row.getOffsetDateTime("finished_at") != null) {
      return StateEnum.DONE;
    }
    return row.getOffsetDateTime("started_at") == null ? StateEnum.WAITING : StateEnum.RUNNING;
  }

  /** A page of what one moved, by the cases' numbers. */
  Uni<RecountedCasePage> cases(Recount recount, Filter filter, String after, int limit) {
    return moved(recount.getId(), filter, after, limit + 1)
        .map(
            found -> {
              boolean more = found.size() > limit;
              List<RecountedCase> page = more ? found.subList(0, limit) : found;
              return new RecountedCasePage()
                  .items(page)
                  .total(total(recount, filter))
                  .nextCursor(more ? page.get(limit - 1).getCaseNumber() : null);
            });
  }

  private static int total(Recount recount, Filter filter) {
    return switch (filter) {
      case ALL -> recount.getMoved();
      case LATER -> recount.getLater();
      case EARLIER -> recount.getEarlier();
      case NOW_LATE -> recount.getNowLate();
    };
  }

  Uni<List<RecountedCase>> moved(UUID id, Filter filter, String after, int limit) {
    return pool.preparedQuery(CASES.formatted(filter.condition))
        .execute(Tuple.of(id, after, limit))
        .map(rows -> rows.stream().map(RecountReads::moved).toList());
  }

  private static RecountedCase moved(Row row) {
    return new RecountedCase()
        .caseNumber(row.getString("case_number"))
        .itemName(row.getString("item_name"))
        .itemNameEn(row.getString("item_name_en"))
        .departmentName(row.getString("department_name"))
        .departmentNameEn(row.getString("department_name_en"))
        .before(at(row, "before"))
        .after(at(row, "after"))
        .because(row.getLocalDate("because"))
        .nowLate(row.getBoolean("now_late"));
  }

  private static OffsetDateTime at(Row row, String column) {
    OffsetDateTime moment = row.getOffsetDateTime(column);
    return moment == null ? null : CityTime.offset(moment.toInstant());
  }
}
