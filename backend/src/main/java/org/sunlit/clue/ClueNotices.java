package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.clue.rules.ClearingForm;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueClock;
import org.sunlit.clue.rules.ClueStanding;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeChoice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.StaffNotices;
import org.sunlit.notice.Topic;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.DataKey;

/**
 * Tells the office what waits for whom, the person a letter that was written to them, and whoever
 * brought a clue with a name what came of it (纪检监察机关处理检举控告工作规则: within 15 working days of the end;
 * here with the decision).
 */
@ApplicationScoped
class ClueNotices {
  private static final String HEADS =
      """
      select account from account where kind = 'staff' and not disabled and 'disciplineHead' = any (roles)
      order by account
      """;

  private final Outbox outbox;
  private final StaffNotices staffNotices;
  private final ClueMarks marks;
  private final ClueSettings settings;

  ClueNotices(Outbox outbox, StaffNotices staffNotices, ClueMarks marks, ClueSettings settings) {
    this.outbox = outbox;
    this.staffNotices = staffNotices;
    this.marks = marks;
    this.settings = settings;
  }

  /**
   * What has just happened.
   *
   * @param key the clue's
   */
  Uni<Void> tell(
      Mutiny.Session session, ClueRecord clue, Content content, Texts texts, DataKey key) {
    Telling telling = new Telling(session, clue, key);
    ClueStanding standing = clue.standing();
    ClueAct act = clue.last();
    // A sealed type keeps this list complete; Java 17 has no switch over patterns yet.
    if (act instanceof ClueAct.TakenIn) {
      return heads(telling, content, "clue.taken");
    }
    if (act instanceof ClueAct.Dispatched || act instanceof ClueAct.TakenUp) {
      return telling.staff("clue.dispatched", List.of(standing.investigator()));
    }
    if (act instanceof ClueAct.Proposed) {
      return heads(telling, content, "clue.proposed");
    }
    if (act instanceof ClueAct.ProposalApproved) {
      return telling.staff("clue.approved", List.of(standing.investigator()));
    }
    if (act instanceof ClueAct.ProposalReturned
        || act instanceof ClueAct.Objected
        || act instanceof ClueAct.ReportReturned) {
      return telling.staff("clue.returned", List.of(standing.investigator()));
    }
    if (act instanceof ClueAct.Reported) {
      return telling.staff("clue.reported", List.of(standing.reviewer()));
    }
    if (act instanceof ClueAct.Agreed) {
      return heads(telling, content, "clue.agreed");
    }
    if (act instanceof ClueAct.Decided || act instanceof ClueAct.HandedOver) {
      return person(telling, content, texts.letter() != null, "clue.letter")
          .chain(() -> bringer(telling, content, texts.feedback()));
    }
    if (act instanceof ClueAct.WishSaid said) {
      return said.form() == ClearingForm.LETTER
          ? Uni.createFrom().voidItem()
          : heads(telling, content, "clue.wished");
    }
    return person(telling, content, act instanceof ClueAct.Cleared, "clue.cleared");
  }

  private Uni<Void> heads(Telling telling, Content content, String what) {
    return telling
        .session()
        .createNativeQuery(HEADS, String.class)
        .getResultList()
        .map(all -> all.stream().filter(head -> !content.concern().isAbout(head)).toList())
        .chain(heads -> telling.staff(what, heads));
  }

  /** Under a subject of the person's own: nothing in the open ties it to the clue. */
  private Uni<Void> person(Telling telling, Content content, boolean told, String what) {
    String account = content.account();
    if (!told || account == null) {
      return Uni.createFrom().voidItem();
    }
    Notice notice =
        new Notice(
            "letters/" + account,
            marks.letterEvent(telling.clue().number() + " " + telling.event()),
            Topic.REQUIRED,
            NoticeText.of(what),
            new Reach(null, account, NoticeChoice.USUAL),
            null);
    return outbox.put(telling.session(), notice, telling.clue().last().at());
  }

  private Uni<Void> bringer(Telling telling, Content content, String feedback) {
    if (feedback == null || content.phone() == null) {
      return Uni.createFrom().voidItem();
    }
    NoticeText text = NoticeText.of("clue.feedback", telling.clue().number(), feedback);
    Notice notice =
        new Notice(
            telling.clue().subject(),
            telling.event() + " bringer",
            Topic.REQUIRED,
            text,
            Reach.telephone(content.phone()),
            null);
    return outbox.put(telling.session(), notice, telling.clue().last().at(), telling.key());
  }

  /** One act that is told of. */
  private final class Telling {
    private final Mutiny.Session session;
    private final ClueRecord clue;
    private final DataKey key;

    Telling(Mutiny.Session session, ClueRecord clue, DataKey key) {
      this.session = session;
      this.clue = clue;
      this.key = key;
    }

    Mutiny.Session session() {
      return session;
    }

    ClueRecord clue() {
      return clue;
    }

    DataKey key() {
      return key;
    }

    String event() {
      return "act " + clue.version();
    }

    Uni<Void> staff(String what, List<String> accounts) {
      Instant at = clue.last().at();
      NoticeText text = NoticeText.of(what, clue.number(), dueOn(at));
      return staffNotices.tell(session, clue.subject(), event(), text, accounts, at, key);
    }

    /** The day its time is up; of what waits for nothing, the day of the act. */
    private LocalDate dueOn(Instant at) {
      return ClueClock.due(clue.standing(), settings.limits())
          .map(due -> LocalDate.ofInstant(due, CityTime.ZONE))
          .orElse(LocalDate.ofInstant(at, CityTime.ZONE));
    }
  }
}
