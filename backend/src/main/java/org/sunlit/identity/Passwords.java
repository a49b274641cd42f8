package org.sunlit.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
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
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane. Hashing has a few threads of its own
 * and a short queue: however many sign in at once, the other processors and workers are there for
 * everybody else, and whoever comes too many is told at once when to try again.
 */
@ApplicationScoped
class Passwords {

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  private static final int SECONDS_TO_WAIT = 3;

  /**
   * Checked when there is no such account, so that the answer takes as long as for one that exists.
   */
  private static final class Decoy {
    static final String HASH =
        hashNow("nobody has this password"); // made on the worker that asks first
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
              Thread thread = new Thread(work, "password-hashing-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    hashers.allowCoreThreadTimeOut(true);
  }

  /** Fails with 503 when too many wait already; so does {@link #matches}. */
  Uni<String> hash(String password) {
    return onAHasher(Uni.createFrom().item(() -> hashNow(password)));
  }

  /** Whether the password is the account's; takes the same time for a hash that is null. */
  Uni<Boolean> matches(String password, String hash) {
    return onAHasher(
        Uni.createFrom()
            .item(() -> matchesNow(password, hash == null ? Decoy.HASH : hash) && hash != null));
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

  private static String hashNow(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  private static boolean matchesNow(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  @PreDestroy
  void stop() {
    hashers.shutdownNow();
  }
}
