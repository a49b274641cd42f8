package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Whether somebody who was let in still may be: for answers that go on, such as a stream. */
@ApplicationScoped
public class SessionGuard {
  private final EndedSessions ended;
  private final Directory directory;

  SessionGuard(EndedSessions ended, Directory directory) {
    this.ended = ended;
    this.directory = directory;
  }

  /** Who it is now; empty when the session has ended, or the account is closed. */
  public Uni<Optional<Actor>> actor(UUID session, String account) {
    return ended.contains(session)
        ? Uni.createFrom().item(Optional.empty())
        : directory.actor(account);
  }
}
