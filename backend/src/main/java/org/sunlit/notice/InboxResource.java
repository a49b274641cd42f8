package org.sunlit.notice;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import org.sunlit.api.InboxApi;
import org.sunlit.api.model.InboxNotice;
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
    return inbox
        .messages(currentActor.get().accountId(), limit, cursor)
        .map(
            page ->
                new InboxPage()
                    .items(page.items().stream().map(InboxResource::shown).toList())
                    .unread(page.unread())
                    .asOf(page.asOf())
                    .nextCursor(page.nextCursor()));
  }

  @Override
  public Uni<Void> markInboxRead(InboxRead read) {
    return inbox.read(currentActor.get().accountId(), read.getAsOf().toInstant());
  }

  private static InboxNotice shown(Inbox.Message message) {
    return new InboxNotice()
        .id(message.id())
        .caseNumber(message.subjectId())
        .text(message.text().chinese())
        .textEn(message.text().english())
        .createdAt(message.at())
        .unread(message.unread());
  }
}
