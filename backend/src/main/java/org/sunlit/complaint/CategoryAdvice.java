package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.sunlit.complaint.rules.Category;
import org.sunlit.complaint.rules.CategoryClassifier;
import org.sunlit.complaint.rules.CategoryClassifier.Example;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Workers;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What a complaint may be about, as learned from messages that are public and whose category a
 * person has confirmed. What is sealed teaches nothing: no word of it leaves its seal.
 */
@ApplicationScoped
class CategoryAdvice {
  private static final int MOST = 3;

  /** The newest are enough, and no more are held in memory while it learns. */
  private static final int MOST_EXAMPLES = 20_000;

  private static final String CONFIRMED =
      """
      select category, title, question, replied_at as at from earlier_answer
      where withdrawn_at is null and category is not null
      union all
      select c.category, p.title, p.question, p.published_at from complaint_publication p
        join complaint c on c.id = p.complaint_id
      where p.is_public and c.category is not null
      """;

  /** Changes whenever something is confirmed, published or withdrawn. */
  private static final String STAMP =
      "select count(*) || '/' || coalesce(max(at)::text, '') || '/' || coalesce(sum(hashtext(category))::text, '')"
          + " as stamp from ("
          + CONFIRMED
          + ") a";

  private static final String EXAMPLES =
      "select * from (" + CONFIRMED + ") a order by at desc limit " + MOST_EXAMPLES;

  /** What was learned, and from what. */
  private record Learned(
      String stamp, List<Category> inUse, CategoryClassifier classifier, int examples) {}

  /** The likeliest first. */
  record Given(List<Category> suggestions, int learnedFrom) {}

  private final Pool pool;
  private final Categories categories;
  private final ComplaintReads reads;
  private final DutyRoster roster;
  private volatile Learned learned;

  CategoryAdvice(Pool pool, Categories categories, ComplaintReads reads, DutyRoster roster) {
    this.pool = pool;
    this.categories = categories;
    this.reads = reads;
    this.roster = roster;
  }

  /** Fails with 404 for one the actor may not see. */
  Uni<Given> on(String number, Actor actor) {
    return reads
        .find(number)
        .map(
            found ->
                found
                    .filter(
                        complaint ->
                            ComplaintRules.sees(
                                complaint.standing(),
                                new Readers(actor, Set.of(), roster.today())
                                    .of(complaint.receivedOn())))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(reads::open)
        .chain(opened -> learned().map(known -> given(known, opened.content())));
  }

  private static Given given(Learned known, Content content) {
    return new Given(
        known.classifier().suggest(content.subject(), content.text(), MOST), known.examples());
  }

  private Uni<Learned> learned() {
    return categories
        .inUse()
        .chain(
            inUse ->
                pool.query(STAMP)
                    .execute()
                    .map(rows -> rows.iterator().next().getString("stamp"))
                    .chain(stamp -> learned(stamp, inUse)));
  }

  private Uni<Learned> learned(String stamp, List<Category> inUse) {
    Learned known = learned;
    return known != null && known.stamp().equals(stamp) && known.inUse().equals(inUse)
        ? Uni.createFrom().item(known)
        : examples()
            .chain(
                examples ->
                    Workers.call(
                        () ->
                            new Learned(
                                stamp,
                                inUse,
                                CategoryClassifier.learn(inUse, examples),
                                examples.size())))
            .invoke(fresh -> learned = fresh);
  }

  private Uni<List<Example>> examples() {
    return pool.query(EXAMPLES)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Example(
                                row.getString("category"),
                                row.getString("title"),
                                row.getString("question")))
                    .toList());
  }
}
