import java.util.concurrent.locks.LockSupport;

/**
 * {@code SECONDS MILLISECONDS TIMES}: works for so many milliseconds so many times a second, with
 * nothing but the clock: what a machine's other programs notice of it, they notice of any work that
 * long.
 */
final class Counting {
  private static final long SECOND = 1_000_000_000L;

  public static void main(String... args) {
    long end = System.nanoTime() + Long.parseLong(args[0]) * SECOND;
    long each = Long.parseLong(args[1]) * 1_000_000L;
    long every = SECOND / Integer.parseInt(args[2]);
    for (long due = System.nanoTime(); due < end; due += every) {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      long done = System.nanoTime() + each;
      while (System.nanoTime() < done) {
        Thread.onSpinWait();
      }
    }
  }
}
