package org.sunlit.clue;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.clue.ClueFiles.Said;
import org.sunlit.clue.rules.ClearingForm;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.DataKey;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What the office has written to people: the letter alone, never who said what or who looked into
 * it. Whoever is cleared says how they want it known.
 */
@ApplicationScoped
public class ClueLetters {
  private static final String MINE =
      ClueStore.LOAD + "c.letter_to = $1 order by c.decided_at desc, c.number desc limit 100";

  /** A letter that was written about a clue. */
  record Letter(ClueRecord clue, String words) {}

  private final Pool pool;
  private final ClueFiles files;
  private final ClueStore store;
  private final ClueWriter writer;
  private final ClueMarks marks;
  private final Transactor transactor;

  ClueLetters(
      Pool pool,
      ClueFiles files,
      ClueStore store,
      ClueWriter writer,
      ClueMarks marks,
      Transactor transactor) {
    this.pool = pool;
    this.files = files;
    this.store = store;
    this.writer = writer;
    this.marks = marks;
    this.transactor = transactor;
  }

  /** The letters to whoever asks, the newest first. */
  Uni<List<Letter>> to(Actor person) {
    return pool.preparedQuery(MINE)
        .execute(Tuple.of(Buffer.buffer(marks.letterTo(person.accountId())).getDelegate()))
        .map(rows -> rows.stream().map(row -> ClueStore.read(row.getString("record"))).toList())
        .onItem()
        .transformToMulti(clues -> Multi.createFrom().iterable(clues))
        .onItem()
        .transformToUniAndConcatenate(this::letter)
        .filter(letter -> letter.words() != null)
        .collect()
        .asList();
  }

  private Uni<Letter> letter(ClueRecord clue) {
    return files
        .key(clue)
        .chain(key -> files.said(clue.id(), key))
        .map(said -> new Letter(clue, words(clue, said)));
  }

  private static String words(ClueRecord clue, List<Said> said) {
    return said.get(clue.standing().decisionAct() - 1).texts().letter();
  }

  /**
   * Says, once, how somebody wants it known that they are cleared.
   *
   * @return fails with 404 for what isn't a letter to them, 409 when there is nothing to say or it
   *     was said before
   */
  public Uni<Void> wish(String number, ClearingForm form, Actor person) {
    return transactor
        .write(
            session ->
                store
                    .hold(session, number)
                    .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                    .chain(clue -> wish(session, clue, form, person)))
        .replaceWithVoid();
  }

  private Uni<Void> wish(Mutiny.Session session, ClueRecord clue, ClearingForm form, Actor person) {
    return files.key(session, clue).chain(key -> wish(session, clue, form, person, key));
  }

  private Uni<Void> wish(
      Mutiny.Session session, ClueRecord clue, ClearingForm form, Actor person, DataKey key) {
    Content content = Content.open(key, clue.content());
    if (!content.concern().isAbout(person.accountId()) || clue.standing().decision() == null) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (!clue.standing().awaitsWish()) {
      throw Problem.of(ProblemType.CONFLICT).detail("clue.no-wish");
    }
    // Whose wish it is stands nowhere in the open.
    ClueAct said = new ClueAct.WishSaid(writer.after(clue), null, form);
    return writer.add(session, clue, said, List.of(), content, Texts.NONE, key);
  }
}
