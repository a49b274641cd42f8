package org.sunlit.notice;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import org.sunlit.api.InboxApi;
import org.sunlit.api.model.InboxPage;
import org.sunlit.api.model.InboxRead;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** What one has been told. */
@PermissionsAllowed(Permission.Codes.OWN_CASES)
class InboxResource implements InboxApi {
  private final Inbox inbox;
  private final CurrentActor currentActor;

  InboxResource(Inbox inbox, CurrentActor currentActor) {
    this.inbox = inbox;
    this.currentActor = currentActor;
  }

  @Override
  public Uni<InboxPage> listInbox(Integer limit, String cursor) {
    return inbox.page(currentActor.get().accountId(), limit, cursor);
  }

  @Override
  public Uni<Void> markInboxRead(InboxRead read) {
    return inbox.read(currentActor.get().accountId(), read.getAsOf().toInstant());
  }
}
