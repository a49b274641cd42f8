package org.sunlit.supervision.card;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.supervision.Finding;
import org.sunlit.supervision.card.CardFiles.Source;
import org.sunlit.supervision.card.CardWriter.About;
import org.sunlit.supervision.card.CardWriter.Draft;
import org.sunlit.supervision.card.rules.CardAct;
import org.sunlit.supervision.card.rules.Colour;
import org.sunlit.supervision.card.rules.Grounds;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.card.rules.Rectification;
import org.sunlit.supervision.card.rules.Thresholds.Consequence;
import org.sunlit.supervision.card.rules.Thresholds.Outcome;
import org.sunlit.supervision.card.rules.Thresholds.Raise;
import org.sunlit.supervision.card.rules.WithdrawalCause;

/**
 * What follows by itself: from a finding to its warning or card, from a card that stands to its
 * bulletin, points, rectification, talk and accountability; and back again when the ground is gone.
 * Within the caller's transaction, which holds the lock of {@link CardStore#lock}.
 */
@ApplicationScoped
class CardChain {
  private static final String BULLETIN = "通报";

  private final CardStore store;
  private final CardWriter writer;
  private final CardFiles files;
  private final CardNotices notices;
  private final CardSettings settings;

  CardChain(
      CardStore store,
      CardWriter writer,
      CardFiles files,
      CardNotices notices,
      CardSettings settings) {
    this.store = store;
    this.writer = writer;
    this.files = files;
    this.notices = notices;
    this.settings = settings;
  }

  /** A finding leads to what its severity is. */
  Uni<Void> found(Mutiny.Session session, Finding finding, Instant now) {
    Optional<Colour> colour = settings.thresholds().of(finding.severity());
    return colour.isEmpty()
        ? notices.remind(session, finding, now)
        : writer
            .issue(
                session,
                new Draft(
                    colour.get(), about(finding), 1, List.of(finding.id()), List.of(), null, null))
            .replaceWithVoid();
  }

  private static About about(Finding finding) {
    return new About(
        finding.account(),
        finding.departmentCode(),
        finding.regionCode(),
        finding.rule(),
        finding.subject(),
        finding.itemCode());
  }

  /** The card stands: everything that this leads to. */
  Uni<CardRecord> keep(Mutiny.Session session, CardRecord card, CardAct.Kept kept, String words) {
    return writer
        .add(session, card, kept, words)
        .chain(after -> announce(session, after))
        .chain(after -> deduct(session, after))
        .chain(after -> orderRectification(session, after))
        .chain(after -> outcome(session, after, Party.PERSON))
        .chain(after -> outcome(session, after, Party.DEPARTMENT))
        .call(after -> raise(session, after));
  }

  private Uni<CardRecord> announce(Mutiny.Session session, CardRecord card) {
    if (!card.colour().card()) {
      return Uni.createFrom().item(card);
    }
    Instant at = writer.after(card);
    return writer
        .number(session, BULLETIN, at)
        .chain(number -> writer.add(session, card, new CardAct.Announced(at, number)));
  }

  private Uni<CardRecord> deduct(Mutiny.Session session, CardRecord card) {
    return files
        .sourcePoints(session, card.id())
        .map(paid -> settings.thresholds().points(card.colour(), paid))
        .chain(
            points ->
                points == 0
                    ? Uni.createFrom().item(card)
                    : writer.add(session, card, new CardAct.Deducted(writer.after(card), points)));
  }

  private Uni<CardRecord> orderRectification(Mutiny.Session session, CardRecord card) {
    boolean due =
        card.colour().atLeast(settings.rectificationFrom())
            && card.standing().rectification().state() == Rectification.State.NONE;
    return due
        ? writer.add(
            session,
            card,
            new CardAct.RectificationOrdered(
                writer.after(card), null, settings.rectificationDays()))
        : Uni.createFrom().item(card);
  }

  private Uni<CardRecord> outcome(Mutiny.Session session, CardRecord card, Party party) {
    String of = of(card, party);
    if (of == null || !card.colour().card()) {
      return Uni.createFrom().item(card);
    }
    Instant at = writer.after(card);
    return files
        .standing(session, party, of)
        .chain(
            file ->
                files
                    .talks(session, party, of)
                    .map(
                        talks ->
                            settings
                                .thresholds()
                                .outcome(party, file, talks.open(), talks.heldAt(), at)))
        .chain(outcome -> follow(session, card, party, outcome, at));
  }

  private Uni<CardRecord> follow(
      Mutiny.Session session, CardRecord card, Party party, Outcome outcome, Instant at) {
    Consequence what = outcome.what();
    return switch (what) {
      case NOTHING -> Uni.createFrom().item(card);
      case TALK ->
          writer.add(
              session,
              card,
              new CardAct.TalkCalled(
                  at, party, outcome.points(), outcome.cards(), settings.talkDays()));
      case ACCOUNTABILITY ->
          writer.add(session, card, new CardAct.HandedOver(at, party, outcome.cards()));
    };
  }

  /** Enough of one colour make one of the next. */
  private Uni<Void> raise(Mutiny.Session session, CardRecord card) {
    Optional<Raise> raise = settings.thresholds().raise(card.colour());
    if (raise.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return files
        .sources(session, card, raise.get(), writer.after(card))
        .chain(
            sources ->
                sources.size() < raise.get().needed()
                    ? Uni.createFrom().voidItem()
                    : writer
                        .issue(
                            session,
                            new Draft(
                                raise.get().to(),
                                About.of(card),
                                raise.get().needed(),
                                List.of(),
                                sources.stream().map(Source::id).toList(),
                                null,
                                null))
                        .replaceWithVoid());
  }

  /** The card is withdrawn, and with it what rested on it. */
  Uni<CardRecord> withdraw(
      Mutiny.Session session, CardRecord card, CardAct.Withdrawn withdrawn, String words) {
    return writer
        .add(session, card, withdrawn, words)
        .call(after -> fall(session, after.departmentCode()))
        .call(after -> callOff(session, after, Party.PERSON))
        .call(after -> callOff(session, after, Party.DEPARTMENT));
  }

  /** Withdraws every card of a department that has lost its ground. */
  Uni<Void> fall(Mutiny.Session session, String department) {
    return files
        .grounds(session, department)
        .chain(
            grounds ->
                Multi.createFrom()
                    .iterable(Grounds.fallen(grounds))
                    .onItem()
                    .transformToUniAndConcatenate(
                        id ->
                            store
                                .byId(session, id)
                                .map(Optional::orElseThrow)
                                .chain(card -> fallen(session, card, grounds)))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<CardRecord> fallen(
      Mutiny.Session session, CardRecord card, List<Grounds.Ground> grounds) {
    boolean raised =
        grounds.stream().anyMatch(ground -> ground.card().equals(card.id()) && ground.needed() > 1);
    CardAct.Withdrawn withdrawn =
        new CardAct.Withdrawn(
            writer.after(card),
            null,
            raised ? WithdrawalCause.SOURCES_GONE : WithdrawalCause.FINDING_GONE);
    return writer
        .add(session, card, withdrawn)
        .call(after -> callOff(session, after, Party.PERSON))
        .call(after -> callOff(session, after, Party.DEPARTMENT));
  }

  /** Talks that were called for a card that is gone now. */
  private Uni<Void> callOff(Mutiny.Session session, CardRecord gone, Party party) {
    String of = of(gone, party);
    return of == null
        ? Uni.createFrom().voidItem()
        : files
            .openTalks(session, party, of)
            .chain(
                open ->
                    Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(id -> callOff(session, id, party, of))
                        .collect()
                        .last())
            .replaceWithVoid();
  }

  private Uni<Void> callOff(Mutiny.Session session, UUID id, Party party, String of) {
    return store
        .byId(session, id)
        .map(Optional::orElseThrow)
        .chain(
            card ->
                files
                    .standing(session, party, of)
                    .chain(
                        file ->
                            files
                                .talks(session, party, of)
                                .map(
                                    talks ->
                                        settings
                                            .thresholds()
                                            .talkStands(
                                                party,
                                                file,
                                                talks.heldAt(),
                                                calledAt(card, party))))
                    .chain(
                        stands ->
                            stands
                                ? Uni.createFrom().voidItem()
                                : writer
                                    .add(
                                        session,
                                        card,
                                        new CardAct.TalkCalledOff(writer.after(card), party))
                                    .replaceWithVoid()));
  }

  private static Instant calledAt(CardRecord card, Party party) {
    return card.standing().talk(party).orElseThrow().calledAt();
  }

  private static String of(CardRecord card, Party party) {
    return switch (party) {
      case PERSON -> card.account();
      case DEPARTMENT -> card.departmentCode();
    };
  }
}
