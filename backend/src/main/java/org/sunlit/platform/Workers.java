package org.sunlit.platform;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/**
 * Work for the processor or the disk, away from the event loop, and back to it: Vert.x takes it
 * there, and what comes of it to where whoever asked goes on.
 */
public final class Workers {
  private Workers() {}

  /** What comes of the work, where whoever asks goes on. */
  public static <T> Uni<T> call(Callable<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context context = Vertx.currentContext();
              return context == null
                  ? Uni.createFrom()
                      .item(Unchecked.supplier(work::call))
                      .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                  : Uni.createFrom()
                      .completionStage(
                          () -> context.executeBlocking(work, false).toCompletionStage());
            });
  }
}
