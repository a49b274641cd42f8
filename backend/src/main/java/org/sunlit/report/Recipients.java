package org.sunlit.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.RecipientReads.Recipient;
import org.sunlit.report.rules.Fingerprint;
import org.sunlit.report.rules.SealedSizes;

/**
 * Who can read reports. Somebody becomes a recipient with a key made in their own browser, and is
 * one no more, only when a second investigator has agreed 双人复核.
 */
@ApplicationScoped
public class Recipients {
  private static final String REPLACE =
      "update report_recipient set active = false, until = :today where account = :account and active";
  private static final String ADD =
      """
      insert into report_recipient (id, account, public_key, active, since, proposed_by, confirmed_by)
      values (:id, :account, :publicKey, true, :today, :account, :by)
      on conflict do nothing
      """;
  private static final String REMOVE =
      """
      update report_recipient set active = false, until = :today where id = :id and active
        and (select count(*) from (select 1 from report_recipient where active order by id for update) r) > :fewest
      """;
  private static final String FORGET =
      """
      delete from report_message_key k using report_recipient r where r.id = k.recipient_id and not r.active
        and exists (select 1 from report_message_key o join report_recipient a on a.id = o.recipient_id and a.active
          where o.report_id = k.report_id and o.number = k.number)
      """;

  private final RecipientReads reads;
  private final Confirmations confirmations;
  private final Transactor transactor;
  private final Clock clock;

  Recipients(
      RecipientReads reads, Confirmations confirmations, Transactor transactor, Clock clock) {
    this.reads = reads;
    this.confirmations = confirmations;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Asks to become a recipient with this key, in place of one's former key if there is one.
   *
   * @return the request for a second person; fails with a {@link Problem}: 409 when one is asked
   *     for already or the key is known, 422 when it is no key
   */
  public Uni<UUID> propose(byte[] publicKey, Actor by) {
    if (!SealedSizes.isPublicKey(publicKey)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/publicKey", "report.shape");
    }
    String payload =
        RecipientChange.asked(Fingerprint.of(publicKey))
            .put("publicKey", Base64.getEncoder().encodeToString(publicKey))
            .encode();
    return reads
        .isKnown(publicKey)
        .invoke(known -> must(!known, "report.key-known"))
        .chain(() -> request(RecipientAct.KIND, by.accountId(), payload, by));
  }

  /**
   * Asks that somebody be a recipient no more.
   *
   * @return fails with a {@link Problem}: 404 when there is no such recipient now, 409 when too few
   *     would be left
   */
  public Uni<UUID> proposeRemoval(UUID recipient, Actor by) {
    return reads
        .all()
        .map(all -> all.stream().filter(Recipient::active).toList())
        .chain(
            active -> {
              Recipient removed =
                  active.stream()
                      .filter(one -> one.id().equals(recipient))
                      .findFirst()
                      .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
              must(active.size() > RecipientReads.FEWEST, "report.too-few");
              String payload =
                  RecipientChange.asked(removed.fingerprint())
                      .put("recipient", recipient.toString())
                      .encode();
              return request(RecipientRemovalAct.KIND, removed.account(), payload, by);
            });
  }

  private Uni<UUID> request(String kind, String subject, String payload, Actor by) {
    return transactor.write(
        session ->
            confirmations.request(
                session, new WantedConfirmation(kind, subject, null, null, null, payload), by));
  }

  /** What this account waits for a second person to agree to: the fingerprint of its new key. */
  Uni<Optional<String>> pending(String account) {
    return confirmations
        .pending(RecipientAct.KIND, account)
        .map(found -> found.map(RecipientChange::fingerprint));
  }

  /** Both have agreed: the key counts from now on, and a former one of the account no more. */
  Uni<Void> add(Mutiny.Session session, String account, byte[] publicKey, String confirmedBy) {
    return session
        .createNativeQuery(REPLACE)
        .setParameter("today", today())
        .setParameter("account", account)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(ADD)
                    .setParameter("id", UUID.randomUUID())
                    .setParameter("account", account)
                    .setParameter("publicKey", publicKey)
                    .setParameter("today", today())
                    .setParameter("by", confirmedBy)
                    .executeUpdate())
        .invoke(rows -> must(rows == 1, "report.key-known"))
        .chain(() -> forget(session));
  }

  /** Both have agreed: nothing is sealed for it any more, and what was is taken from it. */
  Uni<Void> remove(Mutiny.Session session, UUID recipient) {
    return session
        .createNativeQuery(REMOVE)
        .setParameter("today", today())
        .setParameter("id", recipient)
        .setParameter("fewest", RecipientReads.FEWEST)
        .executeUpdate()
        .invoke(rows -> must(rows == 1, "report.too-few"))
        .chain(() -> forget(session));
  }

  /**
   * Takes away the keys of those who have left, but for messages that nobody else can open: those
   * are kept until one who has one seals it again.
   */
  private static Uni<Void> forget(Mutiny.Session session) {
    return session.createNativeQuery(FORGET).executeUpdate().replaceWithVoid();
  }

  /** All there are and were. */
  Uni<List<Recipient>> all() {
    return reads.all();
  }

  /** What one seals to now, by recipient. */
  public Uni<Map<UUID, byte[]>> publicKeys() {
    return reads
        .all()
        .map(
            all ->
                all.stream()
                    .filter(Recipient::active)
                    .collect(Collectors.toMap(Recipient::id, Recipient::publicKey)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  private static void must(boolean held, String otherwise) {
    if (!held) {
      throw Problem.of(ProblemType.CONFLICT).detail(otherwise);
    }
  }
}
