package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Workers;
import org.sunlit.search.SearchVector;

/** What a publication is found by: what it says itself, and lighter what its files say. */
@ApplicationScoped
class PublicationVectors {
  private static final String TEXTS =
      """
      select cast(coalesce(json_agg(x.text order by x.position), '[]') as text) from (
        select l.position,
          string_agg(case when s.position = 0 then s.text || chr(10) else s.text end, '' order by s.position) as text
        from publication_edition_file l join publication_file_passage s on s.file_id = l.file_id
        where l.publication_id = :id and l.edition = :edition group by l.position) x
      """;

  /** The text of the vector of the open edition. */
  Uni<String> of(Mutiny.Session session, StoredPublication publication) {
    return session
        .createNativeQuery(TEXTS, String.class)
        .setParameter("id", publication.id())
        .setParameter("edition", publication.edition())
        .getSingleResult()
        .map(row -> List.of(StoredJson.read(row, String[].class)))
        .chain(texts -> vector(publication.content(), texts));
  }

  /** Of files it takes a while: on a worker, and back to the session's own thread. */
  private static Uni<String> vector(Content content, List<String> files) {
    return files.isEmpty()
        ? Uni.createFrom().item(() -> of(content, files))
        : Workers.call(() -> of(content, files));
  }

  private static String of(Content content, List<String> files) {
    SearchVector vector =
        new SearchVector()
            .with(SearchVector.Weight.A, content.title())
            .with(SearchVector.Weight.A, content.titleEn())
            .with(SearchVector.Weight.A, content.documentNumber())
            .with(SearchVector.Weight.B, content.summary())
            .with(SearchVector.Weight.C, content.body());
    files.forEach(text -> vector.with(SearchVector.Weight.D, text));
    return vector.toString();
  }
}
