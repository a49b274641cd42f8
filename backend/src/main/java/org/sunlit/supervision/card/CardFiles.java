package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.card.rules.Grounds.Ground;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.card.rules.Thresholds.Counted;
import org.sunlit.supervision.card.rules.Thresholds.Raise;

/** What the chain has to know of other cards, within the caller's transaction. */
@ApplicationScoped
class CardFiles {
  /** Of a person, wherever they worked; or of a department. */
  private static final String OF_PARTY =
      "(case when :person then c.account = cast(:of as text) else c.department_code = :of end)";

  private static final String STANDING =
      """
      select cast(coalesce(json_agg(json_build_object('keptAt', c.decided_at, 'colour', c.colour,
        'points', c.points)), '[]') as text)
      from supervision_card c where c.state = 'kept' and\s"""
          + OF_PARTY;

  private static final String TALKS =
      """
      select cast(json_build_object(
        'open', coalesce(bool_or(c.state = 'kept' and (case when :person then c.talk_person else c.talk_department end)
          = 'called'), false),
        'heldAt', max(case when :person then c.talked_person_at else c.talked_department_at end)) as text)
      from supervision_card c where\s"""
          + OF_PARTY;

  private static final String OPEN_TALKS =
      """
      select c.id from supervision_card c
      where c.state = 'kept' and (case when :person then c.talk_person else c.talk_department end) = 'called' and\s"""
          + OF_PARTY;

  /** Not used for another yet. */
  private static final String SOURCES =
      """
      select cast(coalesce(json_agg(json_build_object('id', c.id, 'points', c.points) order by c.issued_at), '[]')
        as text)
      from supervision_card c
      where c.state = 'kept' and c.colour = :colour and c.department_code = :department
        and c.account is not distinct from cast(:account as text) and c.issued_at > :since
        and not exists (select from supervision_card_source s join supervision_card r on r.id = s.card_id
          where s.source_id = c.id and r.state <> 'withdrawn')
      """;

  private static final String SOURCE_POINTS =
      """
      select coalesce(sum(c.points), 0) from supervision_card_source s join supervision_card c on c.id = s.source_id
      where s.card_id = :card
      """;

  private static final String GROUNDS =
      """
      select cast(coalesce(json_agg(json_build_object('card', c.id, 'needed', c.needed,
        'findings', (select coalesce(json_agg(f.finding_id), '[]') from supervision_card_finding f
          join supervision_finding x on x.id = f.finding_id
          where f.card_id = c.id and x.state = 'standing'),
        'sources', (select coalesce(json_agg(s.source_id), '[]') from supervision_card_source s
          join supervision_card l on l.id = s.source_id
          where s.card_id = c.id and l.state <> 'withdrawn'))), '[]') as text)
      from supervision_card c where c.department_code = :department and c.state <> 'withdrawn'
      """;

  /** What is known of talks with a party. */
  record Talks(boolean open, Instant heldAt) {}

  /** A card that counts toward a graver one. */
  record Source(UUID id, int points) {}

  Uni<List<Counted>> standing(Mutiny.Session session, Party party, String of) {
    return session
        .createNativeQuery(STANDING, String.class)
        .setParameter("person", party == Party.PERSON)
        .setParameter("of", of)
        .getSingleResult()
        .map(json -> List.of(StoredJson.read(json, Counted[].class)));
  }

  Uni<Talks> talks(Mutiny.Session session, Party party, String of) {
    return session
        .createNativeQuery(TALKS, String.class)
        .setParameter("person", party == Party.PERSON)
        .setParameter("of", of)
        .getSingleResult()
        .map(json -> StoredJson.read(json, Talks.class));
  }

  /** Cards with a talk that is called and not held. */
  Uni<List<UUID>> openTalks(Mutiny.Session session, Party party, String of) {
    return session
        .createNativeQuery(OPEN_TALKS, UUID.class)
        .setParameter("person", party == Party.PERSON)
        .setParameter("of", of)
        .getResultList();
  }

  /** Cards that stand and count toward a graver one. */
  Uni<List<Source>> sources(Mutiny.Session session, CardRecord like, Raise raise, Instant now) {
    return session
        .createNativeQuery(SOURCES, String.class)
        .setParameter("colour", raise.from().code())
        .setParameter("department", like.departmentCode())
        .setParameter("account", like.account())
        .setParameter("since", CityTime.offset(now.minus(raise.within())))
        .getSingleResult()
        .map(json -> List.of(StoredJson.read(json, Source[].class)));
  }

  /** What the cards that one was raised from have cost. */
  Uni<Integer> sourcePoints(Mutiny.Session session, UUID card) {
    return session
        .createNativeQuery(SOURCE_POINTS, Long.class)
        .setParameter("card", card)
        .getSingleResult()
        .map(Long::intValue);
  }

  /** What each card of a department that isn't withdrawn rests on now. */
  Uni<List<Ground>> grounds(Mutiny.Session session, String department) {
    return session
        .createNativeQuery(GROUNDS, String.class)
        .setParameter("department", department)
        .getSingleResult()
        .map(json -> List.of(StoredJson.read(json, Ground[].class)));
  }
}
