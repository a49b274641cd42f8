package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Reuse;
import org.sunlit.casework.rules.ReuseKind;
import org.sunlit.document.OfficialDocuments;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * What the city has from a person: the decisions it issued to them and the files they handed in. A
 * case whose data has been deleted has no key any more and so gives nothing.
 */
@ApplicationScoped
class ReuseMaterials {
  /** How many earlier cases are looked through, the latest first. */
  private static final int MOST_CASES = 60;

  private static final String EARLIER =
      """
      select json_build_object('caseNumber', c.case_number, 'itemVersionId', c.item_version_id,
        'itemCode', c.item_code, 'itemName', c.item_name, 'itemNameEn', c.item_name_en, 'state', c.state,
        'regionCode', c.region_code, 'submittedAt', c.submitted_at, 'personal', encode(a.sealed, 'base64'),
        'files', (select coalesce(json_agg(json_build_object('id', m.id, 'code', m.code,
            'contentType', m.content_type, 'sealed', encode(m.sealed, 'base64'), 'receivedAt', m.received_at)), '[]')
          from case_material m join material_file f on f.id = m.id where m.case_number = c.case_number),
        'master', k.master, 'wrapped', encode(k.wrapped, 'base64'))::text as document
      from case_file c
        join case_applicant a on a.case_number = c.case_number
        join vault_key k on k.subject = c.case_number
      where c.personal_data_deleted_at is null and (%s)
      order by c.submitted_at desc, c.case_number desc
      limit $3
      """;
  private static final String STATES =
      "select case_number, state from case_file where case_number = any ($1)";

  /**
   * Something the city has.
   *
   * @param from the case it is of
   * @param document for a decision, which; null for a file
   * @param file for a file, which, and how it is called; null for a decision
   */
  record Found(
      Reuse.Held held,
      EarlierCase from,
      OfficialDocuments.Grant document,
      EarlierCase.Handed file,
      String fileName) {}

  /** A person's cases, the latest first, and what is in them. */
  record Holdings(List<EarlierCase> cases, List<Found> found) {
    /** What is in the others. */
    List<Found> without(Set<String> caseNumbers) {
      return found.stream().filter(one -> !caseNumbers.contains(one.from().caseNumber())).toList();
    }
  }

  private final Pool pool;
  private final CaseBases bases;
  private final OfficialDocuments documents;
  private final Vault vault;

  ReuseMaterials(Pool pool, CaseBases bases, OfficialDocuments documents, Vault vault) {
    this.pool = pool;
    this.bases = bases;
    this.documents = documents;
    this.vault = vault;
  }

  Uni<Holdings> of(Whose whose) {
    return pool.preparedQuery(EARLIER.formatted(whose.condition()))
        .execute(whose.with(MOST_CASES))
        .map(
            rows ->
                rows.stream()
                    .map(row -> StoredJson.read(row.getString("document"), EarlierCase.class))
                    .toList())
        .chain(
            cases ->
                documents
                    .grants(cases.stream().map(EarlierCase::caseNumber).toList())
                    .chain(grants -> items(cases).map(items -> holdings(cases, grants, items))));
  }

  /** Whether what these were taken over from still stands, by what they were copied from. */
  Uni<Map<UUID, Boolean>> standing(List<MaterialOrigin> origins) {
    List<String> cases =
        origins.stream().map(origin -> origin.source().caseNumber()).distinct().toList();
    if (cases.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return pool.preparedQuery(STATES)
        .execute(Tuple.of(cases.toArray(String[]::new)))
        .chain(
            rows -> {
              Map<String, CaseState> states = new HashMap<>();
              rows.forEach(
                  row ->
                      states.put(
                          row.getString("case_number"),
                          Coded.of(CaseState.class, row.getString("state"))));
              return documents.grants(cases).map(grants -> standing(origins, states, grants));
            });
  }

  private static Map<UUID, Boolean> standing(
      List<MaterialOrigin> origins,
      Map<String, CaseState> states,
      List<OfficialDocuments.Grant> grants) {
    Map<UUID, Boolean> standing = new HashMap<>();
    for (MaterialOrigin origin : origins) {
      CaseState state = states.get(origin.source().caseNumber());
      boolean stands =
          switch (origin.kind()) {
            case FILE -> Reuse.filesStand(state);
            case DOCUMENT ->
                grants.stream()
                    .filter(grant -> grant.id().equals(origin.id()))
                    .anyMatch(grant -> Reuse.decisionStands(state, grant.withdrawn()));
          };
      standing.put(origin.id(), stands);
    }
    return standing;
  }

  private Uni<Map<UUID, ItemInForce>> items(List<EarlierCase> cases) {
    Uni<Map<UUID, ItemInForce>> items = Uni.createFrom().item(new HashMap<>());
    for (UUID version : cases.stream().map(EarlierCase::itemVersionId).distinct().toList()) {
      items =
          items.chain(
              known ->
                  bases
                      .of(version)
                      .invoke(basis -> known.put(version, basis.item()))
                      .replaceWith(known));
    }
    return items;
  }

  private Holdings holdings(
      List<EarlierCase> cases, List<OfficialDocuments.Grant> grants, Map<UUID, ItemInForce> items) {
    List<Found> found = new ArrayList<>();
    for (EarlierCase one : cases) {
      ItemInForce item = items.get(one.itemVersionId());
      if (item.result() != null) {
        grants.stream()
            .filter(grant -> grant.caseNumber().equals(one.caseNumber()))
            .map(grant -> decision(one, item.result().name(), grant))
            .forEach(found::add);
      }
      DataKey key = one.files().isEmpty() ? null : one.key(vault);
      for (EarlierCase.Handed file : one.files()) {
        Material material = item.material(file.code());
        CaseSeals.Label label = CaseSeals.label(key, file.id(), file.sealed());
        // A copy isn't copied again: what it was made from is there itself.
        if (material != null && label.origin() == null) {
          found.add(file(one, material.name(), file, label.fileName()));
        }
      }
    }
    return new Holdings(cases, found);
  }

  private static Found decision(EarlierCase one, String name, OfficialDocuments.Grant grant) {
    return new Found(
        new Reuse.Held(
            ReuseKind.DOCUMENT,
            grant.id(),
            one.caseNumber(),
            name,
            grant.issuedAt(),
            Reuse.decisionStands(one.standing(), grant.withdrawn())),
        one,
        grant,
        null,
        null);
  }

  private static Found file(
      EarlierCase one, String name, EarlierCase.Handed file, String fileName) {
    return new Found(
        new Reuse.Held(
            ReuseKind.FILE,
            file.id(),
            one.caseNumber(),
            name,
            file.receivedAt(),
            Reuse.filesStand(one.standing())),
        one,
        null,
        file,
        fileName);
  }
}
