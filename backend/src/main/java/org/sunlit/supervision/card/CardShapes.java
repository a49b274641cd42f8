package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.api.model.Card;
import org.sunlit.api.model.CardActCode;
import org.sunlit.api.model.CardActionCode;
import org.sunlit.api.model.CardColour;
import org.sunlit.api.model.CardFinding;
import org.sunlit.api.model.CardParty;
import org.sunlit.api.model.CardPerson;
import org.sunlit.api.model.CardSource;
import org.sunlit.api.model.CardState;
import org.sunlit.api.model.CardSummary;
import org.sunlit.api.model.CardTalk;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.FindingSeverity;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Localised;
import org.sunlit.supervision.Subjects;
import org.sunlit.supervision.card.CardReads.Act;
import org.sunlit.supervision.card.CardReads.Found;
import org.sunlit.supervision.card.CardReads.Linked;
import org.sunlit.supervision.card.CardReads.Listed;
import org.sunlit.supervision.card.CardReads.Opened;
import org.sunlit.supervision.card.rules.CardAct;
import org.sunlit.supervision.card.rules.CardActKind;
import org.sunlit.supervision.card.rules.CardAction;
import org.sunlit.supervision.card.rules.CardRules;
import org.sunlit.supervision.card.rules.CardStanding;
import org.sunlit.supervision.card.rules.Talk;
import org.sunlit.supervision.rules.Rule;
import org.sunlit.supervision.rules.RuleBook;

/** Cards in the contract's words. */
@ApplicationScoped
class CardShapes {
  private final Vault vault;
  private final CardDeadlines deadlines;
  private final RuleBook rules;

  CardShapes(Vault vault, CardDeadlines deadlines, RuleBook rules) {
    this.vault = vault;
    this.deadlines = deadlines;
    this.rules = rules;
  }

  /** What a rule is called; one that is no more, by its code. */
  private Localised rule(String code) {
    return rules
        .find(code)
        .map(Rule::head)
        .map(head -> new Localised(head.name(), head.nameEn()))
        .orElse(new Localised(code, code));
  }

  CardSummary summary(Listed card) {
    Localised rule = rule(card.rule());
    return new CardSummary()
        .number(card.number())
        .colour(CardColour.fromString(card.colour()))
        .state(CardState.fromString(card.state()))
        .person(person(card.person()))
        .department(department(card.department()))
        .rule(card.rule())
        .ruleName(rule.chinese())
        .ruleNameEn(rule.english())
        .caseNumber(card.subject().caseNumber())
        .subject(Subjects.shape(card.subject()))
        .itemName(card.itemName())
        .itemNameEn(card.itemNameEn())
        .issuedAt(card.issuedAt())
        .answerBy(card.answerBy())
        .points(card.points())
        .findings(card.findings());
  }

  static CardPerson person(Named named) {
    return named == null
        ? null
        : new CardPerson().account(named.code()).name(named.name()).nameEn(named.nameEn());
  }

  static DepartmentReference department(Named named) {
    return new DepartmentReference().code(named.code()).name(named.name()).nameEn(named.nameEn());
  }

  /** A card with everything, as this reader sees it. */
  Uni<Card> whole(Opened opened, Actor actor) {
    return vault
        .find(CardNotices.CARD + opened.listed().number())
        .map(key -> whole(opened, actor, key.orElse(null)));
  }

  private Card whole(Opened opened, Actor actor, DataKey key) {
    Listed listed = opened.listed();
    CardStanding standing = CardStanding.of(opened.acts().stream().map(CardShapes::act).toList());
    Set<CardAction> possible =
        CardRules.possible(
            standing,
            CardReaders.reader(
                actor,
                listed.department().code(),
                listed.person() == null ? null : listed.person().code()));
    Card card =
        new Card()
            .summary(summary(listed))
            .foundAll(opened.findings().stream().map(this::finding).toList())
            .sources(opened.sources().stream().map(CardShapes::linked).toList())
            .leadsTo(opened.leadsTo().stream().map(CardShapes::linked).toList())
            .acts(opened.acts().stream().map(act -> shown(act, key)).toList())
            .bulletin(standing.bulletin())
            .rectification(
                Card.RectificationEnum.fromString(standing.rectification().state().code()))
            .rectificationBy(deadlines.rectificationBy(standing).orElse(null))
            .talks(talks(standing))
            .possible(
                possible.stream().map(action -> CardActionCode.fromString(action.code())).toList())
            .waitsFor(waitsFor(standing))
            .version(standing.version());
    deadlines
        .running(standing)
        .ifPresent(
            running ->
                card.deadline(DerivationMapper.toApi(running.derivation()))
                    .deadlineFor(Card.DeadlineForEnum.fromString(running.what().code())));
    return card;
  }

  /** Whose turn it is; null when it is nobody's. */
  private static Card.WaitsForEnum waitsFor(CardStanding standing) {
    return switch (standing.state()) {
      case ISSUED -> Card.WaitsForEnum.CONCERNED;
      case EXPLAINED, APPEALED -> Card.WaitsForEnum.SUPERVISOR;
      case WITHDRAWN -> null;
      case KEPT -> {
        if (standing.rectification().withDepartment()) {
          yield Card.WaitsForEnum.DEPARTMENT;
        }
        Set<CardAction> possible = CardRules.possible(standing);
        yield possible.contains(CardAction.ACCEPT_RECTIFICATION)
                || possible.contains(CardAction.HOLD_TALK)
            ? Card.WaitsForEnum.SUPERVISOR
            : null;
      }
    };
  }

  private List<CardTalk> talks(CardStanding standing) {
    return standing.talks().values().stream()
        .sorted(Comparator.comparing(Talk::with))
        .map(
            talk ->
                new CardTalk()
                    .party(CardParty.fromString(talk.with().code()))
                    .state(CardTalk.StateEnum.fromString(talk.state().code()))
                    .dueOn(deadlines.talkBy(talk)))
        .toList();
  }

  private static CardAct act(Act stored) {
    return StoredJson.read(stored.detail(), CardActKind.of(stored.kind()).type());
  }

  private static org.sunlit.api.model.CardAct shown(Act stored, DataKey key) {
    CardAct act = act(stored);
    var shown =
        new org.sunlit.api.model.CardAct()
            .number(stored.number())
            .kind(CardActCode.fromString(stored.kind()))
            .at(CityTime.offset(act.at()))
            .by(by(stored))
            .words(words(stored, key));
    if (act instanceof CardAct.Issued issued) {
      shown.days(issued.answerDays());
    } else if (act instanceof CardAct.Appealed appealed) {
      shown.days(appealed.decisionDays());
    } else if (act instanceof CardAct.Withdrawn withdrawn) {
      shown.cause(org.sunlit.api.model.CardAct.CauseEnum.fromString(withdrawn.cause().code()));
    } else if (act instanceof CardAct.Announced announced) {
      shown.bulletin(announced.number());
    } else if (act instanceof CardAct.Deducted deducted) {
      shown.points(deducted.points());
    } else if (act instanceof CardAct.RectificationOrdered ordered) {
      shown.days(ordered.days());
    } else if (act instanceof CardAct.RectificationReturned returned) {
      shown.days(returned.days());
    } else if (act instanceof CardAct.TalkCalled called) {
      shown
          .party(CardParty.fromString(called.with().code()))
          .points(called.points())
          .cards(called.cards())
          .days(called.days());
    } else if (act instanceof CardAct.TalkHeld held) {
      shown.party(CardParty.fromString(held.with().code()));
    } else if (act instanceof CardAct.TalkCalledOff off) {
      shown.party(CardParty.fromString(off.with().code()));
    } else if (act instanceof CardAct.HandedOver over) {
      shown.party(CardParty.fromString(over.of().code())).cards(over.cards());
    }
    return shown;
  }

  private static CardPerson by(Act stored) {
    return stored.by() == null
        ? null
        : person(new Named(stored.by(), stored.name(), stored.nameEn()));
  }

  private static String words(Act stored, DataKey key) {
    return Optional.ofNullable(key)
        .filter(known -> stored.words() != null)
        .map(
            known ->
                new String(
                    known.open(
                        CardWriter.place(stored.number()),
                        Base64.getMimeDecoder().decode(stored.words())),
                    StandardCharsets.UTF_8))
        .orElse(null);
  }

  private CardFinding finding(Found found) {
    Localised rule = rule(found.rule());
    return new CardFinding()
        .id(found.id())
        .rule(found.rule())
        .ruleName(rule.chinese())
        .ruleNameEn(rule.english())
        .severity(FindingSeverity.fromString(found.severity()))
        .caseNumber(found.subject().caseNumber())
        .subject(Subjects.shape(found.subject()))
        .stepId(found.stepId())
        .occurredAt(found.occurredAt())
        .foundAt(found.foundAt())
        .standing(found.standing());
  }

  private static CardSource linked(Linked linked) {
    return new CardSource()
        .number(linked.number())
        .colour(CardColour.fromString(linked.colour()))
        .state(CardState.fromString(linked.state()));
  }
}
