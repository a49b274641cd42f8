package org.sunlit.identity;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.jboss.logging.Logger;

/**
 * Lets a thread give way to others. Java's own priorities do nothing on Linux; there the system's
 * nice value is set, which every thread has by itself and may always raise.
 */
final class Niceness {
  private static final Logger LOG = Logger.getLogger(Niceness.class);

  /** So nice a thread gets a tenth of what an ordinary one gets that wants the same processor. */
  private static final int NICE = 10;

  private static final int OF_A_THREAD = 0;
  private static final int THIS_ONE = 0;

  /** What is asked of the C library ({@code man 2 setpriority}). */
  interface System extends Library {
    int setpriority(int which, int who, int priority);
  }

  private Niceness() {}

  /**
   * From now on the current thread lets others go first; elsewhere than on Linux it stays as it is.
   */
  static void giveWay() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Native.load(Platform.C_LIBRARY_NAME, System.class).setpriority(OF_A_THREAD, THIS_ONE, NICE);
    } catch (LinkageError | RuntimeException notHere) {
      LOG.infof("Hashing passwords can't give way to other work: %s", notHere.getMessage());
    }
  }
}
