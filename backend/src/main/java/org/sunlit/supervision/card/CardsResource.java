package org.sunlit.supervision.card;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.SupervisionCardsApi;
import org.sunlit.api.model.Card;
import org.sunlit.api.model.CardActionCode;
import org.sunlit.api.model.CardColour;
import org.sunlit.api.model.CardCommand;
import org.sunlit.api.model.CardIssue;
import org.sunlit.api.model.CardPage;
import org.sunlit.api.model.CardState;
import org.sunlit.document.rules.DocumentNumbers;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.TimeCursor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.card.CardReaders.Scope;
import org.sunlit.supervision.card.CardReads.Asked;
import org.sunlit.supervision.card.CardReads.Listed;
import org.sunlit.supervision.card.rules.CardAction;
import org.sunlit.supervision.card.rules.Colour;
import org.sunlit.supervision.card.rules.Party;

/** Warnings and cards, for those they reach. */
class CardsResource implements SupervisionCardsApi {
  private final CardReads reads;
  private final CardShapes shapes;
  private final CardActs acts;
  private final CardIssuing issuing;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  CardsResource(
      CardReads reads,
      CardShapes shapes,
      CardActs acts,
      CardIssuing issuing,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.reads = reads;
    this.shapes = shapes;
    this.acts = acts;
    this.issuing = issuing;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<CardPage> listCards(
      CardColour colour,
      CardState state,
      String department,
      String person,
      LocalDate from,
      LocalDate to,
      Integer limit,
      String cursor) {
    Scope scope = CardReaders.scope(currentActor.get());
    Asked asked =
        new Asked(
            colour == null ? null : colour.toString(),
            state == null ? null : state.toString(),
            department,
            person,
            from,
            to);
    return reads
        .page(scope, asked, TimeCursor.read(cursor), limit + 1)
        .chain(found -> reads.total(scope, asked).map(total -> page(found, total, limit)));
  }

  private CardPage page(List<Listed> found, int total, int limit) {
    return new CardPage()
        .items(found.stream().limit(limit).map(shapes::summary).toList())
        .total(total)
        .nextCursor(
            TimeCursor.next(
                found, limit, last -> new TimeCursor(last.issuedAt().toInstant(), last.id())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<Card> getCard(String cardNumber) {
    return shown(currentRequest.getCurrent(), number(cardNumber), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_SUPERVISE)
  public Uni<Card> issueCard(CardIssue issue, String idempotencyKey) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    CardIssuing.Wanted wanted =
        new CardIssuing.Wanted(
            Colour.of(issue.getColour().toString()),
            List.copyOf(issue.getFindings()),
            issue.getReason());
    return issuing
        .issue(wanted, actor, idempotencyKey)
        .chain(number -> shown(http, number, actor))
        .invoke(card -> http.response().setStatusCode(201));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<Card> actOnCard(
      String cardNumber,
      CardActionCode cardAction,
      CardCommand command,
      String idempotencyKey,
      String ifMatch) {
    RoutingContext http = currentRequest.getCurrent();
    Actor actor = currentActor.get();
    String number = number(cardNumber);
    CardActs.Wanted wanted =
        new CardActs.Wanted(
            CardAction.of(cardAction.toString()),
            command.getWords(),
            command.getParty() == null ? null : Party.of(command.getParty().toString()));
    return acts.act(number, EntityVersions.seen(ifMatch), wanted, actor, idempotencyKey)
        .chain(() -> shown(http, number, actor));
  }

  private Uni<Card> shown(RoutingContext http, String number, Actor actor) {
    return reads
        .open(CardReaders.scope(actor), number)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(opened -> shapes.whole(opened, actor))
        .invoke(card -> http.response().putHeader("ETag", EntityVersions.tag(card.getVersion())));
  }

  /** However somebody typed it. */
  private static String number(String typed) {
    return DocumentNumbers.read(typed).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
