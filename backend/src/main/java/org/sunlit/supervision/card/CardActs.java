package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.card.rules.CardAct;
import org.sunlit.supervision.card.rules.CardAction;
import org.sunlit.supervision.card.rules.CardRules;
import org.sunlit.supervision.card.rules.CardRules.Reader;
import org.sunlit.supervision.card.rules.CardStanding;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.card.rules.WithdrawalCause;

/** What people do about cards: those concerned answer, supervisors decide. */
@ApplicationScoped
class CardActs {
  /**
   * What somebody wants done.
   *
   * @param words what they say with it
   * @param party for a talk, with whom; null where only one is called
   */
  record Wanted(CardAction action, String words, Party party) {
    Wanted {
      words = words == null || words.isBlank() ? null : words.strip();
    }
  }

  private final CardStore store;
  private final CardChain chain;
  private final CardWriter writer;
  private final CardDeadlines deadlines;
  private final CardSettings settings;
  private final Idempotency idempotency;

  CardActs(
      CardStore store,
      CardChain chain,
      CardWriter writer,
      CardDeadlines deadlines,
      CardSettings settings,
      Idempotency idempotency) {
    this.store = store;
    this.chain = chain;
    this.writer = writer;
    this.deadlines = deadlines;
    this.settings = settings;
    this.idempotency = idempotency;
  }

  /**
   * Does it.
   *
   * @param version the version last seen
   * @return fails with a {@link Problem}: 404 for a card the actor may not see, 403 for what isn't
   *     theirs to do, 409 when it can't be done now, 412 when the card has changed, 422 without
   *     words
   */
  Uni<Void> act(String number, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    return idempotency
        .once(
            "card " + wanted.action().code() + " " + number,
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(wanted),
            session ->
                store
                    .lock(session)
                    .chain(() -> store.byNumber(session, number))
                    .map(found -> seen(found, actor))
                    .chain(card -> act(session, card, version, wanted, actor))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  private static CardRecord seen(Optional<CardRecord> found, Actor actor) {
    return found
        .filter(card -> CardReaders.scope(actor).covers(card.departmentCode(), card.account()))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private Uni<CardRecord> act(
      Mutiny.Session session, CardRecord card, int version, Wanted wanted, Actor actor) {
    Reader reader = CardReaders.reader(actor, card.departmentCode(), card.account());
    CardStanding standing = card.standing();
    if (!CardRules.mayEver(wanted.action(), reader)) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("card.not-yours");
    }
    if (CardRules.keptApart(standing, wanted.action(), reader)) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("card.another-person");
    }
    if (card.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    if (!CardRules.possible(standing).contains(wanted.action())) {
      throw Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
          .detail("card.not-now")
          .possible(CardRules.possible(standing, reader).stream().map(Coded::code).toList());
    }
    if (wanted.words() == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words", "field.not-blank");
    }
    return carryOut(session, card, wanted, actor.accountId());
  }

  private Uni<CardRecord> carryOut(
      Mutiny.Session session, CardRecord card, Wanted wanted, String by) {
    Instant at = writer.after(card);
    String words = wanted.words();
    return switch (wanted.action()) {
      case EXPLAIN -> inTime(session, card, new CardAct.Explained(at, by), words);
      case APPEAL ->
          inTime(session, card, new CardAct.Appealed(at, by, settings.decisionDays()), words);
      case KEEP -> chain.keep(session, card, new CardAct.Kept(at, by), words);
      case WITHDRAW ->
          chain.withdraw(
              session, card, new CardAct.Withdrawn(at, by, WithdrawalCause.DECIDED), words);
      case ORDER_RECTIFICATION ->
          writer.add(
              session,
              card,
              new CardAct.RectificationOrdered(at, by, settings.rectificationDays()),
              words);
      case REPORT_RECTIFICATION ->
          writer.add(session, card, new CardAct.RectificationReported(at, by), words);
      case RETURN_RECTIFICATION ->
          writer.add(
              session,
              card,
              new CardAct.RectificationReturned(at, by, settings.rectificationReturnDays()),
              words);
      case ACCEPT_RECTIFICATION ->
          writer.add(session, card, new CardAct.RectificationAccepted(at, by), words);
      case HOLD_TALK ->
          writer.add(session, card, new CardAct.TalkHeld(at, by, party(card, wanted)), words);
    };
  }

  /** Until the end of the last day, and not after. */
  private Uni<CardRecord> inTime(
      Mutiny.Session session, CardRecord card, CardAct answer, String words) {
    boolean over =
        deadlines.answerDue(card.standing()).filter(due -> due.isBefore(answer.at())).isPresent();
    if (over) {
      throw Problem.of(ProblemType.CONFLICT).detail("card.answer-over");
    }
    return writer.add(session, card, answer, words);
  }

  private static Party party(CardRecord card, Wanted wanted) {
    CardStanding standing = card.standing();
    Party party = wanted.party();
    if (party == null) {
      party = standing.talkOpen(Party.PERSON) ? Party.PERSON : Party.DEPARTMENT;
    }
    if (!standing.talkOpen(party)) {
      throw Problem.of(ProblemType.CONFLICT).detail("card.not-now");
    }
    return party;
  }
}
