package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Hashes passwords, on a few threads of its own that give way to all others and with a short queue:
 * however many sign in at once, everybody else goes first, and whoever comes too many is told at
 * once when to try again (ADR 0064).
 */
@ApplicationScoped
class Passwords {

  private static final int SECONDS_TO_WAIT = 3;

  /**
   * Checked when there is no such account, so that the answer takes as long as for one that exists.
   */
  private static final class Decoy {
    static final String HASH =
        Argon2id.hash("nobody has this password"); // made on the thread that asks first
  }

  private final ThreadPoolExecutor hashers;

  Passwords(
      @ConfigProperty(name = "sunlit.identity.hashing-threads", defaultValue = "0") int threads,
      @ConfigProperty(name = "sunlit.identity.hashing-queue", defaultValue = "64") int queue) {
    int size = threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    AtomicInteger number = new AtomicInteger();
    hashers =
        new ThreadPoolExecutor(
            size,
            size,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(Math.max(1, queue)),
            work -> {
              Thread thread =
                  new Thread(
                      () -> {
                        Niceness.giveWay();
                        work.run();
                      },
                      "password-hashing-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    hashers.allowCoreThreadTimeOut(true);
  }

  /** Fails with 503 when too many wait already; so does {@link #matches}. */
  Uni<String> hash(String password) {
    return onAHasher(Uni.createFrom().item(() -> Argon2id.hash(password)));
  }

  /** Whether the password is the account's; takes the same time for a hash that is null. */
  Uni<Boolean> matches(String password, String hash) {
    return onAHasher(
        Uni.createFrom()
            .item(
                () ->
                    Argon2id.matches(password, hash == null ? Decoy.HASH : hash) && hash != null));
  }

  private <T> Uni<T> onAHasher(Uni<T> work) {
    Context context = Vertx.currentContext();
    Uni<T> hashed = work.runSubscriptionOn(hashers);
    Uni<T> backWhereItCameFrom =
        context == null ? hashed : hashed.emitOn(MutinyHelper.executor(context));
    return backWhereItCameFrom
        .onFailure(RejectedExecutionException.class)
        .transform(
            full ->
                Problem.of(ProblemType.UNAVAILABLE)
                    .header("Retry-After", String.valueOf(SECONDS_TO_WAIT)));
  }

  @PreDestroy
  void stop() {
    hashers.shutdownNow();
  }
}
