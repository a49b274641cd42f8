package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.sunlit.platform.Workers;

/**
 * Publishes regions, departments and power items: all of a publication or nothing of it (A2, A4).
 * What equals the published version changes nothing, so publishing twice is harmless.
 */
@ApplicationScoped
public class ItemPublisher {
  /** Told on this node after a publication was committed. */
  record Published() {}

  private static final long LOCK = 0x706f7765726cL; // "powerl"

  private final Pool pool;
  private final Event<Published> published;

  ItemPublisher(Pool pool, Event<Published> published) {
    this.pool = pool;
    this.published = published;
  }

  /**
   * Publishes in a transaction of its own.
   *
   * @return what it did; fails with {@link PublishRefused} when any item can't be published
   */
  public Uni<PublishResult> publish(Publication publication) {
    return pool.withTransaction(
            connection ->
                lock(connection)
                    .chain(() -> writeDirectory(connection, publication))
                    .flatMap(
                        departmentsCreated -> plan(connection, publication, departmentsCreated))
                    .call(plan -> write(connection, publication, plan, done -> {})))
        .map(PublishPlan::result)
        .invoke(this::committed);
  }

  /** One publication at a time, on all nodes, until the transaction ends. */
  Uni<Void> lock(SqlConnection connection) {
    return connection
        .preparedQuery("select pg_advisory_xact_lock($1)")
        .execute(Tuple.of(LOCK))
        .replaceWithVoid();
  }

  /** Writes regions and departments; the answer is how many departments are new. */
  Uni<Integer> writeDirectory(SqlConnection connection, Publication publication) {
    return new DirectoryWriter(connection)
        .write(publication.regions(), publication.departments(), publication.departmentCodes());
  }

  /** Works out what to write, on a worker because checking thousands of flows takes a while. */
  Uni<PublishPlan> plan(SqlConnection connection, Publication publication, int departmentsCreated) {
    List<String> codes = publication.items().stream().map(ItemDraft::code).toList();
    return LatestVersions.of(connection, codes)
        .flatMap(latest -> plan(publication, latest, departmentsCreated));
  }

  Uni<PublishPlan> plan(
      Publication publication, Map<String, PublishPlan.Latest> latest, int departmentsCreated) {
    return Workers.call(() -> PublishPlan.of(publication, latest, departmentsCreated));
  }

  Uni<Void> write(
      SqlConnection connection, Publication publication, PublishPlan plan, IntConsumer progress) {
    return new VersionWriter(connection, publication.importId(), progress)
        .write(plan.newVersions());
  }

  /** To be called after the commit. */
  void committed() {
    published.fire(new Published());
  }
}
