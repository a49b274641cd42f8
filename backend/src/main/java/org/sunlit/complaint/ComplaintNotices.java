package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintActKind;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.StaffNotices;
import org.sunlit.notice.Topic;
import org.sunlit.privacy.DataKey;

/**
 * Tells writers of their receipt and their answer, and departments of what is given to them, also
 * once more, urged and put under supervision.
 */
@ApplicationScoped
class ComplaintNotices {
  private static final String STAFF =
      """
      select a.account from account a where a.kind = 'staff' and not a.disabled
        and a.account <> all (string_to_array(:concerned, ',')) and (a.account = cast(:handler as text)
          or a.department_code = cast(:lead as text) and a.roles && array['approver', 'chiefRepresentative'])
      order by a.account
      """;

  private final Outbox outbox;
  private final StaffNotices staffNotices;

  ComplaintNotices(Outbox outbox, StaffNotices staffNotices) {
    this.outbox = outbox;
    this.staffNotices = staffNotices;
  }

  /**
   * What has just happened.
   *
   * @param key the complaint's
   */
  Uni<Void> tell(Mutiny.Session session, ComplaintRecord complaint, DataKey key) {
    ComplaintAct act = complaint.last();
    if (act instanceof ComplaintAct.Received || act instanceof ComplaintAct.Replied) {
      return writer(session, complaint, key);
    }
    if (act instanceof ComplaintAct.Reopened) {
      return writer(session, complaint, key)
          .chain(() -> staff(session, complaint, "reopenedAtDepartment", key));
    }
    boolean forStaff =
        act instanceof ComplaintAct.Assigned
            || act instanceof ComplaintAct.Transferred
            || act instanceof ComplaintAct.Urged
            || act instanceof ComplaintAct.Supervised;
    return forStaff
        ? staff(session, complaint, ComplaintActKind.of(act).code(), key)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> writer(Mutiny.Session session, ComplaintRecord complaint, DataKey key) {
    String phone = Content.open(key, complaint.content()).phone();
    return phone == null
        ? Uni.createFrom().voidItem()
        : outbox.put(
            session,
            new Notice(
                complaint.subject(),
                event(complaint) + " writer",
                Topic.REQUIRED,
                text(complaint, ComplaintActKind.of(complaint.last()).code()),
                Reach.telephone(phone),
                null),
            complaint.last().at(),
            key);
  }

  private Uni<Void> staff(
      Mutiny.Session session, ComplaintRecord complaint, String text, DataKey key) {
    Standing standing = complaint.standing();
    return session
        .createNativeQuery(STAFF, String.class)
        .setParameter("concerned", String.join(",", standing.concerned()))
        .setParameter("handler", standing.handler())
        .setParameter("lead", standing.lead())
        .getResultList()
        .chain(
            accounts ->
                staffNotices.tell(
                    session,
                    complaint.subject(),
                    event(complaint),
                    text(complaint, text),
                    accounts,
                    complaint.last().at(),
                    key));
  }

  private static String event(ComplaintRecord complaint) {
    return "act " + complaint.version();
  }

  private static NoticeText text(ComplaintRecord complaint, String text) {
    return NoticeText.of("complaint." + text, complaint.number());
  }
}
