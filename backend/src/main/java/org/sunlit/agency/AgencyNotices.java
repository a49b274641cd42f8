package org.sunlit.agency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.citizen.Citizen;
import org.sunlit.identity.Actor;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;
import org.sunlit.problem.Localised;

/**
 * Tells principals what their agents did to the mandate itself; of cases and appointments they are
 * told anyway.
 */
@ApplicationScoped
class AgencyNotices {
  private final Outbox outbox;

  AgencyNotices(Outbox outbox) {
    this.outbox = outbox;
  }

  Uni<Void> taken(
      Mutiny.Session session, Agency agency, Citizen principal, Actor agent, Instant now) {
    Localised name = name(agent.displayName(), agent.displayNameEn());
    return tell(session, agency, principal, "taken", name, now);
  }

  Uni<Void> laidDown(Mutiny.Session session, Agency agency, Citizen principal, Instant now) {
    Localised name = name(agency.agent().name(), agency.agent().nameEn());
    return tell(session, agency, principal, "laidDown", name, now);
  }

  private Uni<Void> tell(
      Mutiny.Session session,
      Agency agency,
      Citizen principal,
      String event,
      Localised agent,
      Instant now) {
    Notice notice =
        new Notice(
            AgencyRow.subject(agency.id()),
            event,
            Topic.REQUIRED,
            NoticeText.of("agency." + event, agent),
            reach(principal),
            null);
    return outbox.put(session, notice, now);
  }

  private static Reach reach(Citizen citizen) {
    return new Reach(
        citizen.details().phone(), citizen.account(), citizen.details().choiceOrUsual());
  }

  private static Localised name(String name, String nameEn) {
    return new Localised(name, nameEn == null ? name : nameEn);
  }
}
