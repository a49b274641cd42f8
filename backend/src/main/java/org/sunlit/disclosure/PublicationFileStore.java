package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;

/** Files of publications in the database, within the caller's transaction. */
@ApplicationScoped
class PublicationFileStore {
  private static final String HAVE =
      """
      select cast(coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size,
        'sha256', encode(f.sha256, 'hex')) order by l.position), '[]') as text)
      from publication_edition_file l join publication_file f on f.id = l.file_id
      where l.publication_id = :publication and l.edition = :edition
      """;
  private static final String INSERT =
      """
      insert into publication_file (id, publication_id, name, kind, size, sha256, content, text_state, pages,
        table_text, marks, added_by, added_at)
      values (:id, :publication, :name, :kind, :size, :sha256, :content, :textState, cast(:pages as integer),
        cast(:tableText as text), cast(cast(:marks as text) as jsonb), :by, :at)
      """;
  private static final String PASSAGES =
      """
      insert into publication_file_passage (file_id, position, text, search)
      select :id, x.position, x.text, cast(x.search as tsvector)
      from jsonb_to_recordset(cast(cast(:passages as text) as jsonb)) as x(position integer, text text, search text)
      """;
  private static final String LINK =
      """
      insert into publication_edition_file (publication_id, edition, file_id, position)
      select :publication, :edition, :id, coalesce(max(position), 0) + 1
      from publication_edition_file where publication_id = :publication and edition = :edition
      """;
  private static final String UNLINK =
      """
      delete from publication_edition_file
      where publication_id = :publication and edition = :edition and file_id = :id
      """;

  /** Of no edition any more, so it was never published. */
  private static final String FORGET =
      """
      delete from publication_file f
      where id = :id and not exists (select 1 from publication_edition_file l where l.file_id = f.id)
      """;

  private static final String DRAFTED_BY =
      """
      update publication_edition set drafted_by = :by
      where publication_id = :publication and edition = :edition and state = 'draft'
      """;

  /** A file that an edition has. */
  record Had(UUID id, String name, long size, String sha256) {
    boolean isSame(PreparedFile file) {
      return sha256.equals(HexFormat.of().formatHex(file.inspected().sha256()));
    }
  }

  /** What the open edition has. */
  Uni<List<Had>> have(Mutiny.Session session, StoredPublication publication) {
    return session
        .createNativeQuery(HAVE, String.class)
        .setParameter("publication", publication.id())
        .setParameter("edition", publication.edition())
        .getSingleResult()
        .map(row -> List.of(StoredJson.read(row, Had[].class)));
  }

  /** Whoever adds a file to a draft has changed it, and won't review it. */
  Uni<Void> add(
      Mutiny.Session session,
      StoredPublication publication,
      PreparedFile file,
      String by,
      Instant at) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", file.id())
        .setParameter("publication", publication.id())
        .setParameter("name", file.name())
        .setParameter("kind", file.kind().code())
        .setParameter("size", (long) file.inspected().content().length)
        .setParameter("sha256", file.inspected().sha256())
        .setParameter("content", file.inspected().content())
        .setParameter("textState", file.text().state().code())
        .setParameter("pages", file.text().pages())
        .setParameter("tableText", file.text().table())
        .setParameter("marks", StoredJson.write(file.marks()))
        .setParameter("by", by)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(PASSAGES)
                    .setParameter("id", file.id())
                    .setParameter("passages", StoredJson.write(file.passages()))
                    .executeUpdate())
        .chain(() -> linked(session, LINK, publication, file.id()))
        .chain(() -> draftedBy(session, publication, by));
  }

  /** Takes a file out of a draft; it is gone unless an edition before has it. */
  Uni<Void> remove(Mutiny.Session session, StoredPublication publication, UUID file, String by) {
    return linked(session, UNLINK, publication, file)
        .chain(() -> session.createNativeQuery(FORGET).setParameter("id", file).executeUpdate())
        .chain(() -> draftedBy(session, publication, by));
  }

  private static Uni<Void> linked(
      Mutiny.Session session, String sql, StoredPublication publication, UUID file) {
    return session
        .createNativeQuery(sql)
        .setParameter("publication", publication.id())
        .setParameter("edition", publication.edition())
        .setParameter("id", file)
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  private static Uni<Void> draftedBy(
      Mutiny.Session session, StoredPublication publication, String by) {
    return session
        .createNativeQuery(DRAFTED_BY)
        .setParameter("publication", publication.id())
        .setParameter("edition", publication.edition())
        .setParameter("by", by)
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }
}
