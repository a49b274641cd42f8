package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.FileInspection;
import org.sunlit.disclosure.PublicationFileStore.Had;
import org.sunlit.disclosure.rules.PublicationDeed;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.BodyLimits;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Attaches files to drafts 附件, and takes them out again (ADR 126). */
@ApplicationScoped
public class PublicationFiles {
  private static final int MOST_FILES = 20;
  private static final long MOST_BYTES = 100L * 1024 * 1024;

  /** One after the other: reading a file fills a processor, and the city has others to serve. */
  private final ExecutorService readers =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "publication-files");
            thread.setDaemon(true);
            return thread;
          });

  private final Publications publications;
  private final PublicationStore store;
  private final PublicationFileStore files;
  private final FileInspection inspection;
  private final Transactor transactor;
  private final Clock clock;

  PublicationFiles(
      Publications publications,
      PublicationStore store,
      PublicationFileStore files,
      FileInspection inspection,
      Transactor transactor,
      Clock clock) {
    this.publications = publications;
    this.store = store;
    this.files = files;
    this.inspection = inspection;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Attaches a file to the draft.
   *
   * @return its id; fails with a {@link Problem}: 404 for what the actor may not see, 403 for what
   *     isn't theirs, 409 when it is no draft, 412 when it has changed, 413, 415 and 422 for a file
   *     that isn't taken
   */
  public Uni<UUID> add(String number, int seen, String fileName, Path file, Actor actor) {
    return transactor
        .read(session -> draft(session, number, seen, actor))
        .chain(
            () ->
                Uni.createFrom()
                    .item(() -> PreparedFile.of(inspection, fileName, file))
                    .runSubscriptionOn(readers))
        .call(prepared -> add(number, seen, prepared, actor))
        .map(PreparedFile::id);
  }

  private Uni<Void> add(String number, int seen, PreparedFile file, Actor actor) {
    Instant at = clock.instant();
    String by = actor.accountId();
    return transactor.write(
        session ->
            draft(session, number, seen, actor)
                .call(
                    publication ->
                        files
                            .have(session, publication)
                            .invoke(had -> requireRoom(had, file))
                            .chain(() -> files.add(session, publication, file, by, at)))
                .chain(
                    publication ->
                        publications.written(
                            session, publication, "fileAdded", by, file.name(), at)));
  }

  /** Takes a file out of the draft; editions that were published with it keep it. */
  public Uni<Void> remove(String number, int seen, UUID file, Actor actor) {
    Instant at = clock.instant();
    String by = actor.accountId();
    return transactor.write(
        session ->
            draft(session, number, seen, actor)
                .chain(
                    publication ->
                        files
                            .have(session, publication)
                            .map(had -> named(had, file))
                            .call(() -> files.remove(session, publication, file, by))
                            .chain(
                                name ->
                                    publications.written(
                                        session, publication, "fileRemoved", by, name, at))));
  }

  private Uni<StoredPublication> draft(
      Mutiny.Session session, String number, int seen, Actor actor) {
    return store
        .lock(session, number)
        .map(found -> Publications.seen(found, actor))
        .invoke(found -> Publications.require(found, PublicationDeed.EDIT, seen, actor));
  }

  private static String named(List<Had> had, UUID file) {
    return had.stream()
        .filter(one -> one.id().equals(file))
        .map(Had::name)
        .findFirst()
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private static void requireRoom(List<Had> had, PreparedFile file) {
    long together = had.stream().mapToLong(Had::size).sum() + file.inspected().content().length;
    if (had.stream().anyMatch(one -> one.isSame(file))) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("file", "disclosure.file-twice");
    }
    if (had.size() >= MOST_FILES) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("file", "disclosure.too-many-files", MOST_FILES);
    }
    if (together > MOST_BYTES) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("file", "disclosure.files-too-large", BodyLimits.text(MOST_BYTES));
    }
  }

  @PreDestroy
  void stop() {
    readers.shutdownNow();
  }
}
