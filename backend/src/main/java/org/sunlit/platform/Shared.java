package org.sunlit.platform;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers that many wait for at once. The work for one is nobody's, so it has a context of its own,
 * and everybody who waits goes on in theirs. If it ran in that of whoever came first, those who
 * wait with them would leave there what they bring along: their request, and who they are (ADR
 * 133).
 */
public final class Shared {
  private Shared() {}

  /** Asked for when somebody comes and the last answer is older than this, or was a failure. */
  public static <T> Uni<T> every(Duration span, Supplier<Uni<T>> work) {
    Kept<T> kept = new Kept<>(span.toNanos(), work);
    return new Subscribed<>(
        subscriber -> AbstractUni.subscribe(answer(kept.current()), subscriber));
  }

  /** Asked for until there is an answer, which stays. */
  public static <T> Uni<T> once(Supplier<Uni<T>> work) {
    return every(Duration.ofNanos(Long.MAX_VALUE), work);
  }

  /** Begun at once, for a cache that others find it in; wait for it by {@link #answer}. */
  public static <T> CompletableFuture<T> begin(Supplier<Uni<T>> work) {
    return apart(work).subscribeAsCompletionStage();
  }

  /** What comes of work that was begun, where whoever waits goes on. */
  public static <T> Uni<T> answer(CompletableFuture<T> begun) {
    // A copy, because whoever leaves early, such as a browser that is closed, cancels what it has.
    return begun.isDone()
        ? Uni.createFrom().completionStage(begun)
        : here(Uni.createFrom().completionStage(begun.copy()));
  }

  private static <T> Uni<T> apart(Supplier<Uni<T>> work) {
    return new Subscribed<>(
        subscriber -> {
          Context context = Vertx.currentContext();
          if (context == null) {
            start(work, subscriber);
          } else {
            nobodys(context).runOnContext(now -> start(work, subscriber));
          }
        });
  }

  private static Context nobodys(Context context) {
    Context own = VertxContext.createNewDuplicatedContext(context);
    VertxContextSafetyToggle.setContextSafe(own, true);
    return own;
  }

  private static <T> void start(Supplier<Uni<T>> work, UniSubscriber<? super T> subscriber) {
    Uni<T> begun;
    try {
      begun = work.get();
    } catch (RuntimeException failure) {
      begun = Uni.createFrom().failure(failure);
    }
    AbstractUni.subscribe(begun, subscriber);
  }

  private static <T> Uni<T> here(Uni<T> answer) {
    return new Subscribed<>(
        subscriber -> {
          Context context = Vertx.currentContext();
          AbstractUni.subscribe(
              context == null ? answer : answer.emitOn(goOn -> enter(context, goOn)), subscriber);
        });
  }

  private static void enter(Context context, Runnable goOn) {
    if (Vertx.currentContext() == context) {
      goOn.run();
    } else {
      context.runOnContext(now -> goOn.run());
    }
  }

  /** The last answer, as long as it is good. */
  private static final class Kept<T> {
    private final long span;
    private final Supplier<Uni<T>> work;
    private CompletableFuture<T> last;
    private long begunAt;

    Kept(long span, Supplier<Uni<T>> work) {
      this.span = span;
      this.work = work;
    }

    /** What nobody has an answer to yet isn't asked for again. */
    synchronized CompletableFuture<T> current() {
      if (last == null || (last.isDone() && !isGood())) {
        begunAt = System.nanoTime();
        last = begin(work);
      }
      return last;
    }

    private boolean isGood() {
      return !last.isCompletedExceptionally() && System.nanoTime() - begunAt < span;
    }
  }

  /**
   * What happens when somebody subscribes. (What Mutiny's own ways are given, such as {@code
   * deferred} and {@code memoize}, runs within the request of whoever made them, not of whoever
   * subscribes.)
   */
  private static final class Subscribed<T> extends AbstractUni<T> {
    private final Consumer<UniSubscriber<? super T>> subscribed;

    Subscribed(Consumer<UniSubscriber<? super T>> subscribed) {
      this.subscribed = subscribed;
    }

    @Override
    public void subscribe(UniSubscriber<? super T> subscriber) {
      subscribed.accept(subscriber);
    }
  }
}
