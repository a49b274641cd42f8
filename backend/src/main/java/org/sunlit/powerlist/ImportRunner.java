package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.sunlit.platform.Workers;
import org.sunlit.powerlist.PublishPlan.Latest;

/**
 * Carries an import out: reads the file, checks it against what is published, and publishes all of
 * it in one transaction, or nothing.
 */
@ApplicationScoped
class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class);

  /** What was worked out inside the transaction. */
  private record Worked(Publication publication, PublishPlan plan) {}

  /** Ends the transaction without a trace; the errors say why. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("refused", null, false, false);
    }
  }

  private final Pool pool;
  private final ItemPublisher publisher;
  private final ImportStore store;

  ImportRunner(Pool pool, ItemPublisher publisher, ImportStore store) {
    this.pool = pool;
    this.publisher = publisher;
    this.store = store;
  }

  /** Never fails: how it ended is in the import's row. */
  Uni<Void> run(ImportRequest request) {
    ImportErrors errors = new ImportErrors();
    return store
        .status(request.id(), "reading")
        .chain(() -> Workers.call(() -> ImportFile.read(request, errors)))
        .flatMap(file -> check(request, file, errors))
        .onFailure(Refused.class)
        .recoverWithUni(() -> store.end(request.id(), "refused", errors))
        .onFailure()
        .recoverWithUni(failure -> failed(request, failure));
  }

  private Uni<Void> failed(ImportRequest request, Throwable failure) {
    LOG.errorf(failure, "Import %s failed", request.id());
    ImportErrors errors = new ImportErrors();
    errors.add(null, null, null, "import.failed");
    return store.end(request.id(), "failed", errors).onFailure().recoverWithNull();
  }

  private Uni<Void> check(ImportRequest request, Optional<ImportFile> read, ImportErrors errors) {
    if (read.isEmpty()) {
      throw new Refused();
    }
    ImportFile file = read.get();
    return store
        .mapped(request.id(), file.mapping(), file.total())
        .chain(() -> pool.withTransaction(connection -> publish(connection, request, file, errors)))
        .invoke(
            () -> {
              if (!request.dryRun()) {
                publisher.committed();
              }
            });
  }

  private Uni<Void> publish(
      SqlConnection connection, ImportRequest request, ImportFile file, ImportErrors errors) {
    List<String> codes = file.rows().stream().map(RowDraft::code).toList();
    return publisher
        .lock(connection)
        .chain(() -> Directory.of(connection))
        .flatMap(
            directory ->
                LatestVersions.of(connection, codes)
                    .flatMap(
                        latest ->
                            Workers.call(() -> work(request, file, directory, latest, errors))))
        .flatMap(worked -> write(connection, request, worked));
  }

  private static Worked work(
      ImportRequest request,
      ImportFile file,
      Directory directory,
      Map<String, Latest> latest,
      ImportErrors errors) {
    DirectoryResolver.Resolved resolved =
        new DirectoryResolver(directory, file.mapping(), request.regionName(), errors)
            .resolve(file.rows());
    ImportDrafts drafts = new ImportDrafts(file.mapping(), errors);
    ImportDrafts.Drafted drafted =
        drafts.draft(file.rows(), resolved, latest, request.effectiveFrom(), request.id());
    drafts.checkRights(drafted, latest, request.rights());
    try {
      PublishPlan plan =
          PublishPlan.of(drafted.publication(), latest, resolved.newDepartments().size());
      if (errors.isEmpty()) {
        return new Worked(drafted.publication(), plan);
      }
    } catch (PublishRefused refused) {
      drafts.add(refused.findings(), drafted.rows());
    }
    throw new Refused();
  }

  private Uni<Void> write(SqlConnection connection, ImportRequest request, Worked worked) {
    if (request.dryRun()) {
      return store.done(connection, request.id(), worked.plan().result());
    }
    AtomicInteger written = new AtomicInteger(worked.plan().result().unchanged());
    return store
        .progress(request.id(), written.get())
        .chain(() -> publisher.writeDirectory(connection, worked.publication()))
        .chain(
            () ->
                publisher.write(
                    connection,
                    worked.publication(),
                    worked.plan(),
                    chunk -> show(request, written.addAndGet(chunk))))
        .chain(() -> store.done(connection, request.id(), worked.plan().result()));
  }

  private void show(ImportRequest request, int done) {
    store
        .progress(request.id(), done)
        .subscribe()
        .with(ignored -> {}, failure -> LOG.debug("Progress was not stored", failure));
  }
}
