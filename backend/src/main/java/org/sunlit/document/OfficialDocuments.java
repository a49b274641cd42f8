package org.sunlit.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.api.model.CaseDocuments;
import org.sunlit.document.rules.CaseAct;
import org.sunlit.document.rules.CheckCodes;
import org.sunlit.document.rules.ChineseDates;
import org.sunlit.document.rules.DocumentKind;
import org.sunlit.document.rules.DocumentRules;
import org.sunlit.document.rules.DocumentText;
import org.sunlit.document.rules.DocumentWriter;
import org.sunlit.document.rules.Ending;
import org.sunlit.document.rules.IssuingUnit;
import org.sunlit.document.rules.Matter;
import org.sunlit.document.rules.Signatory;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/**
 * The official documents of cases (文书): what the law wants in writing, written in the transaction
 * of the act that gives it, numbered, sealed and never changed (ADR 0034).
 */
@ApplicationScoped
public class OfficialDocuments {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * A decision that granted something, without what it says.
   *
   * @param unit who issued it
   * @param withdrawn whether another document has withdrawn it
   */
  public record Grant(
      UUID id,
      String caseNumber,
      String number,
      String title,
      String titleEn,
      String unit,
      String unitEn,
      Instant issuedAt,
      boolean withdrawn) {}

  private final DocumentStore store;

  OfficialDocuments(DocumentStore store) {
    this.store = store;
  }

  /**
   * Writes the documents of an act within the caller's transaction, which should do little after
   * it: until it commits, nobody else gets a number of the same series.
   *
   * @param key the case's: what the documents say is sealed with it
   */
  public Uni<Void> issue(Mutiny.Session session, CaseAct act, DataKey key) {
    if (DocumentRules.silent(act)) {
      return Uni.createFrom().voidItem();
    }
    return store
        .basis(session, act.matter())
        .map(basis -> issue(act, key, basis))
        .chain(
            issue ->
                issue.documents().isEmpty()
                    ? Uni.createFrom().voidItem()
                    : store.insert(session, issue))
        .chain(
            () ->
                act.reopening() != null && act.reopening().withdrawsFormer()
                    ? store.withdrawFormer(session, act.matter().caseNumber(), act.number())
                    : Uni.createFrom().voidItem());
  }

  /**
   * Everything a case was given in writing, the oldest first.
   *
   * @param key the case's; null when it has been destroyed, and what the documents said with it
   * @param addressee what to show as the applicant's name; null for the name itself
   */
  public Uni<CaseDocuments> of(String caseNumber, DataKey key, String addressee) {
    return store
        .of(caseNumber)
        .map(documents -> new DocumentShapes(documents, key, addressee).all());
  }

  /** The decisions of these cases that granted something, the newest first. */
  public Uni<List<Grant>> grants(List<String> caseNumbers) {
    return caseNumbers.isEmpty() ? Uni.createFrom().item(List.of()) : store.grants(caseNumbers);
  }

  private static DocumentStore.Issue issue(
      CaseAct act, DataKey key, DocumentStore.IssueBasis basis) {
    IssuingUnit unit = basis.unit().complete();
    Set<DocumentKind> earlier = EnumSet.noneOf(DocumentKind.class);
    List<UUID> decisions = new ArrayList<>();
    for (DocumentStore.Earlier each : basis.documents()) {
      DocumentKind kind = DocumentKind.of(each.kind());
      earlier.add(kind);
      // A revocation is delivered by itself: what it takes back was delivered before.
      if (kind.decision() && act.ending() != Ending.REVOKED) {
        decisions.add(each.id());
      }
    }
    List<DocumentStore.Draft> drafts = new ArrayList<>();
    for (DocumentKind kind : DocumentRules.kinds(act, earlier)) {
      UUID id = UUID.randomUUID();
      DocumentText text = DocumentWriter.write(kind, act, unit, decisions);
      drafts.add(
          new DocumentStore.Draft(
              id,
              kind.code(),
              kind.mark(),
              kind.title(act.matter().procedure()),
              kind.titleEn(act.matter().procedure()),
              CheckCodes.random(RANDOM),
              key.sealText(DocumentStore.place(id), StoredJson.write(text))));
      if (kind.decision()) {
        decisions.add(id);
      }
    }
    return issue(act, unit, drafts);
  }

  private static DocumentStore.Issue issue(
      CaseAct act, IssuingUnit unit, List<DocumentStore.Draft> drafts) {
    Matter matter = act.matter();
    Signatory by = act.by();
    return new DocumentStore.Issue(
        matter.caseNumber(),
        act.number(),
        unit.prefix(),
        ChineseDates.day(act.at()).getYear(),
        unit.name(),
        unit.nameEn(),
        matter.departmentCode(),
        matter.regionCode(),
        CityTime.offset(act.at()),
        IssuingUnit.SEAL,
        by.account(),
        by.name(),
        by.nameEn(),
        by.post(),
        by.postName(),
        by.postNameEn(),
        by.confirmedBy(),
        drafts);
  }
}
