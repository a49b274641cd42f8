package org.sunlit.disclosure.subscription;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.edge.Address;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Subscriptions to publications by e-mail 邮件订阅 (K5): asked for by anybody, confirmed by whoever has
 * the address (double opt-in), changed and ended by whoever has one of its messages (ADR 127).
 */
@ApplicationScoped
public class Subscriptions {
  /** How long one waits for being confirmed. */
  static final Duration LIFE = Duration.ofHours(48);

  /** Within {@link #SPAN} an address is written to so often, whoever asks. */
  static final int MOST_MAILS = 3;

  /** Within {@link #SPAN} somebody may ask so often, for whatever addresses. */
  static final int MOST_ASKED = 20;

  static final Duration SPAN = Duration.ofDays(1);
  private static final int TOKEN_BYTES = 20;

  /** As somebody asks for it. */
  record Wanted(String address, String language, Choice choice) {}

  /** As its holder sees it. */
  record Seen(Stored stored, String address) {}

  private final SubscriptionStore store;
  private final ChoiceChecks checks;
  private final Mails mails;
  private final Outbox outbox;
  private final Vault vault;
  private final BlindIndex index;
  private final Transactor transactor;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Subscriptions(
      SubscriptionStore store,
      ChoiceChecks checks,
      Mails mails,
      Outbox outbox,
      Vault vault,
      BlindIndex index,
      Transactor transactor,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.mails = mails;
    this.outbox = outbox;
    this.vault = vault;
    this.index = index;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Writes to the address; the answer is the same whether it is subscribed, waiting or neither, and
   * whether it was written to too often.
   *
   * @return until when it waits to be confirmed
   */
  Uni<Instant> ask(Wanted wanted, Address caller) {
    Instant at = clock.instant();
    byte[] address = hash("address", wanted.address().toLowerCase(Locale.ROOT));
    byte[] from = hash("caller", caller.text());
    return transactor.write(
        session ->
            checks
                .check(session, wanted.choice())
                .chain(() -> store.asked(session, address, from, at.minus(SPAN), at))
                .invoke(Subscriptions::refuseTooMany)
                .chain(
                    counts ->
                        counts.address() >= MOST_MAILS
                            ? Uni.createFrom().voidItem()
                            : store
                                .byAddress(session, address)
                                .chain(
                                    found ->
                                        found.isEmpty()
                                            ? begin(session, wanted, address, at)
                                            : again(session, found.get(), wanted, at)))
                .replaceWith(at.plus(LIFE)));
  }

  private static void refuseTooMany(SubscriptionStore.Counts counts) {
    if (counts.caller() >= MOST_ASKED) {
      long seconds = SPAN.toSeconds();
      throw Problem.of(ProblemType.TOO_MANY_REQUESTS, seconds)
          .header("Retry-After", Long.toString(seconds));
    }
  }

  private Uni<Void> begin(Mutiny.Session session, Wanted wanted, byte[] address, Instant at) {
    UUID id = UUID.randomUUID();
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    Sealed sealed =
        new Sealed(wanted.address(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    Instant until = at.plus(LIFE);
    return vault
        .keep(session, Sealed.subject(id))
        .chain(
            key ->
                store
                    .insert(
                        session,
                        id,
                        address,
                        hash("token", sealed.token()),
                        sealed.seal(key),
                        wanted.language(),
                        wanted.choice(),
                        until,
                        at)
                    .chain(
                        inserted ->
                            inserted
                                ? store
                                    .byAddress(session, address)
                                    .chain(
                                        found ->
                                            mails.confirm(
                                                session, found.orElseThrow(), sealed, key, at))
                                : vault.destroy(session, Sealed.subject(id)).replaceWithVoid()));
  }

  /** What waits is asked for anew; what is confirmed changes by its holder alone. */
  private Uni<Void> again(Mutiny.Session session, Stored found, Wanted wanted, Instant at) {
    return key(session, found)
        .chain(
            key -> {
              Sealed sealed = found.open(key);
              return found.confirmedAt() != null
                  ? mails.already(session, found, sealed, key, at)
                  : store
                      .change(session, found.id(), wanted.language(), wanted.choice())
                      .chain(() -> store.extend(session, found.id(), at.plus(LIFE)))
                      .chain(() -> store.byToken(session, hash("token", sealed.token())))
                      .chain(
                          renewed ->
                              mails.confirm(session, renewed.orElseThrow(), sealed, key, at));
            });
  }

  /** Confirms it, however often; fails with 404 for one that isn't there any more. */
  Uni<Seen> confirm(String token) {
    Instant at = clock.instant();
    return transactor.write(
        session ->
            held(session, token, at)
                .chain(found -> store.confirm(session, found.id(), at))
                .chain(() -> held(session, token, at))
                .chain(found -> seen(session, found)));
  }

  Uni<Seen> open(String token) {
    return transactor.write(
        session -> held(session, token, clock.instant()).chain(found -> seen(session, found)));
  }

  Uni<Seen> change(String token, String language, Choice choice) {
    Instant at = clock.instant();
    return transactor.write(
        session ->
            held(session, token, at)
                .call(() -> checks.check(session, choice))
                .chain(found -> store.change(session, found.id(), language, choice))
                .chain(() -> held(session, token, at))
                .chain(found -> seen(session, found)));
  }

  /** Ends it and forgets the address; nothing happens where there is none. */
  Uni<Void> end(String token) {
    return transactor.write(
        session ->
            store
                .byToken(session, hash("token", token))
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : forget(session, found.get().id())));
  }

  private Uni<Stored> held(Mutiny.Session session, String token, Instant at) {
    return store
        .byToken(session, hash("token", token))
        .map(
            found ->
                found
                    .filter(
                        one -> one.confirmedAt() != null || one.expiresAt().toInstant().isAfter(at))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private Uni<Seen> seen(Mutiny.Session session, Stored found) {
    return key(session, found).map(key -> new Seen(found, found.open(key).address()));
  }

  Uni<DataKey> key(Mutiny.Session session, Stored found) {
    return vault.find(session, found.subject()).map(Optional::orElseThrow);
  }

  private Uni<Void> forget(Mutiny.Session session, UUID id) {
    return store
        .delete(session, id)
        .chain(() -> outbox.forget(session, Sealed.subject(id)))
        .chain(() -> vault.destroy(session, Sealed.subject(id)))
        .replaceWithVoid();
  }

  /** What nobody has confirmed vanishes, and who asked is forgotten after a day. */
  @Scheduled(every = "1h", delayed = "9m")
  Uni<Void> sweep() {
    Instant now = clock.instant();
    return transactor.write(
        session ->
            store
                .forgetAsked(session, now.minus(SPAN))
                .chain(() -> store.expired(session, now))
                .chain(ids -> forgetAll(session, ids)));
  }

  private Uni<Void> forgetAll(Mutiny.Session session, List<UUID> ids) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(id -> forget(session, id))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private byte[] hash(String of, String value) {
    return index.tokens().of("subscription " + of, value);
  }
}
