package org.sunlit.citizen;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends what hangs on somebody's account when they close it 注销. */
public interface AccountEnding {

  /** Within the transaction that closes the account. */
  Uni<Void> end(Mutiny.Session session, String account);
}
