package org.sunlit.supervision.card;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Localised;
import org.sunlit.supervision.Finding;
import org.sunlit.supervision.card.rules.CardAct;
import org.sunlit.supervision.card.rules.CardActKind;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.card.rules.WithdrawalCause;
import org.sunlit.supervision.rules.Subject;

/**
 * Tells the person, the leaders of the department and the supervisors (自动通知相关部门和责任人, E4), in the
 * transaction of what it tells. Warnings don't go to the supervisors: there are many, and the
 * register has them.
 */
@ApplicationScoped
class CardNotices {
  /** Begins the subjects of messages about cards; the card's number follows. */
  static final String CARD = "card/";

  /** Begins the subjects of messages about a case that is not late yet; its number follows. */
  static final String REMINDER = "reminder/";

  /** The same about a complaint. */
  static final String COMPLAINT_REMINDER = "reminder-complaint/";

  /** Begins the subjects of messages about reports; the kind and the first day follow. */
  static final String REPORT = "report/";

  private static final String RECIPIENTS =
      """
      select cast(json_build_object('name', coalesce(p.name, d.name),
        'nameEn', case when p.account is null then d.name_en else p.name_en end,
        'department', d.name, 'departmentEn', d.name_en,
        'accounts', (select coalesce(json_agg(a.account order by a.account), '[]') from account a
          where a.kind = 'staff' and not a.disabled and a.account is distinct from cast(:by as text)
            and a.account <> all (string_to_array(:hidden, ',')) and (
            (:person and a.account = cast(:account as text))
            or (:leaders and a.department_code = d.code and a.roles && array['approver', 'chiefRepresentative'])
            or (:supervisors and 'supervisor' = any (a.roles))))) as text)
      from department d left join account p on p.account = cast(:account as text)
      where d.code = :department
      """;

  private enum To {
    PERSON,
    LEADERS,
    SUPERVISORS
  }

  private record Told(
      String name, String nameEn, String department, String departmentEn, List<String> accounts) {}

  private final Outbox outbox;
  private final Vault vault;
  private final CardDeadlines deadlines;

  CardNotices(Outbox outbox, Vault vault, CardDeadlines deadlines) {
    this.outbox = outbox;
    this.vault = vault;
    this.deadlines = deadlines;
  }

  /**
   * What has just happened to a card.
   *
   * @param key the card's
   */
  Uni<Void> tell(Mutiny.Session session, CardRecord card, DataKey key) {
    CardAct act = card.last();
    Set<To> audience = audience(card, act);
    if (audience.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return told(session, audience, act.by(), card.account(), card.departmentCode(), card.subject())
        .chain(
            told -> {
              NoticeText text =
                  NoticeText.of(
                      "card." + key(act),
                      card.number(),
                      of(act) == Party.DEPARTMENT
                          ? new Localised(told.department(), told.departmentEn())
                          : new Localised(told.name(), told.nameEn()),
                      words(card.subject()),
                      more(card, act));
              return outbox.tell(
                  session,
                  CARD + card.number(),
                  "act " + card.version(),
                  text,
                  told.accounts(),
                  act.at(),
                  key);
            });
  }

  /** Something is about to go wrong: only whoever can still mend it is told. */
  Uni<Void> remind(Mutiny.Session session, Finding finding, Instant at) {
    Set<To> audience = finding.account() == null ? Set.of(To.LEADERS) : Set.of(To.PERSON);
    Subject subject = finding.subject();
    String about = reminder(subject);
    return told(session, audience, null, finding.account(), finding.departmentCode(), subject)
        .chain(
            told ->
                vault
                    .findOrKeep(session, about)
                    .chain(
                        key ->
                            outbox.tell(
                                session,
                                about,
                                "finding " + finding.id(),
                                NoticeText.of("card.reminder", words(subject)),
                                told.accounts(),
                                at,
                                key)));
  }

  private static Uni<Told> told(
      Mutiny.Session session,
      Set<To> audience,
      String by,
      String account,
      String department,
      Subject subject) {
    return session
        .createNativeQuery(RECIPIENTS, String.class)
        .setParameter("by", by)
        .setParameter("account", account)
        .setParameter("department", department)
        .setParameter("hidden", String.join(",", subject.hiddenFrom()))
        .setParameter("person", audience.contains(To.PERSON))
        .setParameter("leaders", audience.contains(To.LEADERS))
        .setParameter("supervisors", audience.contains(To.SUPERVISORS))
        .getSingleResult()
        .map(found -> StoredJson.read(found, Told.class));
  }

  private static String reminder(Subject subject) {
    return (subject.kind() == Subject.Kind.COMPLAINT ? COMPLAINT_REMINDER : REMINDER)
        + subject.number();
  }

  /** What it is about, such as 办件20240304-000001-7. */
  private static Localised words(Subject subject) {
    NoticeText text = NoticeText.of("card.about." + subject.kind().code(), subject.number());
    return new Localised(text.chinese(), text.english());
  }

  private static Set<To> audience(CardRecord card, CardAct act) {
    boolean grave = card.colour().card();
    return switch (CardActKind.of(act)) {
      case ISSUED, KEPT, WITHDRAWN, ANNOUNCED ->
          grave ? Set.of(To.PERSON, To.LEADERS, To.SUPERVISORS) : Set.of(To.PERSON, To.LEADERS);
      case EXPLAINED, APPEALED, RECTIFICATION_REPORTED -> Set.of(To.SUPERVISORS, To.LEADERS);
      case RECTIFICATION_ORDERED, RECTIFICATION_RETURNED, RECTIFICATION_ACCEPTED ->
          Set.of(To.PERSON, To.LEADERS);
      case TALK_CALLED, TALK_HELD, TALK_CALLED_OFF, HANDED_OVER ->
          of(act) == Party.PERSON
              ? Set.of(To.PERSON, To.LEADERS, To.SUPERVISORS)
              : Set.of(To.LEADERS, To.SUPERVISORS);
      // Said with the card's taking effect.
      case DEDUCTED -> Set.of();
    };
  }

  private static Party of(CardAct act) {
    if (act instanceof CardAct.TalkCalled called) {
      return called.with();
    } else if (act instanceof CardAct.TalkHeld held) {
      return held.with();
    } else if (act instanceof CardAct.TalkCalledOff off) {
      return off.with();
    } else if (act instanceof CardAct.HandedOver over) {
      return over.of();
    }
    return Party.PERSON;
  }

  private static String key(CardAct act) {
    if (act instanceof CardAct.Withdrawn withdrawn
        && withdrawn.cause() != WithdrawalCause.DECIDED) {
      return "withdrawn-by-itself";
    }
    return CardActKind.of(act).code();
  }

  /** The last day, or a number. */
  private Object more(CardRecord card, CardAct act) {
    if (act instanceof CardAct.Issued issued) {
      return day(act, issued.answerDays());
    } else if (act instanceof CardAct.Appealed appealed) {
      return day(act, appealed.decisionDays());
    } else if (act instanceof CardAct.RectificationOrdered ordered) {
      return day(act, ordered.days());
    } else if (act instanceof CardAct.RectificationReturned returned) {
      return day(act, returned.days());
    } else if (act instanceof CardAct.TalkCalled called) {
      return day(act, called.days());
    } else if (act instanceof CardAct.Announced announced) {
      return announced.number();
    }
    return card.standing().version();
  }

  private LocalDate day(CardAct act, int days) {
    return deadlines.lastDay(act.at(), days);
  }
}
