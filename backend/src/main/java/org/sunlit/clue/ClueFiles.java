package org.sunlit.clue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.clue.CluePeople.Officer;
import org.sunlit.clue.rules.ClueRules;
import org.sunlit.identity.Actor;
import org.sunlit.powerlist.DepartmentNames;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Clues as they are opened: never without a line in the trail of who looked at what. */
@ApplicationScoped
class ClueFiles {
  private static final String ONE = ClueStore.LOAD + "c.number = $1";
  private static final String SAID =
      """
      select a.number, p.name, p.name_en, a.words
      from clue_act a left join account p on p.account = a.account
      where a.clue_id = $1 order by a.number
      """;
  private static final String PUBLIC =
      "select exists (select from clue_publication where clue_id = $1 and is_public) as there";

  /**
   * An act's words and who said them.
   *
   * @param name null for the person it is about
   */
  record Said(String name, String nameEn, Texts texts) {}

  /**
   * A clue with all that belongs to it.
   *
   * @param said by act, in order
   * @param department its name; null for the office itself
   */
  record Opened(
      ClueRecord clue,
      Content content,
      List<Said> said,
      DepartmentReference department,
      List<Officer> officers,
      boolean published) {

    /** What was written in the act with this number. */
    Texts texts(int act) {
      return said.get(act - 1).texts();
    }
  }

  private final Pool pool;
  private final Vault vault;
  private final CluePeople people;
  private final DepartmentNames names;
  private final AccessTrail trail;

  ClueFiles(Pool pool, Vault vault, CluePeople people, DepartmentNames names, AccessTrail trail) {
    this.pool = pool;
    this.vault = vault;
    this.people = people;
    this.names = names;
    this.trail = trail;
  }

  /**
   * Opens one for somebody, and writes down that they did.
   *
   * @return fails with 404 for one that isn't there for them
   */
  Uni<Opened> open(String number, Actor actor, UUID session) {
    return find(number)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(clue -> key(clue).chain(key -> open(clue, key, actor, session)));
  }

  private Uni<Opened> open(ClueRecord clue, DataKey key, Actor actor, UUID session) {
    Content content = Content.open(key, clue.content());
    if (!ClueRules.sees(clue.standing(), content.concern(), Readers.of(actor))) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return trail
        .write(Look.by(actor, session, LookKind.CLUE_OPENED).in(clue.number()))
        .chain(() -> whole(clue, content, key));
  }

  private Uni<Opened> whole(ClueRecord clue, Content content, DataKey key) {
    return said(clue.id(), key)
        .chain(
            said ->
                name(content.department())
                    .chain(
                        department ->
                            people
                                .officers()
                                .chain(
                                    officers ->
                                        isPublic(clue.id())
                                            .map(
                                                there ->
                                                    new Opened(
                                                        clue,
                                                        content,
                                                        said,
                                                        department,
                                                        officers,
                                                        there)))));
  }

  Uni<Optional<ClueRecord>> find(String number) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(rows -> rows.stream().findFirst().map(row -> ClueStore.read(row.getString("record"))));
  }

  Uni<DataKey> key(ClueRecord clue) {
    return vault.find(clue.subject()).map(Optional::orElseThrow);
  }

  /** The same within the caller's transaction. */
  Uni<DataKey> key(Mutiny.Session session, ClueRecord clue) {
    return vault.find(session, clue.subject()).map(Optional::orElseThrow);
  }

  Uni<List<Said>> said(UUID id, DataKey key) {
    return pool.preparedQuery(SAID)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Said(
                                row.getString("name"),
                                row.getString("name_en"),
                                Texts.open(
                                    key,
                                    row.getInteger("number"),
                                    row.getBuffer("words") == null
                                        ? null
                                        : row.getBuffer("words").getBytes())))
                    .toList());
  }

  private Uni<DepartmentReference> name(String department) {
    return department == null
        ? Uni.createFrom().nullItem()
        : names.of(List.of(department)).map(found -> DepartmentNames.named(department, found));
  }

  private Uni<Boolean> isPublic(UUID id) {
    return pool.preparedQuery(PUBLIC)
        .execute(Tuple.of(id))
        .map(rows -> rows.iterator().next().getBoolean("there"));
  }
}
