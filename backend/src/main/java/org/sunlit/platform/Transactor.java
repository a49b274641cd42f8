package org.sunlit.platform;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The only way to a database session: one call, one session, and for writes one transaction.
 *
 * <p>A session belongs to one event loop thread and is not safe for parallel use: chain, never
 * combine; do blocking work before or after. May be called from any thread; off an event loop the
 * work moves to one. Calls don't nest: pass the session on instead.
 */
@ApplicationScoped
public class Transactor {
  private static final Logger LOG = Logger.getLogger(Transactor.class);

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;
  private final List<Runnable> commitListeners = new CopyOnWriteArrayList<>();

  Transactor(Mutiny.SessionFactory sessions, Vertx vertx) {
    this.sessions = sessions;
    this.vertx = vertx;
  }

  /**
   * Does the work in one transaction: all of it is stored when the result arrives, nothing when it
   * fails. Nothing happens before somebody subscribes.
   */
  public <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
    return onEventLoop(
            withSession(session -> session.withTransaction(transaction -> apply(work, session))))
        .invoke(this::committed);
  }

  /** Does the work in a session that stores nothing. */
  public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return onEventLoop(
        withSession(
            session -> {
              session.setDefaultReadOnly(true);
              return apply(work, session);
            }));
  }

  /**
   * Has this called after every successful commit of {@link #write}, on its thread: be quick, wake
   * somebody else. A failure is logged and changes nothing for the writer.
   */
  public void onCommit(Runnable listener) {
    commitListeners.add(listener);
  }

  private void committed() {
    for (Runnable listener : commitListeners) {
      try {
        listener.run();
      } catch (RuntimeException failure) {
        LOG.error("A commit listener failed", failure);
      }
    }
  }

  private <T> Uni<T> withSession(Function<Mutiny.Session, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(sessions::openSession)
        .chain(session -> work.apply(session).eventually(session::close));
  }

  private static <T> Uni<T> apply(Function<Mutiny.Session, Uni<T>> work, Mutiny.Session session) {
    return Uni.createFrom().deferred(() -> work.apply(session));
  }

  private <T> Uni<T> onEventLoop(Uni<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              if (Context.isOnEventLoopThread()) {
                return work;
              }
              Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
              return work.runSubscriptionOn(
                  command -> context.runOnContext(ignored -> command.run()));
            });
  }
}
