package org.sunlit.complaint;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Workers;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Takes messages that were answered before Sunlit was there 往期答复. They are public at once, with
 * what looks personal blotted out, and found with the answers given since; they have no acts and
 * stand for nothing but themselves. What is there already stays as it is.
 */
@ApplicationScoped
public class EarlierImports {
  private static final Logger LOG = Logger.getLogger(EarlierImports.class);
  private static final int CHUNK = 100;

  /**
   * A file, and what is to be done with its rows.
   *
   * @param fresh to be taken
   * @param unchanged how many are there already
   * @param faults of the rows that are refused, in the order of the file
   */
  record Sorted(
      int total,
      List<EarlierRow> fresh,
      int unchanged,
      List<Fault> faults,
      List<String> unknownColumns) {
    int refused() {
      return total - fresh.size() - unchanged;
    }

    /** How many places looked personal. */
    int marked() {
      return fresh.stream().mapToInt(row -> row.marks().size()).sum();
    }
  }

  private final Pool pool;
  private final EarlierStore store;
  private final Categories categories;
  private final CalendarService calendars;
  private final Clock clock;

  EarlierImports(
      Pool pool,
      EarlierStore store,
      Categories categories,
      CalendarService calendars,
      Clock clock) {
    this.pool = pool;
    this.store = store;
    this.categories = categories;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** What a file would bring. */
  Uni<Sorted> sort(UploadedTable file) {
    return store
        .departments()
        .chain(
            departments ->
                categories
                    .paths()
                    .map(paths -> new EarlierTable.Known(departments, paths, clock.instant())))
        .chain(known -> Workers.call(() -> EarlierTable.read(file, known)))
        .chain(
            table ->
                store
                    .fingerprints(table.rows().stream().map(EarlierRow::id).toList())
                    .map(there -> sort(table, there)));
  }

  private static Sorted sort(EarlierTable table, Map<UUID, byte[]> there) {
    List<EarlierRow> fresh = new ArrayList<>();
    List<Fault> faults = new ArrayList<>(table.faults());
    int unchanged = 0;
    for (EarlierRow row : table.rows()) {
      byte[] before = there.get(row.id());
      if (before == null) {
        fresh.add(row);
      } else if (Arrays.equals(before, row.fingerprint())) {
        unchanged++;
      } else {
        faults.add(Fault.of(row.row(), null, "earlier.changed"));
      }
    }
    faults.sort(Comparator.comparing(Fault::row, Comparator.nullsFirst(Comparator.naturalOrder())));
    return new Sorted(table.total(), fresh, unchanged, faults, table.unknown());
  }

  /**
   * Takes a file of CSV or XLSX and waits for the end of it.
   *
   * @return fails with 422 where no row could be read
   */
  public Uni<Void> take(byte[] file, String fileName, Actor by) {
    return Workers.call(() -> UploadedTable.of(file))
        .chain(table -> begin(table, fileName, by))
        .chain(begun -> write(begun.id(), begun.file()));
  }

  /** Begins an import; the rest of it happens by itself. */
  Uni<UUID> start(UploadedTable file, String fileName, Actor by) {
    return begin(file, fileName, by)
        .invoke(begun -> write(begun.id(), begun.file()).subscribe().with(done -> {}))
        .map(Begun::id);
  }

  private record Begun(UUID id, Sorted file) {}

  private Uni<Begun> begin(UploadedTable file, String fileName, Actor by) {
    UUID id = UUID.randomUUID();
    return sort(file)
        .invoke(EarlierImports::needRows)
        .chain(
            sorted ->
                store
                    .begin(id, fileName, by.accountId(), clock.instant(), sorted)
                    .replaceWith(new Begun(id, sorted)));
  }

  /** Of what can't be read as a table nothing is kept. */
  private static void needRows(Sorted sorted) {
    if (sorted.total() == 0) {
      Fault first = sorted.faults().get(0);
      throw Problem.of(ProblemType.UNPROCESSABLE).at("file", first.key(), first.args().toArray());
    }
  }

  /** Never fails: how it ended is in its row. */
  private Uni<Void> write(UUID id, Sorted file) {
    return pool.withTransaction(
            connection ->
                Multi.createFrom()
                    .iterable(chunks(file.fresh()))
                    .onItem()
                    .transformToUniAndConcatenate(chunk -> put(connection, id, chunk))
                    .collect()
                    .last()
                    .chain(() -> store.end(connection, id, clock.instant())))
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.errorf(failure, "Import %s of earlier answers failed", id);
              return store.fail(id, clock.instant()).onFailure().recoverWithNull();
            });
  }

  /**
   * Rows to be written together.
   *
   * @param done how many are written after them
   */
  private record Chunk(List<EarlierRow> rows, int done) {}

  private static List<Chunk> chunks(List<EarlierRow> rows) {
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, rows.size());
      chunks.add(new Chunk(rows.subList(from, to), to));
    }
    return chunks;
  }

  private Uni<Void> put(SqlConnection connection, UUID id, Chunk chunk) {
    WorkingCalendar calendar = calendars.current();
    List<Integer> workingDays =
        chunk.rows().stream()
            .map(row -> calendar.workingDaysBetween(day(row.receivedAt()), day(row.repliedAt())))
            .toList();
    return store
        .put(connection, id, chunk.rows(), workingDays)
        .chain(() -> store.progress(id, chunk.done()));
  }

  private static LocalDate day(Instant at) {
    return Answers.day(at);
  }

  /** Takes all of it back; fails with 404 where there is nothing to take back. */
  Uni<Void> withdraw(UUID id, String why, Actor by) {
    return pool.withTransaction(
            connection -> store.withdraw(connection, id, clock.instant(), by.accountId(), why))
        .invoke(
            gone -> {
              if (!gone) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }
}
