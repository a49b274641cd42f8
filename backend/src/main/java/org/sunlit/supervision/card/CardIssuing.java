package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.card.CardWriter.About;
import org.sunlit.supervision.card.CardWriter.Draft;
import org.sunlit.supervision.card.rules.CardAction;
import org.sunlit.supervision.card.rules.CardRules;
import org.sunlit.supervision.card.rules.Colour;
import org.sunlit.supervision.rules.Subject;

/** Cards that a supervisor issues on what was found 发牌, beside those that the thresholds do. */
@ApplicationScoped
class CardIssuing {
  /** With whether a card, and not only a warning, rests on it already. */
  private static final String FINDINGS =
      """
      select cast(coalesce(json_agg(json_build_object('id', f.id, 'account', f.account,
        'departmentCode', f.department_code, 'regionCode', f.region_code, 'rule', f.rule,
        'subject', json_build_object('kind', f.subject_kind, 'number', f.subject, 'hiddenFrom', f.hidden_from),
        'itemCode', f.item_code, 'standing', f.state = 'standing',
        'taken', exists (select from supervision_card_finding x join supervision_card c on c.id = x.card_id
          where x.finding_id = f.id and c.state <> 'withdrawn' and c.colour <> 'warning'))
        order by f.occurred_at, f.id), '[]') as text)
      from supervision_finding f
      where f.id in (select cast(x as uuid) from json_array_elements_text(cast(cast(:ids as text) as json)) x)
      """;

  /** What somebody wants issued. */
  record Wanted(Colour colour, List<UUID> findings, String reason) {}

  private record Ground(
      UUID id,
      String account,
      String departmentCode,
      String regionCode,
      String rule,
      Subject subject,
      String itemCode,
      boolean standing,
      boolean taken) {
    About about() {
      return new About(account, departmentCode, regionCode, rule, subject, itemCode);
    }
  }

  private final CardStore store;
  private final CardWriter writer;
  private final Idempotency idempotency;

  CardIssuing(CardStore store, CardWriter writer, Idempotency idempotency) {
    this.store = store;
    this.writer = writer;
    this.idempotency = idempotency;
  }

  /** The number of the new card. */
  Uni<String> issue(Wanted wanted, Actor actor, String idempotencyKey) {
    return idempotency
        .once(
            "card issue",
            actor.accountId(),
            idempotencyKey,
            StoredJson.bytes(wanted),
            session ->
                store
                    .lock(session)
                    .chain(() -> grounds(session, wanted))
                    .chain(grounds -> issue(session, wanted, grounds, actor))
                    .map(card -> new Reply(201, StoredJson.write(card.number()))))
        .map(reply -> StoredJson.read(reply.body(), String.class));
  }

  private static Uni<List<Ground>> grounds(Mutiny.Session session, Wanted wanted) {
    return session
        .createNativeQuery(FINDINGS, String.class)
        .setParameter("ids", StoredJson.write(wanted.findings()))
        .getSingleResult()
        .map(json -> List.of(StoredJson.read(json, Ground[].class)));
  }

  private Uni<CardRecord> issue(
      Mutiny.Session session, Wanted wanted, List<Ground> grounds, Actor actor) {
    check(wanted, grounds);
    About about = grounds.get(grounds.size() - 1).about();
    // Whoever may not order anything about it may not issue it either.
    if (!CardRules.mayEver(
        CardAction.ORDER_RECTIFICATION,
        CardReaders.reader(actor, about.departmentCode(), about.account()))) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("card.not-yours");
    }
    return writer.issue(
        session,
        new Draft(
            wanted.colour(),
            about,
            1,
            grounds.stream().map(Ground::id).toList(),
            List.of(),
            actor.accountId(),
            wanted.reason().strip()));
  }

  private static void check(Wanted wanted, List<Ground> grounds) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (wanted.reason().isBlank()) {
      wrong = wrong.at("/reason", "field.not-blank");
    }
    for (int place = 0; place < wanted.findings().size(); place++) {
      UUID id = wanted.findings().get(place);
      String pointer = "/findings/" + place;
      Ground ground = grounds.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
      if (ground == null || !ground.standing()) {
        wrong = wrong.at(pointer, "card.finding-not-standing");
      } else if (ground.taken()) {
        wrong = wrong.at(pointer, "card.finding-taken");
      }
    }
    Set<List<String>> concerned = new HashSet<>();
    grounds.forEach(
        ground ->
            concerned.add(
                List.of(
                    ground.departmentCode(), Objects.requireNonNullElse(ground.account(), ""))));
    if (concerned.size() > 1) {
      wrong = wrong.at("/findings", "card.findings-of-several");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }
}
