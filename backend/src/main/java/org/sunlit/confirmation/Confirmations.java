package org.sunlit.confirmation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.confirmation.ConfirmedAct.Deed;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Reach;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Asks for a second person and lets one decide 双人复核. Whom a request reaches is decided in the SQL:
 * people of its department, or of a region that it lies in, with the rights its kind needs, and
 * never whoever asked.
 */
@ApplicationScoped
public class Confirmations {
  private static final Uni<Deed> NOTHING_MORE =
      Uni.createFrom().item(() -> session -> Uni.createFrom().voidItem());

  private final ConfirmationStore store;
  private final ConfirmationReads reads;
  private final Transactor transactor;
  private final Clock clock;
  private final Duration open;
  private final Map<String, ConfirmedAct> acts;

  Confirmations(
      ConfirmationStore store,
      ConfirmationReads reads,
      Transactor transactor,
      Clock clock,
      @ConfigProperty(name = "sunlit.confirmation.open", defaultValue = "P3D") Duration open,
      Instance<ConfirmedAct> acts) {
    this.store = store;
    this.reads = reads;
    this.transactor = transactor;
    this.clock = clock;
    this.open = open;
    this.acts = acts.stream().collect(Collectors.toMap(ConfirmedAct::kind, Function.identity()));
  }

  /**
   * Asks for it, within the caller's transaction. Whether the actor may is the caller's to check.
   *
   * @return fails with a {@link Problem}: 409 when the same is asked for already
   */
  public Uni<UUID> request(Mutiny.Session session, WantedConfirmation wanted, Actor by) {
    act(wanted.kind());
    Instant now = clock.instant();
    UUID id = UUID.randomUUID();
    return store
        .expire(session, wanted.kind(), wanted.subject(), now)
        .chain(() -> store.insert(session, id, wanted, by, now, now.plus(open)))
        .map(
            inserted -> {
              if (!inserted) {
                throw Problem.of(ProblemType.CONFLICT).detail("confirmation.already-open");
              }
              return id;
            });
  }

  /**
   * Ends what is open of this kind about this subject, within the caller's transaction, because
   * there is nothing to confirm any more.
   */
  public Uni<Void> lapse(Mutiny.Session session, String kind, String subject) {
    return store.lapse(session, kind, subject, clock.instant());
  }

  /** The open request of this kind about this subject, whoever asks; not for showing unchecked. */
  public Uni<Optional<ConfirmationRequest>> pending(String kind, String subject) {
    return reads.pending(kind, subject, clock.instant());
  }

  /**
   * Agrees to it and does it, in one transaction.
   *
   * @return fails with a {@link Problem}: 404 for a request that doesn't reach the actor, 403 for
   *     one's own, 409 for one that has ended, and whatever the act itself refuses
   */
  public Uni<ConfirmationRequest> confirm(UUID id, String note, Actor by) {
    return decide(
        id,
        note,
        by,
        ConfirmationState.CONFIRMED,
        request -> act(request.kind()).ready(request, by));
  }

  /** Says no to it and why; fails like {@link #confirm}, and with 422 when it says nothing. */
  public Uni<ConfirmationRequest> decline(UUID id, String note, Actor by) {
    if (note == null || note.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/note", "field.not-blank");
    }
    return decide(id, note, by, ConfirmationState.DECLINED, request -> NOTHING_MORE);
  }

  /**
   * Takes back what one has asked for.
   *
   * @return fails with a {@link Problem}: 404 for what somebody else asked for, 409 when it has
   *     ended
   */
  public Uni<ConfirmationRequest> withdraw(UUID id, String note, Actor by) {
    return reads
        .find(id, clock.instant())
        .map(found -> found.filter(request -> request.requestedBy().equals(by.accountId())))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            request ->
                end(
                    request,
                    note,
                    by,
                    ConfirmationState.WITHDRAWN,
                    session -> Uni.createFrom().voidItem()));
  }

  /** What the actor may decide, the longest waiting first. */
  Uni<ConfirmationPart> toDecide(Actor by, int limit, ConfirmationCursor after) {
    List<String> kinds = kinds(by);
    return kinds.isEmpty()
        ? Uni.createFrom().item(ConfirmationPart.NONE)
        : reads.toDecide(by.accountId(), kinds, Reach.of(by), clock.instant(), limit, after);
  }

  /** What the actor has asked for, the latest first. */
  Uni<ConfirmationPart> askedBy(Actor by, int limit, ConfirmationCursor after) {
    return reads.askedBy(by.accountId(), clock.instant(), limit, after);
  }

  Map<String, String> details(ConfirmationRequest request) {
    ConfirmedAct act = acts.get(request.kind());
    return act == null ? Map.of() : act.details(request);
  }

  private Uni<ConfirmationRequest> decide(
      UUID id,
      String note,
      Actor by,
      ConfirmationState state,
      Function<ConfirmationRequest, Uni<Deed>> ready) {
    return reads
        .reaching(id, by.accountId(), kinds(by), Reach.of(by), clock.instant())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(
            request -> {
              if (request.requestedBy().equals(by.accountId())) {
                throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("duty.own-request");
              }
            })
        .chain(
            request ->
                request.state() == state && by.accountId().equals(request.decidedBy())
                    ? Uni.createFrom().item(request)
                    : stillOpen(request)
                        .chain(ready::apply)
                        .chain(deed -> end(request, note, by, state, deed)));
  }

  private static Uni<ConfirmationRequest> stillOpen(ConfirmationRequest request) {
    return request.state() == ConfirmationState.OPEN
        ? Uni.createFrom().item(request)
        : Uni.createFrom().failure(ended());
  }

  private static Problem ended() {
    return Problem.of(ProblemType.CONFLICT).detail("confirmation.ended");
  }

  private Uni<ConfirmationRequest> end(
      ConfirmationRequest request, String note, Actor by, ConfirmationState state, Deed deed) {
    String said = note == null || note.isBlank() ? null : note.strip();
    return transactor
        .write(
            session ->
                store
                    .end(session, request, state, by, said, clock.instant())
                    .invoke(
                        ended -> {
                          if (!ended) {
                            throw ended();
                          }
                        })
                    .chain(() -> deed.in(session)))
        .chain(() -> reads.find(request.id(), clock.instant()))
        .map(Optional::orElseThrow);
  }

  /** The kinds the actor may be the second person for. */
  private List<String> kinds(Actor by) {
    return by.may(Permission.CONFIRM)
        ? acts.values().stream()
            .filter(act -> by.may(act.needs()))
            .map(ConfirmedAct::kind)
            .sorted()
            .toList()
        : List.of();
  }

  private ConfirmedAct act(String kind) {
    ConfirmedAct act = acts.get(kind);
    if (act == null) {
      throw new IllegalStateException("Nobody carries out " + kind);
    }
    return act;
  }
}
