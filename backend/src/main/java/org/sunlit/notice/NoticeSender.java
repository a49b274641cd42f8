package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Hands messages to whoever delivers them. */
interface NoticeSender {

  /**
   * Sends an SMS; completes when the carrier has taken it and fails when it has not.
   *
   * @param id the same for every attempt, so that a carrier can tell a repeat
   */
  Uni<Void> sendSms(UUID id, String telephone, String text);
}
