package org.sunlit.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.rules.SealedSizes;

/**
 * What a receipt opens: 32 bytes that the reporter's browser derives from it. Only their keyed hash
 * is kept, so that whoever has the database opens no conversation.
 */
@ApplicationScoped
class Mailboxes {
  private static final String USE = "report mailbox";

  private final BlindIndex index;

  Mailboxes(BlindIndex index) {
    this.index = index;
  }

  byte[] hash(byte[] mailbox) {
    if (mailbox.length != SealedSizes.MAILBOX) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/mailbox", "report.shape");
    }
    return index.tokens().of(USE, Base64.getEncoder().encodeToString(mailbox));
  }
}
