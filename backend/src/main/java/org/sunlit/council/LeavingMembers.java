package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.citizen.AccountEnding;

/** Whoever closes their account serves no longer, and isn't named in public any more. */
@ApplicationScoped
class LeavingMembers implements AccountEnding {
  private static final String WHY = "本人注销了账户";

  private final Members members;

  LeavingMembers(Members members) {
    this.members = members;
  }

  @Override
  public Uni<Void> end(Mutiny.Session session, String account) {
    return members.leave(session, account, WHY);
  }
}
