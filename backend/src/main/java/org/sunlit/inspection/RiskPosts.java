package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.identity.Actor;
import org.sunlit.inspection.RiskPostReads.Evaluated;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Marks and evaluations of posts with a grave risk (A级岗位, E14). */
@ApplicationScoped
public class RiskPosts {
  /** Marks of a department's posts are made one after the other. */
  private static final String IN_TURN =
      "select 1 from department where code = :department for no key update";

  private static final String MARK =
      """
      insert into risk_post_mark (department_code, post, marked, reason, account, at)
      values (:department, :post, :marked, :reason, :by, :at)
      """;
  private static final String EVALUATE =
      """
      insert into risk_post_evaluation (department_code, post, year, number, grade, words, account, at)
      values (:department, :post, :year, :number, :grade, :words, :by, :at) on conflict do nothing
      """;

  /**
   * What is said of a year.
   *
   * @param reason why it was corrected; null for the first
   */
  record Words(String text, String reason) {}

  /**
   * An evaluation of a post's year.
   *
   * @param reason why it is corrected; null for the first
   */
  public record Evaluation(int year, String grade, String text, String reason) {}

  private final RiskPostReads reads;
  private final Transactor transactor;
  private final Idempotency idempotency;
  private final Vault vault;
  private final Clock clock;

  RiskPosts(
      RiskPostReads reads,
      Transactor transactor,
      Idempotency idempotency,
      Vault vault,
      Clock clock) {
    this.reads = reads;
    this.transactor = transactor;
    this.idempotency = idempotency;
    this.vault = vault;
    this.clock = clock;
  }

  /** Whose key in the vault it is. */
  static String subject(String department, String post) {
    return "riskPost/" + department + '/' + post;
  }

  static Words open(DataKey key, int year, int number, byte[] sealed) {
    return StoredJson.read(key.openWords(place(year, number), sealed), Words.class);
  }

  private static String place(int year, int number) {
    return "evaluation/" + year + '/' + number;
  }

  /**
   * Marks a post, or takes the mark away.
   *
   * @return fails with 404 for no such department, 409 when it is so already, 422 without a reason
   */
  public Uni<Void> mark(
      String department, String post, boolean marked, String reason, Actor by, String key) {
    requireText("/reason", reason);
    return idempotency
        .once(
            "mark risk post " + department + ' ' + post,
            by.accountId(),
            key,
            StoredJson.bytes(new Object[] {marked, reason}),
            session ->
                session
                    .createNativeQuery(IN_TURN, Integer.class)
                    .setParameter("department", department)
                    .getSingleResultOrNull()
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problem.of(ProblemType.NOT_FOUND))
                    .chain(() -> reads.marked(session, department, post))
                    .invoke(
                        now -> {
                          if (now == marked) {
                            throw Problem.of(ProblemType.CONFLICT)
                                .detail(marked ? "inspection.marked" : "inspection.not-marked");
                          }
                        })
                    .chain(
                        () ->
                            session
                                .createNativeQuery(MARK)
                                .setParameter("department", department)
                                .setParameter("post", post)
                                .setParameter("marked", marked)
                                .setParameter("reason", reason)
                                .setParameter("by", by.accountId())
                                .setParameter("at", CityTime.offset(clock.instant()))
                                .executeUpdate())
                    .replaceWith(new Reply(201, "{}")))
        .replaceWithVoid();
  }

  /**
   * Writes the evaluation of a year, or corrects it.
   *
   * @param seen how many there were of the post
   * @return fails with 404 for no such post, 412 when somebody else has written one since, 422 for
   *     a correction without reason, no text, or a year that is to come
   */
  public Uni<Void> evaluate(
      String department, String post, int seen, Evaluation evaluation, Actor by) {
    if (evaluation.year() > clock.instant().atZone(CityTime.ZONE).getYear()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("year", "inspection.future");
    }
    requireText("/text", evaluation.text());
    return reads
        .find(department, post)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(() -> reads.evaluations(department, post))
        .map(written -> number(written, seen, evaluation))
        .chain(
            number ->
                transactor.write(
                    session ->
                        vault
                            .findOrKeep(session, subject(department, post))
                            .chain(
                                key ->
                                    write(
                                        session, department, post, number, evaluation, key, by))));
  }

  private static void requireText(String pointer, String text) {
    if (text.isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at(pointer, "field.not-blank");
    }
  }

  /** Which of its year it is going to be. */
  private static int number(List<Evaluated> written, int seen, Evaluation evaluation) {
    if (written.size() != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    long before = written.stream().filter(one -> one.year() == evaluation.year()).count();
    boolean reasoned = evaluation.reason() != null && !evaluation.reason().isBlank();
    if (before > 0 && !reasoned) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/reason", "inspection.why-corrected");
    }
    return (int) before + 1;
  }

  private Uni<Void> write(
      Mutiny.Session session,
      String department,
      String post,
      int number,
      Evaluation said,
      DataKey key,
      Actor by) {
    Words words = new Words(said.text(), said.reason());
    return session
        .createNativeQuery(EVALUATE)
        .setParameter("department", department)
        .setParameter("post", post)
        .setParameter("year", said.year())
        .setParameter("number", number)
        .setParameter("grade", said.grade())
        .setParameter("words", key.seal(place(said.year(), number), StoredJson.bytes(words)))
        .setParameter("by", by.accountId())
        .setParameter("at", CityTime.offset(clock.instant()))
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }
}
