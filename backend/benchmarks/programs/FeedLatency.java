import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code URL SECONDS [PASSWORD SIGN-INS]}: forty screens ask for the feed five times a second each,
 * far below what it can answer, and so many people sign in each second meanwhile; prints the 99th
 * percentile of the feed's times in milliseconds. Everything happens when it is due, whether or not
 * what was before has been answered, and is timed from then, so that waiting counts. The first
 * seconds are not counted: this program's own beginning is in them.
 */
final class FeedLatency {
  private static final int SCREENS = 40;
  private static final long EVERY = 200_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long UNCOUNTED = 3 * SECOND;

  /** People of different departments, so that nobody's failures are another's. */
  private static final List<String> PEOPLE =
      List.of("mar.window1", "mar.reviewer1", "mar.approver1", "mar.issuer1", "dev.window1");

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
    List<Future<?>> signIns = new ArrayList<>();
    if (args.length > 2) {
      long every = SECOND / Integer.parseInt(args[3]);
      int number = 0;
      for (long at = begin; at < end; at += every) {
        String account = PEOPLE.get(number++ % PEOPLE.size());
        long due = at;
        signIns.add(pool.submit(() -> signIn(args[0], account, args[2], due)));
      }
    }
    List<Long> times = new ArrayList<>();
    for (Future<List<Long>> screen : screens) {
      times.addAll(screen.get());
    }
    for (Future<?> signIn : signIns) {
      signIn.get(30, TimeUnit.SECONDS);
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

  private static Void signIn(String url, String account, String password, long due)
      throws Exception {
    waitFor(due);
    try (Connection connection = new Connection(url)) {
      connection.signIn(account, password);
    }
    return null;
  }

  private static void waitFor(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
