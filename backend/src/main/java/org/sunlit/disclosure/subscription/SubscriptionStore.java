package org.sunlit.disclosure.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Subscriptions in the database, within the caller's transaction. */
@ApplicationScoped
class SubscriptionStore {
  private static final String SELECT =
      """
      select cast(json_build_object('id', s.id, 'sealed', encode(s.sealed, 'base64'), 'language', s.language,
        'choice', json_build_object('publications', s.publications, 'bulletin', s.bulletin,
          'categories', s.categories, 'departments', s.departments, 'regions', s.regions, 'dutyCode', s.duty_code),
        'confirmedAt', s.confirmed_at, 'expiresAt', s.expires_at, 'toldUntil', s.told_until,
        'atOnceUntil', s.at_once_until) as text)
      from disclosure_subscription s
      """;
  private static final String BY_ADDRESS = SELECT + " where s.address_hash = :hash for update";
  private static final String BY_TOKEN = SELECT + " where s.token_hash = :hash for update";
  private static final String BY_ID =
      SELECT + " where s.id = :id and s.confirmed_at is not null for update skip locked";
  private static final String CHOICE =
      """
      jsonb_to_record(cast(cast(:choice as text) as jsonb)) as x(publications boolean, bulletin boolean,
        categories text[], departments text[], regions text[], "dutyCode" text)
      """;
  private static final String INSERT =
      """
      insert into disclosure_subscription (id, address_hash, token_hash, sealed, language, publications, bulletin,
        categories, departments, regions, duty_code, expires_at, told_until, at_once_until)
      select :id, :address, :token, :sealed, :language, x.publications, x.bulletin, x.categories, x.departments,
        x.regions, x."dutyCode", :expiresAt, :at, :at
      from\s"""
          + CHOICE
          + " on conflict (address_hash) do nothing";
  private static final String CHANGE =
      """
      update disclosure_subscription set language = :language, publications = x.publications, bulletin = x.bulletin,
        categories = x.categories, departments = x.departments, regions = x.regions, duty_code = x."dutyCode"
      from\s"""
          + CHOICE
          + " where id = :id";
  private static final String EXTEND =
      "update disclosure_subscription set expires_at = :expiresAt where id = :id";

  /** From then on there is something to tell. */
  private static final String CONFIRM =
      """
      update disclosure_subscription set confirmed_at = :at, told_until = :at, at_once_until = :at
      where id = :id and confirmed_at is null
      """;

  private static final String TOLD =
      """
      update disclosure_subscription
      set at_once_until = greatest(at_once_until, :until), told_until = case when :all then :until else told_until end
      where id = :id
      """;
  private static final String DELETE = "delete from disclosure_subscription where id = :id";
  private static final String EXPIRED =
      """
      select cast(id as text) from disclosure_subscription
      where confirmed_at is null and expires_at < :now order by expires_at limit 500
      """;
  private static final String ASKED =
      """
      insert into disclosure_subscription_asked (id, address_hash, caller_hash, asked_at)
      values (:id, :address, :caller, :at)
      """;
  private static final String COUNT =
      """
      select cast(json_build_object(
        'address', count(*) filter (where address_hash = :address),
        'caller', count(*) filter (where caller_hash = :caller)) as text)
      from disclosure_subscription_asked
      where asked_at > :since and (address_hash = :address or caller_hash = :caller)
      """;
  private static final String FORGET_ASKED =
      "delete from disclosure_subscription_asked where asked_at < :before";

  /** How often an address was written to and a caller has asked. */
  record Counts(int address, int caller) {}

  Uni<Counts> asked(
      Mutiny.Session session, byte[] address, byte[] caller, Instant since, Instant at) {
    return session
        .createNativeQuery(COUNT, String.class)
        .setParameter("address", address)
        .setParameter("caller", caller)
        .setParameter("since", CityTime.offset(since))
        .getSingleResult()
        .map(row -> StoredJson.read(row, Counts.class))
        .call(
            () ->
                session
                    .createNativeQuery(ASKED)
                    .setParameter("id", UUID.randomUUID())
                    .setParameter("address", address)
                    .setParameter("caller", caller)
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate());
  }

  Uni<Optional<Stored>> byAddress(Mutiny.Session session, byte[] hash) {
    return one(session.createNativeQuery(BY_ADDRESS, String.class).setParameter("hash", hash));
  }

  Uni<Optional<Stored>> byToken(Mutiny.Session session, byte[] hash) {
    return one(session.createNativeQuery(BY_TOKEN, String.class).setParameter("hash", hash));
  }

  /** One that is confirmed and that nobody else works on. */
  Uni<Optional<Stored>> take(Mutiny.Session session, UUID id) {
    return one(session.createNativeQuery(BY_ID, String.class).setParameter("id", id));
  }

  private static Uni<Optional<Stored>> one(Mutiny.SelectionQuery<String> query) {
    return query
        .getResultList()
        .map(rows -> rows.stream().findFirst().map(row -> StoredJson.read(row, Stored.class)));
  }

  /** False when the same address was faster. */
  Uni<Boolean> insert(
      Mutiny.Session session,
      UUID id,
      byte[] address,
      byte[] token,
      byte[] sealed,
      String language,
      Choice choice,
      Instant expiresAt,
      Instant at) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("address", address)
        .setParameter("token", token)
        .setParameter("sealed", sealed)
        .setParameter("language", language)
        .setParameter("choice", StoredJson.write(choice))
        .setParameter("expiresAt", CityTime.offset(expiresAt))
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .map(inserted -> inserted == 1);
  }

  Uni<Void> change(Mutiny.Session session, UUID id, String language, Choice choice) {
    return session
        .createNativeQuery(CHANGE)
        .setParameter("id", id)
        .setParameter("language", language)
        .setParameter("choice", StoredJson.write(choice))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> extend(Mutiny.Session session, UUID id, Instant expiresAt) {
    return session
        .createNativeQuery(EXTEND)
        .setParameter("id", id)
        .setParameter("expiresAt", CityTime.offset(expiresAt))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> confirm(Mutiny.Session session, UUID id, Instant at) {
    return session
        .createNativeQuery(CONFIRM)
        .setParameter("id", id)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * It has been told.
   *
   * @param all whether everything was, or only what is told at once
   */
  Uni<Void> told(Mutiny.Session session, UUID id, Instant until, boolean all) {
    return session
        .createNativeQuery(TOLD)
        .setParameter("id", id)
        .setParameter("until", CityTime.offset(until))
        .setParameter("all", all)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> delete(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(DELETE)
        .setParameter("id", id)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<List<UUID>> expired(Mutiny.Session session, Instant now) {
    return session
        .createNativeQuery(EXPIRED, String.class)
        .setParameter("now", CityTime.offset(now))
        .getResultList()
        .map(ids -> ids.stream().map(UUID::fromString).toList());
  }

  Uni<Void> forgetAsked(Mutiny.Session session, Instant before) {
    return session
        .createNativeQuery(FORGET_ASKED)
        .setParameter("before", CityTime.offset(before))
        .executeUpdate()
        .replaceWithVoid();
  }
}
