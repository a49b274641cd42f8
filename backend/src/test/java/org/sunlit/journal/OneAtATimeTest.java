package org.sunlit.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  private final List<UniEmitter<? super Boolean>> runs = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final OneAtATime work =
      new OneAtATime(() -> Uni.createFrom().emitter(runs::add), failures::add);

  @Test
  void runsOnceMoreForAllWakesThatCameMeanwhile() {
    work.wake();
    work.wake();
    work.wake();
    assertEquals(1, runs.size());

    runs.get(0).complete(false);
    assertEquals(2, runs.size());

    runs.get(1).complete(false);
    assertEquals(2, runs.size());
  }

  @Test
  void runsAgainWhileThereIsMoreToDo() {
    work.wake();
    runs.get(0).complete(true);
    assertEquals(2, runs.size());
  }

  @Test
  void staysUsableAfterAFailure() {
    work.wake();
    runs.get(0).fail(new IllegalStateException("the database is away"));
    assertEquals(1, failures.size());

    work.wake();
    assertEquals(2, runs.size());
  }
}
