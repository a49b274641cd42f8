package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicKind;
import org.sunlit.council.rules.TopicRules;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.council.rules.TopicStanding.Contribution;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.DepartmentNames;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What members write. Whether they serve is asked within the transaction that stores it. */
@ApplicationScoped
public class Topics {
  /**
   * A topic to begin.
   *
   * @param department whom one would ask; may be null
   * @param files uploads
   */
  public record Draft(
      TopicKind kind, String title, String words, String department, List<UUID> files) {}

  private final TopicStore store;
  private final TopicWriter writer;
  private final CouncilReaders readers;
  private final DepartmentNames departments;
  private final Vault vault;
  private final Idempotency idempotency;
  private final Clock clock;

  Topics(
      TopicStore store,
      TopicWriter writer,
      CouncilReaders readers,
      DepartmentNames departments,
      Vault vault,
      Idempotency idempotency,
      Clock clock) {
    this.store = store;
    this.writer = writer;
    this.readers = readers;
    this.departments = departments;
    this.vault = vault;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * Begins a topic.
   *
   * @return its number; fails with 404 for whoever isn't serving, 422 for a department or files
   *     that aren't there
   */
  public Uni<String> open(Draft draft, Actor person, String idempotencyKey) {
    needText(draft.title(), "/title");
    needText(draft.words(), "/words");
    return known(draft.department())
        .chain(
            () ->
                idempotency.once(
                    "openCouncilTopic",
                    person.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(draft),
                    session ->
                        readers
                            .member(session, person)
                            .chain(() -> store.running(session))
                            .chain(running -> open(session, draft, person, running))
                            .map(number -> new Reply(201, StoredJson.write(number)))))
        .map(reply -> StoredJson.read(reply.body(), String.class));
  }

  /** Fails with 422 for a department that isn't there. */
  Uni<Void> known(String department) {
    return department == null
        ? Uni.createFrom().voidItem()
        : departments
            .of(List.of(department))
            .invoke(
                found -> {
                  if (found.isEmpty()) {
                    throw Problem.of(ProblemType.UNPROCESSABLE)
                        .at("/department", "council.department");
                  }
                })
            .replaceWithVoid();
  }

  private Uni<String> open(Mutiny.Session session, Draft draft, Actor person, long running) {
    Instant now = clock.instant();
    String day = LocalDate.ofInstant(now, CityTime.ZONE).toString().replace("-", "");
    String number = "JD%s-%06d".formatted(day, running);
    TopicAct opened =
        new TopicAct.Opened(now, person.accountId(), draft.kind(), draft.department());
    return vault
        .keep(session, TopicRecord.SUBJECT + number)
        .chain(
            key ->
                writer.begin(
                    session,
                    new TopicRecord(
                        UUID.randomUUID(),
                        number,
                        TopicRecord.seal(key, draft.title().strip()),
                        List.of(opened)),
                    draft.words().strip(),
                    draft.files(),
                    key))
        .replaceWith(number);
  }

  /**
   * Writes on.
   *
   * @return fails with 404 for whoever isn't serving or doesn't see it, 409 when it is over
   */
  public Uni<Void> contribute(
      String number, String words, List<UUID> files, Actor person, String idempotencyKey) {
    needText(words, "/words");
    return idempotency
        .once(
            "contributeToCouncilTopic " + number,
            person.accountId(),
            idempotencyKey,
            StoredJson.bytes(List.of(words, files)),
            session ->
                seen(session, number, person)
                    .invoke(
                        topic -> {
                          if (!TopicRules.goesOn(topic.standing())) {
                            throw Problem.of(ProblemType.CONFLICT).detail("council.over");
                          }
                        })
                    .chain(
                        topic ->
                            writer.add(
                                session,
                                topic,
                                new TopicAct.Contributed(writer.after(topic), person.accountId()),
                                words.strip(),
                                files))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  /**
   * Takes back what one wrote.
   *
   * @return fails with 404 for what isn't one's own, 409 when it can't be taken back any more
   */
  public Uni<Void> withdraw(String number, int of, Actor person, String idempotencyKey) {
    return idempotency
        .once(
            "withdrawCouncilContribution " + number + " " + of,
            person.accountId(),
            idempotencyKey,
            StoredJson.bytes(of),
            session ->
                seen(session, number, person)
                    .invoke(topic -> needOwn(topic, of, person.accountId()))
                    .chain(
                        topic ->
                            writer.add(
                                session,
                                topic,
                                new TopicAct.Withdrawn(writer.after(topic), person.accountId(), of),
                                null,
                                List.of()))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  private static void needOwn(TopicRecord topic, int of, String account) {
    Contribution own =
        topic
            .standing()
            .contribution(of)
            .filter(each -> each.author().equals(account))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    if (!TopicRules.mayTakeBack(topic.standing(), own)) {
      throw Problem.of(ProblemType.CONFLICT).detail("council.not-taken-back");
    }
  }

  private Uni<TopicRecord> seen(Mutiny.Session session, String number, Actor person) {
    return readers
        .member(session, person)
        .chain(
            member ->
                store
                    .hold(session, number)
                    .map(
                        found ->
                            found
                                .filter(topic -> sees(topic, CouncilReaders.of(member)))
                                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND))));
  }

  private static boolean sees(TopicRecord topic, Reader reader) {
    return TopicRules.sees(topic.standing(), reader);
  }

  static void needText(String text, String pointer) {
    if (text == null || text.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at(pointer, "field.not-blank");
    }
  }
}
