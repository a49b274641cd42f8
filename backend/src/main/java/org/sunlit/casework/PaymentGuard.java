package org.sunlit.casework;

import io.smallrye.mutiny.Uni;

/**
 * Who knows whether what a case is charged is paid. The room of charges answers; casework asks
 * before a step that its flow lets be done only then (先缴费).
 */
public interface PaymentGuard {
  /** Fails with a problem while something is unpaid or has yet to be assessed. */
  Uni<Void> mustBePaid(ChargedCase one);
}
