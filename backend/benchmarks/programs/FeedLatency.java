import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code URL SECONDS}: forty screens ask for the feed five times a second each, far below what it
 * can answer; prints the 99th percentile of its times in milliseconds. Each asks when it is due,
 * whether or not what was before has been answered, and is timed from then, so that waiting counts.
 * The first seconds are not counted: this program's own beginning is in them.
 */
final class FeedLatency {
  private static final int SCREENS = 40;
  private static final long EVERY = 200_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long UNCOUNTED = 3 * SECOND;

  public static void main(String... args) throws Exception {
    long begin = System.nanoTime() + 200_000_000L;
    long counted = begin + UNCOUNTED;
    long end = counted + Long.parseLong(args[1]) * SECOND;
    ExecutorService pool = Executors.newCachedThreadPool();
    List<Future<List<Long>>> screens = new ArrayList<>();
    for (int screen = 0; screen < SCREENS; screen++) {
      long first = begin + screen * EVERY / SCREENS;
      screens.add(pool.submit(() -> watch(args[0], first, counted, end)));
    }
    List<Long> times = new ArrayList<>();
    for (Future<List<Long>> screen : screens) {
      times.addAll(screen.get());
    }
    pool.shutdown();
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf("%.3f%n", sorted[(int) (sorted.length * 0.99)] / 1e6);
  }

  private static List<Long> watch(String url, long first, long counted, long end) throws Exception {
    List<Long> times = new ArrayList<>();
    try (Connection connection = new Connection(url)) {
      for (long due = first; due < end; due += EVERY) {
        waitFor(due);
        connection.get("/api/v1/board/feed").expect(200);
        if (due >= counted) {
          times.add(System.nanoTime() - due);
        }
      }
    }
    return times;
  }

  private static void waitFor(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
