package org.sunlit.casework;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Keeps uploads until an application takes them, or a day has passed (ADR 0032). */
@ApplicationScoped
class Uploads {
  static final long MOST_BYTES = 10L * 1024 * 1024;
  private static final String MOST_BYTES_TEXT = "10 MB";
  private static final Logger LOG = Logger.getLogger(Uploads.class);

  // Storing the same bytes again touches their row, so that the sweeper, which waits for it, leaves
  // it.
  private static final String STORE =
      """
      with file as (
        insert into material_file (sha256, size, content, stored_at) values ($2, $3, $4, $5)
        on conflict (sha256) do update set stored_at = excluded.stored_at
        returning sha256
      )
      insert into upload (id, file_name, content_type, size, sha256, uploaded_at)
      select $1, $6, $7, $3, file.sha256, $5 from file
      """;
  private static final String SWEEP_UPLOADS = "delete from upload where uploaded_at < $1";
  private static final String SWEEP_FILES =
      """
      delete from material_file f
      where f.stored_at < $1
        and not exists (select 1 from upload u where u.sha256 = f.sha256)
        and not exists (select 1 from case_material m where m.sha256 = f.sha256)
      """;

  /** An upload that has been stored. */
  record Stored(UUID id, String fileName, MaterialType type, byte[] sha256, long size) {}

  private record Inspected(MaterialType type, byte[] content, byte[] sha256) {}

  private final Pool pool;
  private final Clock clock;

  Uploads(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Stores a file.
   *
   * @return fails with a {@link Problem}: 413 when it is too large, 415 when it is of a kind that
   *     isn't taken, 422 when it is empty, damaged or a zip bomb
   */
  Uni<Stored> store(String fileName, Path file) {
    return Uni.createFrom()
        .item(() -> inspect(file))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(inspected -> store(FileNames.clean(fileName), inspected));
  }

  private Uni<Stored> store(String fileName, Inspected inspected) {
    Stored stored =
        new Stored(
            UUID.randomUUID(),
            fileName,
            inspected.type(),
            inspected.sha256(),
            inspected.content().length);
    Tuple row = Tuple.tuple();
    row.addValue(stored.id())
        .addValue(Buffer.buffer(stored.sha256()))
        .addValue(stored.size())
        .addValue(Buffer.buffer(inspected.content()))
        .addValue(CityTime.offset(clock.instant()))
        .addValue(fileName)
        .addValue(stored.type().mediaType());
    return pool.preparedQuery(STORE).execute(row).replaceWith(stored);
  }

  private static Inspected inspect(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw Problem.of(ProblemType.TOO_LARGE, MOST_BYTES_TEXT);
      }
      if (size == 0) {
        throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "upload.empty");
      }
      MaterialType type = MaterialInspection.inspect(file);
      byte[] content = Files.readAllBytes(file);
      return new Inspected(type, content, MessageDigest.getInstance("SHA-256").digest(content));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Scheduled(
      every = "1h",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    var before = CityTime.offset(clock.instant().minus(UploadClaims.LIFE));
    return pool.preparedQuery(SWEEP_UPLOADS)
        .execute(Tuple.of(before))
        .chain(
            uploads ->
                pool.preparedQuery(SWEEP_FILES)
                    .execute(Tuple.of(before))
                    .invoke(
                        files ->
                            LOG.debugf(
                                "%d unclaimed uploads and %d files removed",
                                uploads.rowCount(), files.rowCount())))
        .replaceWithVoid();
  }
}
