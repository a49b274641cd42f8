package org.sunlit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharedTest {

  /** Work that ends when it is told to, and remembers where it was done. */
  private static final class Slow {
    private final CompletableFuture<UniEmitter<? super String>> begun = new CompletableFuture<>();
    private final AtomicInteger times = new AtomicInteger();
    private volatile Context context;

    Uni<String> work() {
      return Uni.createFrom()
          .emitter(
              emitter -> {
                times.incrementAndGet();
                context = Vertx.currentContext();
                begun.complete(emitter);
              });
    }

    /** Ends where it was done, as a database's answer does. */
    void end() throws Exception {
      UniEmitter<? super String> emitter = soon(begun);
      context.runOnContext(now -> emitter.complete("the answer"));
    }
  }

  @Inject Vertx vertx;

  @Test
  void leavesNobodysRequestWithSomebodyElse() throws Exception {
    Slow slow = new Slow();
    Uni<String> shared = Shared.every(Duration.ofMinutes(1), slow::work);

    outlive(slow, ignored -> shared);
  }

  @Test
  void leavesNobodysRequestWithSomebodyElseInACache() throws Exception {
    Slow slow = new Slow();
    CompletableFuture<CompletableFuture<String>> begun = new CompletableFuture<>();

    outlive(
        slow,
        first -> {
          if (first) {
            begun.complete(Shared.begin(slow::work));
          }
          return Shared.answer(begun.join());
        });
  }

  /** One without a request yet asks first; one with a request waits for the same answer. */
  private void outlive(Slow slow, Function<Boolean, Uni<String>> ask) throws Exception {
    Context early = context();
    Context within = context();
    CompletableFuture<Context> earlyWentOn = new CompletableFuture<>();
    CompletableFuture<Context> withinWentOn = new CompletableFuture<>();

    on(early, () -> goOn(ask.apply(true), earlyWentOn));
    soon(slow.begun);
    ManagedContext request = Arc.container().requestContext();
    on(within, request::activate);
    on(within, () -> goOn(ask.apply(false), withinWentOn));
    slow.end();

    assertSame(early, soon(earlyWentOn));
    assertSame(within, soon(withinWentOn));
    assertEquals(1, slow.times.get());
    assertNotSame(early, slow.context, "the work is nobody's");
    assertFalse(on(early, request::isActive), "whose request came along?");
    on(
        within,
        () -> {
          request.terminate();
          return null;
        });
  }

  @Test
  void goesOnForOthersWhenSomebodyLeaves() throws Exception {
    Slow slow = new Slow();
    Uni<String> shared = Shared.once(slow::work);
    CompletableFuture<String> stays = new CompletableFuture<>();
    CompletableFuture<String> comesLater = new CompletableFuture<>();

    Cancellable leaves = on(context(), () -> shared.subscribe().with(never -> {}));
    on(context(), () -> shared.subscribe().with(stays::complete, stays::completeExceptionally));
    leaves.cancel();
    slow.end();

    assertEquals("the answer", soon(stays));
    on(
        context(),
        () -> shared.subscribe().with(comesLater::complete, comesLater::completeExceptionally));
    assertEquals("the answer", soon(comesLater));
    assertEquals(1, slow.times.get());
  }

  @Test
  void asksOnceForAll() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Uni<Integer> shared = Shared.once(() -> Uni.createFrom().item(asked::incrementAndGet));

    for (int time = 0; time < 3; time++) {
      CompletableFuture<Integer> answer = new CompletableFuture<>();
      on(context(), () -> shared.subscribe().with(answer::complete));
      assertEquals(1, soon(answer));
    }
    assertEquals(1, shared.await().atMost(Duration.ofSeconds(5)), "outside of any context too");
  }

  @Test
  void asksAgainAfterAFailure() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Uni<String> shared =
        Shared.once(
            () -> {
              if (asked.incrementAndGet() <= 2) {
                throw new IllegalStateException("no answer");
              }
              return Uni.createFrom().item("the answer");
            });

    for (int time = 0; time < 2; time++) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      on(context(), () -> shared.subscribe().with(answer::complete, answer::completeExceptionally));
      ExecutionException failure = assertThrows(ExecutionException.class, () -> soon(answer));
      assertEquals("no answer", failure.getCause().getMessage());
    }
    assertEquals("the answer", shared.await().atMost(Duration.ofSeconds(5)));
  }

  private static Object goOn(Uni<String> answer, CompletableFuture<Context> wentOn) {
    return answer
        .map(ignored -> Vertx.currentContext())
        .subscribe()
        .with(wentOn::complete, wentOn::completeExceptionally);
  }

  private Context context() {
    return VertxContext.createNewDuplicatedContext(
        ((VertxInternal) vertx).createEventLoopContext());
  }

  private static <T> T on(Context context, Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    context.runOnContext(
        now -> {
          try {
            done.complete(work.call());
          } catch (Exception failure) {
            done.completeExceptionally(failure);
          }
        });
    return soon(done);
  }

  private static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }
}
