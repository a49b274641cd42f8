package org.sunlit.supervision.card;

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
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.supervision.card.rules.CardAct;
import org.sunlit.supervision.card.rules.CardActKind;
import org.sunlit.supervision.card.rules.Colour;
import org.sunlit.supervision.rules.Subject;

/**
 * Writes what happens to cards, with its entry in the journal and the messages that tell of it, all
 * in one transaction. Nothing of it is public.
 */
@ApplicationScoped
class CardWriter {
  /**
   * A card that is to be issued.
   *
   * @param like whose it is and what it is about, taken from what led to it
   * @param needed so many of what it rests on have to stand
   * @param words why, when somebody issues it
   */
  record Draft(
      Colour colour,
      About like,
      int needed,
      List<UUID> findings,
      List<UUID> sources,
      String by,
      String words) {}

  /** Whose card it is, and what it is about. */
  record About(
      String account,
      String departmentCode,
      String regionCode,
      String rule,
      Subject subject,
      String itemCode) {
    static About of(CardRecord card) {
      return new About(
          card.account(),
          card.departmentCode(),
          card.regionCode(),
          card.rule(),
          card.subject(),
          card.itemCode());
    }
  }

  private final CardStore store;
  private final Journal journal;
  private final CardNotices notices;
  private final Vault vault;
  private final CardSettings settings;
  private final Clock clock;

  CardWriter(
      CardStore store,
      Journal journal,
      CardNotices notices,
      Vault vault,
      CardSettings settings,
      Clock clock) {
    this.store = store;
    this.journal = journal;
    this.notices = notices;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /** Where the words of an act are sealed to. */
  static String place(int number) {
    return "supervision_card_act/" + number;
  }

  /** Now, and never before what happened last. */
  Instant after(CardRecord card) {
    return CityTime.after(card.last().at(), clock);
  }

  /** Issues a card under the next number of its colour and year, with a key of its own. */
  Uni<CardRecord> issue(Mutiny.Session session, Draft draft) {
    Instant at = clock.instant();
    return number(session, draft.colour().mark(), at)
        .map(number -> born(draft, number, at))
        .chain(
            born ->
                store
                    .insert(session, born, draft.findings(), draft.sources())
                    .chain(() -> vault.keep(session, about(born)))
                    .chain(key -> written(session, born, draft.words(), key))
                    .replaceWith(born));
  }

  /** What a card's key is kept under, and its messages are about. */
  private static String about(CardRecord card) {
    return CardNotices.CARD + card.number();
  }

  /** The next number of this mark, such as 通报〔2026〕3号. */
  Uni<String> number(Mutiny.Session session, String mark, Instant at) {
    int year = at.atZone(CityTime.ZONE).getYear();
    return store
        .running(session, mark, year)
        .map(running -> mark + '〔' + year + '〕' + running + '号');
  }

  private CardRecord born(Draft draft, String number, Instant at) {
    About like = draft.like();
    return new CardRecord(
        UUID.randomUUID(),
        number,
        draft.colour(),
        like.account(),
        like.departmentCode(),
        like.regionCode(),
        like.rule(),
        like.subject(),
        like.itemCode(),
        draft.needed(),
        List.of(new CardAct.Issued(at, draft.by(), draft.colour(), settings.answerDays())));
  }

  /** The card after something happened to it. */
  Uni<CardRecord> add(Mutiny.Session session, CardRecord card, CardAct act, String words) {
    CardRecord after = card.after(act);
    return vault
        .find(session, about(card))
        .map(Optional::orElseThrow)
        .chain(key -> written(session, after, words, key))
        .replaceWith(after);
  }

  Uni<CardRecord> add(Mutiny.Session session, CardRecord card, CardAct act) {
    return add(session, card, act, null);
  }

  private Uni<Void> written(Mutiny.Session session, CardRecord card, String words, DataKey key) {
    byte[] cipher = key.sealWords(place(card.version()), words);
    return store
        .append(session, card, cipher)
        .chain(() -> journal.append(session, entry(card)))
        .chain(() -> notices.tell(session, card, key));
  }

  private static JournalEntry entry(CardRecord card) {
    CardAct act = card.last();
    Map<String, Object> payload = new LinkedHashMap<>(StoredJson.members(act));
    payload.keySet().removeAll(List.of("at", "by"));
    payload.put("card", card.colour().code());
    payload.put("department", card.departmentCode());
    payload.put("rule", card.rule());
    payload.put("subject", card.subject().number());
    if (card.subject().caseNumber() != null) {
      payload.put("caseNumber", card.subject().caseNumber());
    }
    if (card.account() != null) {
      payload.put("account", card.account());
    }
    return JournalEntry.inside(
        SubjectKind.CARD,
        card.number(),
        CardActKind.of(act).journalKind(),
        act.by(),
        act.at(),
        StoredJson.write(payload));
  }
}
