package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueChannel;
import org.sunlit.clue.rules.ClueSource;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Taking clues into the one pool (I5), from wherever they come. */
@ApplicationScoped
public class Clues {
  private static final String TELEPHONE = "\\+?[0-9][0-9 -]{5,18}[0-9]";

  /** A letter that lay longer isn't entered as received on that day without being asked about. */
  private static final int LONGEST_LAIN_DAYS = 60;

  /**
   * What somebody hands in.
   *
   * @param department where it happened; null for the discipline office itself
   * @param person the name of whom it is about; null for a post or a department alone
   * @param bringer who brought it, with {@code phone}; null when they gave no name
   * @param source with {@code reference}: what of another room it is handed over from; null when it
   *     came by itself
   */
  public record HandedIn(
      ClueChannel channel,
      LocalDate receivedOn,
      String title,
      String text,
      String department,
      String person,
      String post,
      String bringer,
      String phone,
      ClueSource source,
      String reference) {}

  /** What whoever handed it in is told. */
  public record Receipt(String number, Instant receivedAt) {}

  private final ClueStore store;
  private final ClueWriter writer;
  private final CluePeople people;
  private final ClueMarks marks;
  private final Vault vault;
  private final Idempotency idempotency;
  private final Clock clock;

  Clues(
      ClueStore store,
      ClueWriter writer,
      CluePeople people,
      ClueMarks marks,
      Vault vault,
      Idempotency idempotency,
      Clock clock) {
    this.store = store;
    this.writer = writer;
    this.people = people;
    this.marks = marks;
    this.vault = vault;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * Takes it in.
   *
   * @return fails with 422 for what is missing or wrong, 409 for what was handed over before, and
   *     for what is about the only head of the office: that goes straight to the office above
   *     (纪检监察机关处理检举控告工作规则第十五条)
   */
  public Uni<Receipt> handIn(HandedIn handed, Actor by, String idempotencyKey) {
    return check(handed)
        .chain(() -> people.account(handed.person(), handed.department()))
        .call(this::needAnotherHead)
        .chain(
            account ->
                idempotency.once(
                    "handInClue",
                    by.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(handed),
                    session ->
                        takeIn(session, handed, content(handed, account), by)
                            .map(receipt -> new Reply(201, StoredJson.write(receipt)))))
        .map(reply -> StoredJson.read(reply.body(), Receipt.class));
  }

  private Uni<Void> check(HandedIn handed) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    LocalDate received = handed.receivedOn();
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (handed.title() == null) {
      wrong = wrong.at("/title", "field.not-blank");
    }
    if (handed.text() == null) {
      wrong = wrong.at("/text", "field.not-blank");
    }
    if (received.isAfter(today) || received.isBefore(today.minusDays(LONGEST_LAIN_DAYS))) {
      wrong = wrong.at("/receivedOn", "clue.received-on");
    }
    if (handed.phone() != null && !handed.phone().matches(TELEPHONE)) {
      wrong = wrong.at("/phone", "clue.phone");
    }
    if ((handed.phone() == null) != (handed.bringer() == null)) {
      wrong = wrong.at(handed.phone() == null ? "/phone" : "/bringer", "clue.named");
    }
    Problem found = wrong;
    Uni<Boolean> known =
        handed.department() == null
            ? Uni.createFrom().item(true)
            : people.isDepartment(handed.department());
    return known
        .invoke(there -> fail(there ? found : found.at("/department", "clue.department")))
        .replaceWithVoid();
  }

  private static void fail(Problem found) {
    if (!found.errors().isEmpty()) {
      throw found;
    }
  }

  private Uni<Void> needAnotherHead(Optional<String> account) {
    return people
        .anotherHead(account.orElse(null))
        .invoke(
            there -> {
              if (!there) {
                throw Problem.of(ProblemType.CONFLICT).detail("clue.to-the-office-above");
              }
            })
        .replaceWithVoid();
  }

  private static Content content(HandedIn handed, Optional<String> account) {
    return new Content(
        handed.title(),
        handed.text(),
        handed.department(),
        handed.person(),
        account.orElse(null),
        handed.post(),
        handed.bringer(),
        handed.phone(),
        handed.reference());
  }

  private Uni<Receipt> takeIn(Mutiny.Session session, HandedIn handed, Content content, Actor by) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    Instant receivedAt =
        handed.receivedOn().equals(today) ? now : CityTime.startOf(handed.receivedOn()).toInstant();
    ClueAct taken =
        new ClueAct.TakenIn(
            now,
            by.accountId(),
            handed.channel(),
            handed.source(),
            receivedAt,
            handed.bringer() != null,
            handed.person() != null);
    byte[] source =
        handed.source() == null
            ? null
            : marks.source(handed.source().code(), handed.reference().toUpperCase(Locale.ROOT));
    return store
        .running(session)
        .map(running -> "XS%s-%06d".formatted(today.toString().replace("-", ""), running))
        .chain(number -> stored(session, number, content, taken, source))
        .map(number -> new Receipt(number, receivedAt));
  }

  private Uni<String> stored(
      Mutiny.Session session, String number, Content content, ClueAct taken, byte[] source) {
    return vault
        .keep(session, ClueRecord.SUBJECT + number)
        .chain(
            kept ->
                writer.takeIn(
                    session,
                    new ClueRecord(
                        UUID.randomUUID(), number, content.seal(kept), List.of(), List.of(taken)),
                    content,
                    source,
                    kept))
        .invoke(
            stored -> {
              if (!stored) {
                throw Problem.of(ProblemType.CONFLICT).detail("clue.handed-over-before");
              }
            })
        .replaceWith(number);
  }
}
