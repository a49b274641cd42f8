package org.sunlit.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Language;

/**
 * Takes messages in the transaction of what they tell, so that none is sent for what did not happen
 * and none is lost. Of one event a person is told once, however often it is put here.
 */
@ApplicationScoped
public class Outbox {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What stands in the inbox has arrived by standing there. */
  private static final String PUT =
      """
      with told as (
        insert into notice (id, subject_id, event, person, account, channel, shown, created_at)
        values (:id, :subjectId, :event, :person, cast(:account as text), :channel, :shown, :at)
        on conflict (subject_id, event, person) do nothing
        returning id
      )
      insert into notice_delivery
        (id, notice_id, channel, recipient, language, urgent, status, next_attempt_at, good_until, sent_at)
      select way.id, told.id, way.channel, decode(way.recipient, 'base64'), :language, :urgent,
        case when way.channel = 'inApp' then 'sent' else 'waiting' end, :due, cast(:goodUntil as timestamptz),
        case when way.channel = 'inApp' then cast(:at as timestamptz) end
      from told, jsonb_to_recordset(cast(cast(:ways as text) as jsonb)) as way(id uuid, channel text, recipient text)
      """;

  private static final String FORGET = "delete from notice where subject_id = :subjectId";
  private static final String EMPTY =
      """
      with emptied as (
        update notice set shown = null where subject_id = :subjectId returning id
      )
      update notice_delivery d
      set recipient = null,
        status = case d.status when 'waiting' then 'failed' else d.status end,
        failure = case d.status when 'waiting' then 'tooLate' else d.failure end,
        settled_at = case d.status when 'waiting' then cast(:at as timestamptz) else d.settled_at end
      from emptied where d.notice_id = emptied.id
      """;

  private static final String GIVE =
      "update notice set account = :account where subject_id = :subjectId and account is null";

  /** A delivery on its way into the database, its recipient sealed (base64). */
  private record Put(UUID id, String channel, byte[] recipient) {}

  private final Vault vault;
  private final Optional<QuietHours> quietHours;

  Outbox(Vault vault, NoticeSettings settings) {
    this.vault = vault;
    this.quietHours = QuietHours.read(settings.quietHours());
  }

  /** Quiet hours that can't be read are found at the start. */
  void check(@Observes StartupEvent start) {}

  /** Puts a message into the outbox within the caller's transaction. */
  public Uni<Void> put(Mutiny.Session session, Notice notice, Instant at) {
    return vault
        .findOrKeep(session, notice.subjectId())
        .chain(key -> put(session, notice, at, key));
  }

  /**
   * Tells people of the authority what they have to know, within the caller's transaction: each has
   * a message of their own, in the inbox.
   *
   * @param event of the notices; the account is added to it
   * @param key of the subject
   */
  public Uni<Void> tell(
      Mutiny.Session session,
      String subjectId,
      String event,
      NoticeText text,
      List<String> accounts,
      Instant at,
      DataKey key) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (String account : accounts) {
      Reach reach = new Reach(null, account, NoticeChoice.USUAL);
      Notice notice =
          new Notice(subjectId, event + " " + account, Topic.REQUIRED, text, reach, null);
      told = told.chain(() -> put(session, notice, at, key));
    }
    return told;
  }

  /**
   * Takes everything out that was said about a subject, within the caller's transaction, sent or
   * not: for who destroys the key it is sealed with.
   */
  public Uni<Void> forget(Mutiny.Session session, String subjectId) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("subjectId", subjectId)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Takes the words and recipients out of everything that was said about a subject, within the
   * caller's transaction; that something was said stays. What waits isn't sent.
   */
  public Uni<Void> empty(Mutiny.Session session, String subjectId, Instant at) {
    return session
        .createNativeQuery(EMPTY)
        .setParameter("subjectId", subjectId)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** What was said about a subject is in this account's inbox from now on. */
  public Uni<Void> give(Mutiny.Session session, String subjectId, String account) {
    return session
        .createNativeQuery(GIVE)
        .setParameter("subjectId", subjectId)
        .setParameter("account", account)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The same for who has the key of the notice's subject at hand. */
  public Uni<Void> put(Mutiny.Session session, Notice notice, Instant at, DataKey key) {
    List<Reach.Way> ways = notice.ways();
    if (ways.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID id = UUID.randomUUID();
    boolean urgent = notice.topic().urgent();
    return session
        .createNativeQuery(PUT)
        .setParameter("id", id)
        .setParameter("subjectId", notice.subjectId())
        .setParameter("event", notice.event())
        .setParameter("person", Notice.PERSON)
        .setParameter("account", notice.reach().account())
        .setParameter("channel", notice.inShort().code())
        .setParameter("shown", NoticeSeals.seal(key, id, notice))
        .setParameter("at", CityTime.offset(at))
        .setParameter("language", language(notice.reach().choice().language()))
        .setParameter("urgent", urgent)
        .setParameter("due", CityTime.offset(urgent ? at : due(at)))
        .setParameter("goodUntil", CityTime.offset(notice.goodUntil()))
        .setParameter("ways", json(ways.stream().map(way -> put(key, way)).toList()))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** When something that can wait goes out. */
  public Instant due(Instant at) {
    return quietHours.map(hours -> hours.after(at)).orElse(at);
  }

  boolean quietAt(Instant moment) {
    return quietHours.map(hours -> hours.quietAt(moment)).orElse(false);
  }

  private static Put put(DataKey key, Reach.Way way) {
    UUID id = UUID.randomUUID();
    return new Put(id, way.channel().code(), NoticeSeals.recipient(key, id, way.recipient()));
  }

  private static String language(Language language) {
    return switch (language) {
      case ZH_CN -> "zh";
      case EN -> "en";
    };
  }

  private static String json(List<Put> ways) {
    try {
      return JSON.writeValueAsString(ways);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
