package org.sunlit.journal;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work that runs at most once at a time: wakes that come while it runs make it run once more,
 * however many they are.
 */
final class OneAtATime {

  private enum State {
    IDLE,
    RUNNING,
    RUNNING_AND_WOKEN
  }

  private final Supplier<Uni<Boolean>> work;
  private final Consumer<Throwable> onFailure;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  /**
   * @param work answers whether there is more to do at once
   * @param onFailure told of a failed run; the work stays usable
   */
  OneAtATime(Supplier<Uni<Boolean>> work, Consumer<Throwable> onFailure) {
    this.work = work;
    this.onFailure = onFailure;
  }

  void wake() {
    State before =
        state.getAndUpdate(now -> now == State.IDLE ? State.RUNNING : State.RUNNING_AND_WOKEN);
    if (before == State.IDLE) {
      run();
    }
  }

  private void run() {
    work.get()
        .subscribe()
        .with(
            this::finished,
            failure -> {
              onFailure.accept(failure);
              finished(false);
            });
  }

  private void finished(boolean more) {
    if (more) {
      run();
      return;
    }
    State before =
        state.getAndUpdate(now -> now == State.RUNNING_AND_WOKEN ? State.RUNNING : State.IDLE);
    if (before == State.RUNNING_AND_WOKEN) {
      run();
    }
  }
}
