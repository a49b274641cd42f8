package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.document.OfficialDocuments;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.PublicProjection;
import org.sunlit.journal.SubjectKind;
import org.sunlit.notice.Notice;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Writes what an event changed, in the caller's transaction: the case with its view, the journal,
 * the message to the applicant and the official documents. All of it or nothing.
 */
@ApplicationScoped
class CaseWriter {
  private final CaseStore store;
  private final Journal journal;
  private final Outbox outbox;
  private final Reaches reaches;
  private final CaseViews views;
  private final OfficialDocuments documents;
  private final PromiseRule promises;

  CaseWriter(
      CaseStore store,
      Journal journal,
      Outbox outbox,
      Reaches reaches,
      CaseViews views,
      OfficialDocuments documents,
      PromiseRule promises) {
    this.documents = documents;
    this.promises = promises;
    this.store = store;
    this.journal = journal;
    this.outbox = outbox;
    this.reaches = reaches;
    this.views = views;
  }

  /** A case and its first event. */
  Uni<CaseNow> begin(Mutiny.Session session, CaseNow now) {
    return store.insert(session, now, views.parts(now)).chain(() -> follow(session, now));
  }

  /**
   * The event after which a case stands like this.
   *
   * @throws Problem 412 when somebody else was faster
   */
  Uni<CaseNow> go(Mutiny.Session session, CaseNow now) {
    return written(session, now).chain(() -> follow(session, now));
  }

  /**
   * The same, without a message to the applicant: somebody else tells them of several cases at once
   * (一次性告知).
   */
  Uni<CaseNow> goQuietly(Mutiny.Session session, CaseNow now) {
    return written(session, now)
        .chain(() -> journal.append(session, entry(now)))
        .chain(() -> promises.follow(session, now))
        .chain(() -> documents.issue(session, CaseActs.of(now), now.stored().key()))
        .replaceWith(now);
  }

  private Uni<Void> written(Mutiny.Session session, CaseNow now) {
    return store
        .update(session, now, views.parts(now))
        .invoke(
            written -> {
              if (!written) {
                throw Problem.of(ProblemType.STALE_VERSION);
              }
            })
        .replaceWithVoid();
  }

  private Uni<CaseNow> follow(Mutiny.Session session, CaseNow now) {
    return journal
        .append(session, entry(now))
        .chain(() -> promises.follow(session, now))
        .chain(() -> reaches.of(session, now))
        .chain(
            reach ->
                CaseNotices.of(now, reach)
                    .map(notice -> tell(session, now, notice))
                    .orElseGet(() -> Uni.createFrom().item(now)))
        // Last, because the row of its series is held until the commit.
        .call(() -> documents.issue(session, CaseActs.of(now), now.stored().key()));
  }

  private Uni<CaseNow> tell(Mutiny.Session session, CaseNow now, Notice notice) {
    Instant at = now.lastEvent().at();
    return outbox
        .put(session, notice, at, now.stored().key())
        .replaceWith(
            () ->
                new CaseNow(
                    now.stored().telling(List.of(ShownNotice.of(notice, at, outbox.due(at)))),
                    now.basis(),
                    now.standing(),
                    now.deadlines(),
                    now.calendar()));
  }

  private static JournalEntry entry(CaseNow now) {
    CaseEvent event = now.lastEvent();
    return new JournalEntry(
        UUID.randomUUID(),
        SubjectKind.CASE,
        now.number(),
        event.kind().journalKind(),
        event.by().account(),
        event.by().post(),
        event.at(),
        StoredJson.write(JournalPayload.of(now)),
        publicly(now, event));
  }

  /** What comes late to a case changes nothing that everybody sees of it. */
  private static Optional<PublicProjection> publicly(CaseNow now, CaseEvent event) {
    return event.kind() == CaseEventKind.LATE_MATERIALS
        ? Optional.empty()
        : Optional.of(projection(now, event));
  }

  private static PublicProjection.TakenIn takenIn(Placement placement) {
    return placement == null || placement.crossRegion() == null
        ? null
        : new PublicProjection.TakenIn(placement.takenIn().name(), placement.takenIn().nameEn());
  }

  private static PublicProjection projection(CaseNow now, CaseEvent event) {
    ItemInForce item = now.basis().item();
    return new PublicProjection(
        now.number(),
        item.code(),
        item.name(),
        item.nameEn(),
        item.department().code(),
        item.department().name(),
        item.department().nameEn(),
        now.stored().regionCode(),
        item.handling().code(),
        now.standing().state().code(),
        now.standing().currentStep().id(),
        now.standing().currentStepName(FlowLanguage.ZH),
        now.standing().currentStepName(FlowLanguage.EN),
        now.stored().applicantMasked(),
        event.at(),
        now.deadlines().dueAt().orElse(null),
        now.stored().jointNumber(),
        takenIn(now.stored().placement()));
  }
}
