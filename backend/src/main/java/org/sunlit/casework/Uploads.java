package org.sunlit.casework;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.casework.FileInspection.Inspected;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Workers;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
import org.sunlit.problem.Problem;

/** Keeps uploads until an application takes them, or a day has passed (ADR 0032). */
@ApplicationScoped
class Uploads {
  static final long MOST_BYTES = 10L * 1024 * 1024;
  private static final FileInspection.Taken TAKEN =
      new FileInspection.Taken(MOST_BYTES, false, "upload.not-taken");
  private static final Logger LOG = Logger.getLogger(Uploads.class);

  private static final String STORE =
      """
      with file as (
        insert into material_file (id, content, stored_at) values ($1, $2, $3)
      ), key as (
        insert into vault_key (subject, master, wrapped, created_at) values ('upload:' || $1, $4, $5, $3)
      )
      insert into upload (id, content_type, size, sealed, uploaded_at) values ($1, $6, $7, $8, $3)
      """;
  private static final String FIND =
      """
      select u.content_type, u.sealed, f.content, k.master, k.wrapped
      from upload u
        join material_file f on f.id = u.id
        join vault_key k on k.subject = 'upload:' || u.id
      where u.id = $1 and u.uploaded_at > $2
      """;
  private static final String SWEEP =
      """
      with gone as (
        delete from upload where uploaded_at < $1 returning id
      ), key as (
        delete from vault_key k using gone where k.subject = 'upload:' || gone.id
      )
      delete from material_file f using gone where f.id = gone.id
      """;

  /** An upload that has been stored. */
  record Stored(UUID id, String fileName, MaterialType type, byte[] sha256, long size) {}

  private record Sealed(Stored stored, byte[] content, byte[] label, WrappedKey key) {}

  private final Pool pool;
  private final Clock clock;
  private final Vault vault;
  private final FileInspection inspection;

  Uploads(Pool pool, Clock clock, Vault vault, FileInspection inspection) {
    this.pool = pool;
    this.clock = clock;
    this.vault = vault;
    this.inspection = inspection;
  }

  /**
   * Stores a file.
   *
   * @return fails with a {@link Problem}: 413 when it is too large, 415 when it is of a kind that
   *     isn't taken, 422 when it is empty, damaged or a zip bomb
   */
  Uni<Stored> store(String fileName, Path file) {
    return Workers.call(
            () -> seal(FileNames.clean(fileName), inspection.inspect(file, TAKEN), null))
        .chain(this::store);
  }

  /**
   * Stores a copy of what the city has already, for the application that takes it over.
   *
   * @return the new upload
   */
  Uni<UUID> keep(String fileName, MaterialType type, byte[] content, MaterialOrigin origin) {
    return Workers.call(() -> seal(fileName, Inspected.of(type.mediaType(), content), origin))
        .chain(this::store)
        .map(Stored::id);
  }

  private Sealed seal(String fileName, Inspected inspected, MaterialOrigin origin) {
    Stored stored =
        new Stored(
            UUID.randomUUID(),
            fileName,
            MaterialType.of(inspected.mediaType()).orElseThrow(),
            inspected.sha256(),
            inspected.content().length);
    DataKey key = vault.create(UploadSeals.subject(stored.id()));
    CaseSeals.Label label =
        new CaseSeals.Label(fileName, HexFormat.of().formatHex(inspected.sha256()), origin);
    return new Sealed(
        stored,
        UploadSeals.content(key, inspected.content()),
        UploadSeals.label(key, label),
        vault.wrap(key));
  }

  private Uni<Stored> store(Sealed sealed) {
    Stored stored = sealed.stored();
    Tuple row = Tuple.tuple();
    row.addValue(stored.id())
        .addValue(Buffer.buffer(sealed.content()))
        .addValue(CityTime.offset(clock.instant()))
        .addValue(sealed.key().master())
        .addValue(Buffer.buffer(sealed.key().wrapped()))
        .addValue(stored.type().mediaType())
        .addValue(stored.size())
        .addValue(Buffer.buffer(sealed.label()));
    return pool.preparedQuery(STORE).execute(row).replaceWith(stored);
  }

  /**
   * Stores the same file again, each time under a key of its own: for applications that several
   * cases take one file from.
   *
   * @return the new uploads; none when the file isn't waiting any more
   */
  Uni<List<UUID>> copies(UUID upload, int times) {
    if (times < 1) {
      return Uni.createFrom().item(List.of());
    }
    var since = CityTime.offset(clock.instant().minus(UploadClaims.LIFE));
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(upload, since))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(List.<UUID>of())
                    : copies(upload, rows.iterator().next(), times));
  }

  private Uni<List<UUID>> copies(UUID upload, Row row, int times) {
    Uni<List<UUID>> stored = Uni.createFrom().item(new ArrayList<>());
    for (int copy = 0; copy < times; copy++) {
      stored =
          stored.chain(
              all ->
                  Workers.call(() -> sealedAgain(upload, row))
                      .chain(this::store)
                      .invoke(one -> all.add(one.id()))
                      .replaceWith(all));
    }
    return stored;
  }

  private Sealed sealedAgain(UUID upload, Row row) {
    DataKey key =
        vault.unwrap(
            new WrappedKey(
                UploadSeals.subject(upload),
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()));
    CaseSeals.Label label = UploadSeals.openLabel(key, row.getBuffer("sealed").getBytes());
    byte[] content = UploadSeals.openContent(key, row.getBuffer("content").getBytes());
    return seal(
        label.fileName(),
        new Inspected(
            row.getString("content_type"), content, HexFormat.of().parseHex(label.sha256())),
        label.origin());
  }

  @Scheduled(
      every = "1h",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    var before = CityTime.offset(clock.instant().minus(UploadClaims.LIFE));
    return pool.preparedQuery(SWEEP)
        .execute(Tuple.of(before))
        .invoke(files -> LOG.debugf("%d unclaimed uploads removed", files.rowCount()))
        .replaceWithVoid();
  }
}
