package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.disclosure.rules.PublicationDeed;
import org.sunlit.disclosure.rules.PublicationState;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Drafting, reviewing, releasing, correcting and withdrawing what is published. */
@ApplicationScoped
public class Publications {
  /**
   * What somebody wants done.
   *
   * @param words what they say with it
   * @param releaseAt when an approved one becomes public; null for at once
   */
  public record Wanted(PublicationDeed deed, String words, Instant releaseAt) {
    public Wanted {
      words = words == null || words.isBlank() ? null : words.strip();
    }
  }

  private final PublicationStore store;
  private final ContentChecks checks;
  private final Journal journal;
  private final Idempotency idempotency;
  private final Transactor transactor;
  private final Clock clock;

  Publications(
      PublicationStore store,
      ContentChecks checks,
      Journal journal,
      Idempotency idempotency,
      Transactor transactor,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.journal = journal;
    this.idempotency = idempotency;
    this.transactor = transactor;
    this.clock = clock;
  }

  /** Begins a draft for the actor's department; its number. */
  public Uni<String> draft(Content content, Actor actor, String idempotencyKey) {
    if (actor.departmentCode() == null) {
      throw Problem.of(ProblemType.FORBIDDEN);
    }
    Content first = content.because(null);
    Instant at = clock.instant();
    UUID id = UUID.randomUUID();
    return idempotency
        .once(
            "draft publication",
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(first),
            session ->
                checks
                    .check(session, first, actor.departmentCode(), null)
                    .chain(() -> store.nextNumber(session, at))
                    .call(number -> store.insert(session, id, number, actor.departmentCode(), at))
                    .call(() -> store.addEdition(session, id, 1, first, actor.accountId()))
                    .call(
                        number ->
                            written(session, id, number, 1, "drafted", actor.accountId(), null, at))
                    .map(number -> new Reply(201, StoredJson.write(number))))
        .map(reply -> StoredJson.read(reply.body(), String.class));
  }

  /** Changes a draft, or begins a correction of what is public. */
  public Uni<Void> edit(String number, int seen, Content content, Actor actor) {
    Instant at = clock.instant();
    return transactor.write(
        session ->
            store
                .lock(session, number)
                .map(found -> seen(found, actor))
                .chain(
                    publication -> {
                      boolean correction = publication.state() == PublicationState.RELEASED;
                      PublicationDeed deed =
                          correction ? PublicationDeed.CORRECT : PublicationDeed.EDIT;
                      require(publication, deed, seen, actor);
                      int edition = publication.edition() + (correction ? 1 : 0);
                      Content wanted = edition == 1 ? content.because(null) : content;
                      if (edition > 1 && wanted.reason() == null) {
                        throw Problem.of(ProblemType.UNPROCESSABLE)
                            .at("/reason", "field.not-blank");
                      }
                      String by = actor.accountId();
                      UUID id = publication.id();
                      return checks
                          .check(session, wanted, publication.departmentCode(), number)
                          .chain(
                              () ->
                                  correction
                                      ? store.addEdition(session, id, edition, wanted, by)
                                      : store.edit(session, id, edition, wanted, by))
                          .chain(
                              () ->
                                  written(
                                      session,
                                      id,
                                      number,
                                      edition,
                                      correction ? "correctionBegun" : "edited",
                                      by,
                                      wanted.reason(),
                                      at));
                    }));
  }

  /**
   * Does what somebody wants.
   *
   * @return fails with a {@link Problem}: 404 for what the actor may not see, 403 for what isn't
   *     theirs to do, 409 when it can't be done now, 412 when it has changed, 422 without words
   */
  public Uni<Void> act(String number, int seen, Wanted wanted, Actor actor, String idempotencyKey) {
    return idempotency
        .once(
            "publication " + wanted.deed().code() + " " + number,
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(wanted),
            session ->
                store
                    .lock(session, number)
                    .map(found -> seen(found, actor))
                    .invoke(publication -> require(publication, wanted.deed(), seen, actor))
                    .chain(publication -> carryOut(session, publication, wanted, actor.accountId()))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  private Uni<Void> carryOut(
      Mutiny.Session session, StoredPublication publication, Wanted wanted, String by) {
    Instant at = clock.instant();
    return switch (wanted.deed()) {
      case SUBMIT ->
          store
              .move(session, publication, PublicationState.IN_REVIEW.code(), null, null)
              .chain(() -> written(session, publication, "submitted", by, wanted.words(), at));
      case RETURN ->
          store
              .move(session, publication, PublicationState.DRAFT.code(), null, null)
              .chain(() -> written(session, publication, "returned", by, said(wanted), at));
      case APPROVE -> approve(session, publication, wanted, by, at);
      case WITHDRAW ->
          store
              .withdraw(session, publication.id(), by, said(wanted), at)
              .chain(() -> written(session, publication, "withdrawn", by, wanted.words(), at));
      case EDIT, CORRECT -> throw Problem.of(ProblemType.NOT_FOUND);
    };
  }

  private Uni<Void> approve(
      Mutiny.Session session, StoredPublication publication, Wanted wanted, String by, Instant at) {
    Instant moment =
        wanted.releaseAt() == null || wanted.releaseAt().isBefore(at) ? at : wanted.releaseAt();
    return store
        .move(session, publication, PublicationState.APPROVED.code(), by, moment)
        .chain(() -> written(session, publication, "approved", by, wanted.words(), at))
        .chain(
            () ->
                moment.isAfter(at)
                    ? Uni.createFrom().voidItem()
                    : release(session, publication, at));
  }

  private Uni<Void> release(Mutiny.Session session, StoredPublication publication, Instant at) {
    return store
        .release(session, publication, at)
        .chain(() -> written(session, publication, "released", null, null, at));
  }

  /**
   * Makes public what has been approved and whose moment has come; false when it was done already.
   */
  Uni<Boolean> releaseDue(String number) {
    Instant at = clock.instant();
    return transactor.write(
        session ->
            store
                .lock(session, number)
                .chain(
                    found ->
                        found.filter(publication -> isDue(publication, at)).isEmpty()
                            ? Uni.createFrom().item(false)
                            : release(session, found.get(), at).replaceWith(true)));
  }

  private static boolean isDue(StoredPublication publication, Instant at) {
    return publication.state() == PublicationState.APPROVED
        && !publication.releaseAt().toInstant().isAfter(at);
  }

  static StoredPublication seen(Optional<StoredPublication> found, Actor actor) {
    return found
        .filter(
            publication ->
                actor.is(Role.SUPERVISOR)
                    || publication.departmentCode().equals(actor.departmentCode()))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  static void require(StoredPublication publication, PublicationDeed deed, int seen, Actor actor) {
    if (!deed.isFor(publication.reader(actor))) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY)
          .detail(
              deed == PublicationDeed.APPROVE
                  ? "disclosure.another-person"
                  : "disclosure.not-yours");
    }
    if (publication.version() != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    var possible = PublicationDeed.possible(publication.state(), publication.isPublic());
    if (!possible.contains(deed)) {
      throw Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
          .detail("disclosure.not-now")
          .possible(possible.stream().map(Coded::code).sorted().toList());
    }
  }

  private static String said(Wanted wanted) {
    if (wanted.words() == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words", "field.not-blank");
    }
    return wanted.words();
  }

  Uni<Void> written(
      Mutiny.Session session,
      StoredPublication publication,
      String kind,
      String by,
      String words,
      Instant at) {
    return written(
        session,
        publication.id(),
        publication.number(),
        publication.edition(),
        kind,
        by,
        words,
        at);
  }

  private Uni<Void> written(
      Mutiny.Session session,
      UUID id,
      String number,
      int edition,
      String kind,
      String by,
      String words,
      Instant at) {
    return store
        .act(session, id, edition, kind, by, words, at)
        .chain(() -> store.touch(session, id, at))
        .chain(
            () ->
                journal.append(
                    session,
                    JournalEntry.inside(
                        SubjectKind.DISCLOSURE,
                        number,
                        "disclosure." + kind,
                        by,
                        at,
                        StoredJson.write(Map.of("edition", edition)))));
  }
}
