import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code URL SECONDS PASSWORD SIGN-INS}: so many people sign in each second, each over a connection
 * of their own and when it is due, whether or not those before have been answered.
 */
final class SignIns {
  private static final long SECOND = 1_000_000_000L;
  private static final int BROWSERS = 16;

  /** People of different departments, so that nobody's failures are another's. */
  private static final List<String> PEOPLE =
      List.of("mar.window1", "mar.reviewer1", "mar.approver1", "mar.issuer1", "dev.window1");

  private static volatile Exception failed;

  public static void main(String... args) throws Exception {
    BlockingQueue<String> due = new ArrayBlockingQueue<>(1000);
    for (int browser = 0; browser < BROWSERS; browser++) {
      Thread thread = new Thread(() -> signIn(args[0], args[2], due));
      thread.setDaemon(true);
      thread.start();
    }
    long begin = System.nanoTime();
    long end = begin + Long.parseLong(args[1]) * SECOND;
    long every = SECOND / Integer.parseInt(args[3]);
    int number = 0;
    for (long at = begin; at < end && failed == null; at += every) {
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      due.add(PEOPLE.get(number++ % PEOPLE.size()));
    }
    if (failed != null) {
      throw failed;
    }
  }

  private static void signIn(String url, String password, BlockingQueue<String> due) {
    try {
      while (true) {
        String account = due.take();
        try (Connection connection = new Connection(url)) {
          connection.signIn(account, password);
        }
      }
    } catch (Exception failure) {
      failed = failure;
    }
  }
}
