package org.sunlit.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.PublicationProposal.Earlier;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * A table of texts that were published. Every text is a row of its own that stays as it was: of one
 * thing one at most is public, an earlier one says who took it back and why, or what took its
 * place. Its columns are {@code id, title, question, answer, published_at, published_by,
 * withdrawn_at, withdrawn_by, withdrawn_why, replaced_by, is_public}, of what they are, and its
 * own.
 */
public final class PublicationTable {
  private final String insert;
  private final String replace;
  private final String withdraw;
  private final String texts;

  /**
   * @param table its name
   * @param owner the column that says of what they are
   * @param own the other columns it has, with their types
   */
  public PublicationTable(String table, String owner, Map<String, String> own) {
    this.insert =
        """
        insert into %s (id, %s, title, question, answer, published_at, published_by%s)
        values (:id, :owner, :title, :question, :answer, :at, :by%s)
        on conflict do nothing
        """
            .formatted(
                table,
                owner,
                own.keySet().stream().map(", "::concat).collect(Collectors.joining()),
                own.entrySet().stream()
                    .map(
                        column -> ", cast(:%s as %s)".formatted(column.getKey(), column.getValue()))
                    .collect(Collectors.joining()));
    this.replace =
        "update %s set replaced_by = :id where id = :replaces and %s = :owner and is_public"
            .formatted(table, owner);
    this.withdraw =
        """
        update %s set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
        where %s = :owner and is_public
        """
            .formatted(table, owner);
    this.texts =
        """
        select p.id, p.title, p.question, p.answer, p.is_public, p.published_at, publisher.name as published_by,
          coalesce(p.withdrawn_at, n.published_at) as ended_at, ender.name as ended_by, p.withdrawn_why
        from %1$s p join account publisher on publisher.account = p.published_by
          left join %1$s n on n.id = p.replaced_by
          left join account ender on ender.account = coalesce(p.withdrawn_by, n.published_by)
        where p.%2$s = $1 order by p.published_at desc, p.id
        """
            .formatted(table, owner);
  }

  /**
   * What is public, or could be.
   *
   * @param otherwise what could be published where nothing is public
   */
  public Uni<PublicationProposal> propose(
      SqlClient client, UUID owner, Supplier<Redaction> otherwise) {
    return client
        .preparedQuery(texts)
        .execute(Tuple.of(owner))
        .map(rows -> proposal(rows.stream().toList(), otherwise));
  }

  private static PublicationProposal proposal(List<Row> rows, Supplier<Redaction> otherwise) {
    List<Earlier> earlier =
        rows.stream()
            .filter(row -> !row.getBoolean("is_public"))
            .map(PublicationTable::earlier)
            .toList();
    return rows.stream()
        .filter(row -> row.getBoolean("is_public"))
        .findFirst()
        .map(
            row ->
                new PublicationProposal(
                    new Redaction(PublicAnswer.of(row), List.of()), row.getUUID("id"), earlier))
        .orElseGet(() -> new PublicationProposal(otherwise.get(), null, earlier));
  }

  private static Earlier earlier(Row row) {
    return new Earlier(
        PublicAnswer.of(row),
        row.getOffsetDateTime("published_at"),
        row.getString("published_by"),
        row.getOffsetDateTime("ended_at"),
        row.getString("ended_by"),
        row.getString("withdrawn_why"));
  }

  /**
   * Publishes a text within the caller's transaction.
   *
   * @param by the account
   * @param own values of the columns of its own
   * @return fails with 409 when meanwhile something else is public than the draft is to replace
   */
  public Uni<Void> publish(
      Mutiny.Session session,
      UUID owner,
      PublicationDraft draft,
      String by,
      Instant at,
      Map<String, Object> own) {
    UUID id = UUID.randomUUID();
    Mutiny.MutationQuery query =
        session
            .createNativeQuery(insert)
            .setParameter("id", id)
            .setParameter("owner", owner)
            .setParameter("title", draft.text().title().strip())
            .setParameter("question", draft.text().question().strip())
            .setParameter("answer", draft.text().answer().strip())
            .setParameter("at", CityTime.offset(at))
            .setParameter("by", by);
    own.forEach(query::setParameter);
    return replace(session, owner, draft.replaces(), id)
        .chain(query::executeUpdate)
        .invoke(PublicationTable::needNoRival)
        .replaceWithVoid();
  }

  private Uni<Void> replace(Mutiny.Session session, UUID owner, UUID replaces, UUID by) {
    return replaces == null
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(replace)
            .setParameter("id", by)
            .setParameter("replaces", replaces)
            .setParameter("owner", owner)
            .executeUpdate()
            .invoke(PublicationTable::needNoRival)
            .replaceWithVoid();
  }

  private static void needNoRival(int changed) {
    if (changed == 0) {
      throw Problem.of(ProblemType.CONFLICT).detail("publication.meanwhile");
    }
  }

  /**
   * Takes back what is public within the caller's transaction.
   *
   * @return fails with 404 when nothing is
   */
  public Uni<Void> withdraw(Mutiny.Session session, UUID owner, String why, String by, Instant at) {
    return session
        .createNativeQuery(withdraw)
        .setParameter("owner", owner)
        .setParameter("at", CityTime.offset(at))
        .setParameter("by", by)
        .setParameter("why", why)
        .executeUpdate()
        .invoke(
            changed -> {
              if (changed == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }
}
