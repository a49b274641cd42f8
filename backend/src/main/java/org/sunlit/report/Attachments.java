package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.rules.SealedSizes;

/** Files that browsers have sealed; their keys are inside of messages. */
@ApplicationScoped
class Attachments {
  private static final long MEGABYTE = 1024L * 1024;
  private static final String STORE =
      """
      insert into report_attachment (id, arrived_on, sealed) select $1, $2, $3
      where (select coalesce(sum(length(sealed)), 0) from report_attachment where report_id is null) + $4 <= $5
      """;
  private static final String READ =
      """
      select sealed from report_attachment f where id = $1 and report_id is not null and
      """
          + LeftOut.no("f.report_id", "$2");

  private final Pool pool;
  private final Vertx vertx;
  private final ReportSettings settings;
  private final Clock clock;

  Attachments(Pool pool, Vertx vertx, ReportSettings settings, Clock clock) {
    this.pool = pool;
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Keeps a sealed file until a message takes it, for a day.
   *
   * @return its id; fails with 422 for what can't be one, 503 when too many wait
   */
  Uni<UUID> keep(Path file, long size) {
    if (!SealedSizes.isFile(size)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/file", "report.shape");
    }
    UUID id = UUID.randomUUID();
    return vertx
        .fileSystem()
        .readFile(file.toString())
        .chain(
            content ->
                pool.preparedQuery(STORE)
                    .execute(
                        Tuple.of(
                            id,
                            LocalDate.ofInstant(clock.instant(), CityTime.ZONE),
                            content.getDelegate(),
                            size,
                            settings.waitingMegabytes() * MEGABYTE)))
        .map(
            rows -> {
              if (rows.rowCount() != 1) {
                throw Problem.of(ProblemType.UNAVAILABLE).header("Retry-After", "3600");
              }
              return id;
            });
  }

  /** A file of a report that is there for who asks. */
  Uni<Optional<Buffer>> read(UUID id, String account) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(id, account))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> Buffer.buffer(ReportReads.bytes(row, "sealed"))));
  }
}
