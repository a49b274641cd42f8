package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.KeptUploads;
import org.sunlit.identity.Actor;
import org.sunlit.inspection.InspectionGround.Ground;
import org.sunlit.inspection.rules.Facts;
import org.sunlit.inspection.rules.InspectionAct;
import org.sunlit.inspection.rules.InspectionActKind;
import org.sunlit.inspection.rules.InspectionAction;
import org.sunlit.inspection.rules.InspectionKind;
import org.sunlit.inspection.rules.InspectionRules;
import org.sunlit.inspection.rules.InspectionRules.Reader;
import org.sunlit.inspection.rules.InspectionStanding;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Records inspections, and takes them on: release, answer, judgement. */
@ApplicationScoped
public class Inspections {
  /**
   * An inspection that was made.
   *
   * @param found what was found, in words
   * @param evidence uploads
   */
  public record Draft(
      InspectionKind kind,
      String department,
      String place,
      String post,
      Instant inspectedAt,
      List<String> inspectors,
      Facts facts,
      UUID sampleId,
      String found,
      String conclusion,
      List<UUID> evidence) {}

  /**
   * What somebody wants done.
   *
   * @param words null when nothing is said
   * @param days working days for the department; null when nothing is asked for
   */
  public record Wanted(InspectionAction action, String words, Integer days) {
    public Wanted {
      words = words == null || words.isBlank() ? null : words.strip();
    }
  }

  private final InspectionStore store;
  private final InspectionGround ground;
  private final KeptUploads uploads;
  private final Vault vault;
  private final Journal journal;
  private final Idempotency idempotency;
  private final InspectionSettings settings;
  private final Clock clock;

  Inspections(
      InspectionStore store,
      InspectionGround ground,
      KeptUploads uploads,
      Vault vault,
      Journal journal,
      Idempotency idempotency,
      InspectionSettings settings,
      Clock clock) {
    this.store = store;
    this.ground = ground;
    this.uploads = uploads;
    this.vault = vault;
    this.journal = journal;
    this.idempotency = idempotency;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Records an inspection.
   *
   * @return its id; fails with 422 for what isn't one
   */
  public Uni<UUID> record(Draft draft, Actor actor, String idempotencyKey) {
    return ground
        .of(draft, clock.instant())
        .chain(
            found ->
                idempotency.once(
                    "record inspection",
                    actor.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(draft),
                    session ->
                        record(session, draft, found, actor)
                            .map(id -> new Reply(201, id.toString()))))
        .map(reply -> UUID.fromString(reply.body()));
  }

  private Uni<UUID> record(Mutiny.Session session, Draft draft, Ground found, Actor actor) {
    Instant at = clock.instant();
    UUID id = UUID.randomUUID();
    return store
        .number(session, at)
        .map(
            number ->
                new InspectionRecord(
                    id,
                    number,
                    draft.kind(),
                    found.checklistVersion(),
                    draft.department(),
                    found.region(),
                    draft.place(),
                    draft.post(),
                    draft.inspectedAt(),
                    draft.inspectors(),
                    draft.facts(),
                    draft.sampleId(),
                    List.of(new InspectionAct.Recorded(at, actor.accountId()))))
        .chain(
            born ->
                vault
                    .keep(session, InspectionSeals.subject(id))
                    .chain(
                        key ->
                            uploads
                                .take(session, draft.evidence(), at, key)
                                .chain(
                                    kept ->
                                        store.insert(
                                            session,
                                            born,
                                            InspectionSeals.words(
                                                key,
                                                new InspectionRecord.Words(
                                                    draft.found(), draft.conclusion())),
                                            kept)))
                    .chain(() -> journal.append(session, entry(born))))
        .replaceWith(id);
  }

  /**
   * Does what somebody wants done.
   *
   * @param version the version last seen
   * @return fails with 404 for what the actor may not see, 403 for what isn't theirs to do, 409
   *     when it can't be done now, 412 when it has changed, 422 without words or days
   */
  public Uni<Void> act(UUID id, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    return idempotency
        .once(
            "inspection " + wanted.action().code() + " " + id,
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(wanted),
            session ->
                store
                    .find(session, id)
                    .map(found -> seen(found, actor))
                    .chain(inspection -> act(session, inspection, version, wanted, actor))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  private static InspectionRecord seen(Optional<InspectionRecord> found, Actor actor) {
    return found
        .filter(
            inspection ->
                InspectionReaders.reader(actor, inspection.departmentCode())
                    .sees(inspection.standing().state()))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private Uni<Void> act(
      Mutiny.Session session,
      InspectionRecord inspection,
      int version,
      Wanted wanted,
      Actor actor) {
    Reader reader = InspectionReaders.reader(actor, inspection.departmentCode());
    InspectionStanding standing = inspection.standing();
    if (!InspectionRules.mayEver(wanted.action(), reader)) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("inspection.not-yours");
    }
    if (inspection.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    if (!InspectionRules.possible(standing).contains(wanted.action())) {
      throw Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
          .detail("inspection.not-now")
          .possible(InspectionRules.possible(standing, reader).stream().map(Coded::code).toList());
    }
    InspectionRecord after = inspection.after(act(inspection, wanted, actor.accountId()));
    return vault
        .find(session, InspectionSeals.subject(inspection.id()))
        .map(Optional::orElseThrow)
        .chain(
            key ->
                store.append(
                    session, after, InspectionSeals.said(key, after.version(), wanted.words())))
        .chain(() -> journal.append(session, entry(after)));
  }

  private InspectionAct act(InspectionRecord inspection, Wanted wanted, String by) {
    Instant now = clock.instant();
    Instant last = inspection.last().at();
    Instant at = now.isBefore(last) ? last : now;
    return switch (wanted.action()) {
      case RELEASE -> new InspectionAct.Released(at, by, wanted.days());
      case ANSWER -> new InspectionAct.Answered(at, worded(wanted, by));
      case RETURN ->
          new InspectionAct.Returned(
              at,
              worded(wanted, by),
              wanted.days() == null ? settings.returnDays() : wanted.days());
      case ACCEPT -> new InspectionAct.Accepted(at, by);
    };
  }

  private static String worded(Wanted wanted, String by) {
    if (wanted.words() == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words", "field.not-blank");
    }
    return by;
  }

  /** What happened, and where: no words, and nobody but who did it. */
  private static JournalEntry entry(InspectionRecord inspection) {
    InspectionAct act = inspection.last();
    Map<String, Object> payload = new LinkedHashMap<>(StoredJson.members(act));
    payload.keySet().removeAll(List.of("at", "by"));
    payload.put("inspection", inspection.kind().code());
    payload.put("department", inspection.departmentCode());
    payload.put("region", inspection.regionCode());
    payload.put("findings", inspection.facts().findings());
    return JournalEntry.inside(
        SubjectKind.INSPECTION,
        inspection.number(),
        InspectionActKind.of(act).journalKind(),
        act.by(),
        act.at(),
        StoredJson.write(payload));
  }
}
