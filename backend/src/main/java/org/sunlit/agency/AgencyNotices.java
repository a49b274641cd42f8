package org.sunlit.agency;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.citizen.Citizen;
import org.sunlit.citizen.Citizens;
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
  private final AgencyStore store;
  private final Citizens citizens;
  private final Outbox outbox;

  AgencyNotices(AgencyStore store, Citizens citizens, Outbox outbox) {
    this.store = store;
    this.citizens = citizens;
    this.outbox = outbox;
  }

  Uni<Void> taken(Mutiny.Session session, Agency agency, Actor agent, Instant now) {
    return tell(session, agency, "taken", name(agent.displayName(), agent.displayNameEn()), now);
  }

  Uni<Void> laidDown(Mutiny.Session session, Agency agency, Instant now) {
    return tell(
        session, agency, "laidDown", name(agency.agent().name(), agency.agent().nameEn()), now);
  }

  private Uni<Void> tell(
      Mutiny.Session session, Agency agency, String event, Localised agent, Instant now) {
    return citizens
        .own(agency.principal())
        .map(
            citizen ->
                new Notice(
                    AgencyRow.subject(agency.id()),
                    event,
                    Topic.REQUIRED,
                    NoticeText.of("agency." + event, agent),
                    reach(citizen),
                    null))
        .chain(notice -> store.key(agency).chain(key -> outbox.put(session, notice, now, key)));
  }

  private static Reach reach(Citizen citizen) {
    return new Reach(
        citizen.details().phone(), citizen.account(), citizen.details().choiceOrUsual());
  }

  private static Localised name(String name, String nameEn) {
    return new Localised(name, nameEn == null ? name : nameEn);
  }
}
