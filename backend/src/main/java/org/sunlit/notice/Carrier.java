package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.sunlit.problem.Language;

/** Whoever delivers messages of one channel. */
interface Carrier {

  /**
   * What is handed over.
   *
   * @param id the same for every attempt, so that a repeat can be told
   * @param subjectId what it is about
   * @param unsubscribe ends what it comes from in one press; null for what nobody has subscribed to
   */
  record Message(
      UUID id,
      String subjectId,
      String recipient,
      Language language,
      String text,
      String unsubscribe) {}

  /**
   * Hands a message over; completes when it has been taken.
   *
   * @return fails with {@link NotTaken} when it has not
   */
  Uni<Void> take(Message message);

  /**
   * It was not taken. Says nothing of the message: what a carrier answers may name whom it was for.
   */
  final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean everAgain;

    /**
     * @param everAgain whether another attempt could end otherwise
     */
    NotTaken(String why, boolean everAgain) {
      super(why, null, false, false);
      this.everAgain = everAgain;
    }

    boolean everAgain() {
      return everAgain;
    }
  }
}
