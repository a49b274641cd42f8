package org.sunlit.inspection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.KeptUploads.Kept;
import org.sunlit.inspection.rules.Facts;
import org.sunlit.inspection.rules.InspectionAct;
import org.sunlit.inspection.rules.InspectionActKind;
import org.sunlit.inspection.rules.InspectionKind;
import org.sunlit.inspection.rules.InspectionStanding;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;

/** Inspections in the database, within the caller's transaction. */
@ApplicationScoped
class InspectionStore {
  private static final String LOAD =
      """
      select cast(json_build_object('id', i.id, 'number', i.number, 'kind', i.kind,
        'checklistVersion', i.checklist_version, 'departmentCode', i.department_code, 'regionCode', i.region_code,
        'placeCode', i.place_code, 'post', i.post, 'inspectedAt', i.inspected_at, 'inspectors', i.inspectors,
        'facts', i.facts, 'sampleId', i.sample_id,
        'acts', (select json_agg(json_build_object('kind', a.kind, 'detail', cast(a.detail as text)) order by a.number)
          from inspection_act a where a.inspection_id = i.id)) as text)
      from inspection i where i.id = :id
      """;
  private static final String NUMBER =
      """
      insert into inspection_series as s (year, last) values (:year, 1)
      on conflict (year) do update set last = s.last + 1 returning last
      """;
  private static final String INSERT =
      """
      insert into inspection (id, number, kind, checklist_version, department_code, region_code, place_code, post,
        inspected_at, inspectors, facts, words, sample_id, findings, recorded_at, state, version)
      values (:id, :number, :kind, :checklist, :department, :region, cast(:place as text), cast(:post as text),
        :inspectedAt, array(select json_array_elements_text(cast(cast(:inspectors as text) as json))),
        cast(cast(:facts as text) as jsonb), :words, cast(cast(:sample as text) as uuid), :findings, :at,
        'recorded', 1)
      """;
  private static final String EVIDENCE =
      """
      insert into inspection_evidence (id, inspection_id, content_type, size, sealed, file_key)
      values (:id, :inspection, :contentType, :size, :sealed, :fileKey)
      """;
  private static final String ACT =
      """
      insert into inspection_act (inspection_id, number, kind, at, account, detail, words)
      values (:id, :number, :kind, :at, :account, cast(cast(:detail as text) as jsonb), cast(:words as bytea))
      """;
  private static final String MOVE =
      """
      update inspection set state = :state, due_on = cast(cast(:dueOn as text) as date), version = :version
      where id = :id and version = :version - 1
      """;

  private record StoredAct(String kind, String detail) {
    InspectionAct read() {
      return StoredJson.read(detail, InspectionActKind.of(kind).type());
    }
  }

  private record Stored(
      UUID id,
      String number,
      String kind,
      int checklistVersion,
      String departmentCode,
      String regionCode,
      String placeCode,
      String post,
      Instant inspectedAt,
      List<String> inspectors,
      Facts facts,
      UUID sampleId,
      List<StoredAct> acts) {
    InspectionRecord read() {
      return new InspectionRecord(
          id,
          number,
          Coded.of(InspectionKind.class, kind),
          checklistVersion,
          departmentCode,
          regionCode,
          placeCode,
          post,
          inspectedAt,
          inspectors,
          facts,
          sampleId,
          acts.stream().map(StoredAct::read).toList());
    }
  }

  private final InspectionDeadlines deadlines;

  InspectionStore(InspectionDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  Uni<Optional<InspectionRecord>> find(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(LOAD, String.class)
        .setParameter("id", id)
        .getResultList()
        .map(
            found ->
                found.stream().findFirst().map(json -> StoredJson.read(json, Stored.class).read()));
  }

  /** The next number of the year, such as 督查〔2026〕3号. */
  Uni<String> number(Mutiny.Session session, Instant at) {
    int year = at.atZone(CityTime.ZONE).getYear();
    return session
        .createNativeQuery(NUMBER, Integer.class)
        .setParameter("year", year)
        .getSingleResult()
        .map(running -> "督查〔" + year + '〕' + running + '号');
  }

  /** Stores an inspection that has just been recorded, with its first act and its evidence. */
  Uni<Void> insert(
      Mutiny.Session session, InspectionRecord born, byte[] words, List<Kept> evidence) {
    return session
        .createNativeQuery(INSERT)
        .setParameter("id", born.id())
        .setParameter("number", born.number())
        .setParameter("kind", born.kind().code())
        .setParameter("checklist", born.checklistVersion())
        .setParameter("department", born.departmentCode())
        .setParameter("region", born.regionCode())
        .setParameter("place", born.placeCode())
        .setParameter("post", born.post())
        .setParameter("inspectedAt", CityTime.offset(born.inspectedAt()))
        .setParameter("inspectors", StoredJson.write(born.inspectors()))
        .setParameter("facts", StoredJson.write(born.facts()))
        .setParameter("words", words)
        .setParameter("sample", born.sampleId() == null ? null : born.sampleId().toString())
        .setParameter("findings", born.facts().findings())
        .setParameter("at", CityTime.offset(born.last().at()))
        .executeUpdate()
        .chain(() -> act(session, born, null))
        .chain(() -> evidence(session, born.id(), evidence));
  }

  private static Uni<Void> evidence(Mutiny.Session session, UUID inspection, List<Kept> files) {
    return Multi.createFrom()
        .iterable(files)
        .onItem()
        .transformToUniAndConcatenate(
            file ->
                session
                    .createNativeQuery(EVIDENCE)
                    .setParameter("id", file.id())
                    .setParameter("inspection", inspection)
                    .setParameter("contentType", file.contentType())
                    .setParameter("size", file.size())
                    .setParameter("sealed", file.label())
                    .setParameter("fileKey", file.fileKey())
                    .executeUpdate())
        .collect()
        .last()
        .replaceWithVoid();
  }

  /**
   * Adds the last act of an inspection, and keeps its fold.
   *
   * @param words sealed; null when nothing was said
   * @return fails with 412 when somebody else has added one since
   */
  Uni<Void> append(Mutiny.Session session, InspectionRecord after, byte[] words) {
    InspectionStanding standing = after.standing();
    return session
        .createNativeQuery(MOVE)
        .setParameter("state", standing.state().code())
        .setParameter("dueOn", deadlines.dueOn(standing).map(Object::toString).orElse(null))
        .setParameter("version", standing.version())
        .setParameter("id", after.id())
        .executeUpdate()
        .invoke(Problem::staleUnlessOne)
        .chain(() -> act(session, after, words));
  }

  private static Uni<Void> act(Mutiny.Session session, InspectionRecord of, byte[] words) {
    InspectionAct act = of.last();
    return session
        .createNativeQuery(ACT)
        .setParameter("id", of.id())
        .setParameter("number", of.version())
        .setParameter("kind", InspectionActKind.of(act).code())
        .setParameter("at", CityTime.offset(act.at()))
        .setParameter("account", act.by())
        .setParameter("detail", StoredJson.write(act))
        .setParameter("words", words)
        .executeUpdate()
        .replaceWithVoid();
  }
}
