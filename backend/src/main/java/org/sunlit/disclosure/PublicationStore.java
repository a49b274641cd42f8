package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;

/** Publications in the database, within the caller's transaction. */
@ApplicationScoped
class PublicationStore {
  /** Locked before it is read, so that what is read is what the one before has left. */
  private static final String LOCK =
      "select cast(id as text) from publication where number = :number for update";

  /** What an edition {@code e} says, as {@link Content} is written. */
  static final String CONTENT_JSON =
      """
      json_build_object('title', e.title, 'titleEn', e.title_en, 'summary', e.summary, 'body', e.body,
        'categories', e.categories, 'documentNumber', e.document_number, 'effectiveOn', e.effective_on,
        'expiresOn', e.expires_on, 'repealedOn', e.repealed_on, 'replacedBy', e.replaced_by,
        'dutyCode', e.duty_code, 'occasion', e.occasion, 'reason', e.reason, 'film', e.film)""";

  private static final String LOAD =
      """
      select cast(json_build_object('id', p.id, 'number', p.number, 'departmentCode', p.department_code,
        'publicEdition', p.public_edition, 'withdrawn', p.withdrawn_at is not null, 'version', p.version,
        'edition', e.edition, 'editionState', e.state, 'draftedBy', e.drafted_by, 'releaseAt', e.release_at,
        'content', """
          + CONTENT_JSON
          + """
      ) as text)
      from publication p join publication_edition e on e.publication_id = p.id
      where p.number = :number order by e.edition desc limit 1
      """;
  private static final String NUMBER = "select nextval('publication_number')";
  private static final String INSERT =
      """
      insert into publication (id, number, department_code, changed_at)
      values (:id, :number, :department, :at)
      """;
  private static final String CONTENT =
      """
      jsonb_to_record(cast(cast(:content as text) as jsonb)) as x(title text, "titleEn" text, summary text,
        body text, categories text[], "documentNumber" text, "effectiveOn" date, "expiresOn" date,
        "repealedOn" date, "replacedBy" text, "dutyCode" text, occasion text, reason text, film jsonb)
      """;
  private static final String EDITION =
      """
      insert into publication_edition (publication_id, edition, state, title, title_en, summary, body, categories,
        document_number, effective_on, expires_on, repealed_on, replaced_by, duty_code, occasion, reason, film, drafted_by)
      select :id, :edition, 'draft', x.title, x."titleEn", x.summary, x.body, x.categories, x."documentNumber",
        x."effectiveOn", x."expiresOn", x."repealedOn", x."replacedBy", x."dutyCode", x.occasion, x.reason, x.film, :by
      from\s"""
          + CONTENT;

  /** A correction begins with the files of what it corrects. */
  private static final String SAME_FILES =
      """
      insert into publication_edition_file (publication_id, edition, file_id, position)
      select publication_id, :edition, file_id, position from publication_edition_file
      where publication_id = :id and edition = :edition - 1
      """;

  private static final String EDIT =
      """
      update publication_edition set title = x.title, title_en = x."titleEn", summary = x.summary, body = x.body,
        categories = x.categories, document_number = x."documentNumber", effective_on = x."effectiveOn",
        expires_on = x."expiresOn", repealed_on = x."repealedOn", replaced_by = x."replacedBy",
        duty_code = x."dutyCode", occasion = x.occasion, reason = x.reason, film = x.film, drafted_by = :by
      from\s"""
          + CONTENT
          + " where publication_id = :id and edition = :edition and state = 'draft'";
  private static final String MOVE =
      """
      update publication_edition set state = :state, reviewed_by = :reviewedBy, release_at = :releaseAt
      where publication_id = :id and edition = :edition and state <> 'released'
      """;
  private static final String RELEASE_EDITION =
      """
      update publication_edition set state = 'released', released_at = :at
      where publication_id = :id and edition = :edition and state = 'approved'
      """;
  private static final String RELEASE =
      """
      update publication p set public_edition = e.edition, categories = e.categories,
        first_released_at = coalesce(p.first_released_at, :at), search = cast(cast(:search as text) as tsvector)
      from publication_edition e where p.id = :id and e.publication_id = p.id and e.edition = :edition
      """;
  private static final String WITHDRAW =
      """
      update publication set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason, search = null
      where id = :id and withdrawn_at is null
      """;
  private static final String ACT =
      """
      insert into publication_act (publication_id, number, kind, edition, at, account, words)
      select :id, coalesce(max(number), 0) + 1, :kind, :edition, :at, cast(:by as text), cast(:words as text)
      from publication_act where publication_id = :id
      """;
  private static final String TOUCH =
      "update publication set version = version + 1, changed_at = :at where id = :id";

  private final PublicationVectors vectors;

  PublicationStore(PublicationVectors vectors) {
    this.vectors = vectors;
  }

  /** Loads one that nobody else changes meanwhile. */
  Uni<Optional<StoredPublication>> lock(Mutiny.Session session, String number) {
    return session
        .createNativeQuery(LOCK, String.class)
        .setParameter("number", number)
        .getResultList()
        .chain(
            () ->
                session
                    .createNativeQuery(LOAD, String.class)
                    .setParameter("number", number)
                    .getResultList())
        .map(
            found ->
                found.stream()
                    .findFirst()
                    .map(row -> StoredJson.read(row, StoredPublication.class)));
  }

  /** The next number, such as GK-2026-000012. Numbers may have gaps; none comes twice. */
  Uni<String> nextNumber(Mutiny.Session session, Instant at) {
    return session
        .createNativeQuery(NUMBER, Long.class)
        .getSingleResult()
        .map(next -> "GK-%d-%06d".formatted(at.atZone(CityTime.ZONE).getYear(), next));
  }

  Uni<Void> insert(
      Mutiny.Session session, UUID id, String number, String departmentCode, Instant at) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", id)
        .setParameter("number", number)
        .setParameter("department", departmentCode)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> addEdition(Mutiny.Session session, UUID id, int edition, Content content, String by) {
    return written(session, EDITION, id, edition, content, by)
        .chain(
            () ->
                session
                    .createNativeQuery(SAME_FILES)
                    .setParameter("id", id)
                    .setParameter("edition", edition)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Whoever has last changed a draft is its drafter, and won't review it. */
  Uni<Void> edit(Mutiny.Session session, UUID id, int edition, Content content, String by) {
    return written(session, EDIT, id, edition, content, by);
  }

  private static Uni<Void> written(
      Mutiny.Session session, String sql, UUID id, int edition, Content content, String by) {
    return session
        .createNativeQuery(sql)
        .setParameter("id", id)
        .setParameter("edition", edition)
        .setParameter("content", StoredJson.write(content))
        .setParameter("by", by)
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  /** Takes the open edition to a state. */
  Uni<Void> move(
      Mutiny.Session session,
      StoredPublication publication,
      String state,
      String reviewedBy,
      Instant releaseAt) {
    return session
        .createNativeQuery(MOVE)
        .setParameter("id", publication.id())
        .setParameter("edition", publication.edition())
        .setParameter("state", state)
        .setParameter("reviewedBy", reviewedBy)
        .setParameter("releaseAt", CityTime.offset(releaseAt))
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  /** Makes the open edition the public one, found by what it says. */
  Uni<Void> release(Mutiny.Session session, StoredPublication publication, Instant at) {
    return session
        .createNativeQuery(RELEASE_EDITION)
        .setParameter("id", publication.id())
        .setParameter("edition", publication.edition())
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .chain(() -> vectors.of(session, publication))
        .chain(
            vector ->
                session
                    .createNativeQuery(RELEASE)
                    .setParameter("id", publication.id())
                    .setParameter("edition", publication.edition())
                    .setParameter("at", CityTime.offset(at))
                    .setParameter("search", vector)
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> withdraw(Mutiny.Session session, UUID id, String by, String reason, Instant at) {
    return session
        .createNativeQuery(WITHDRAW)
        .setParameter("id", id)
        .setParameter("by", by)
        .setParameter("reason", reason)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .replaceWithVoid();
  }

  /**
   * Writes down what was done.
   *
   * @param by null for what happened by itself
   */
  Uni<Void> act(
      Mutiny.Session session,
      UUID id,
      int edition,
      String kind,
      String by,
      String words,
      Instant at) {
    return session
        .createNativeQuery(ACT)
        .setParameter("id", id)
        .setParameter("kind", kind)
        .setParameter("edition", edition)
        .setParameter("at", CityTime.offset(at))
        .setParameter("by", by)
        .setParameter("words", words)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> touch(Mutiny.Session session, UUID id, Instant at) {
    return session
        .createNativeQuery(TOUCH)
        .setParameter("id", id)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }
}
