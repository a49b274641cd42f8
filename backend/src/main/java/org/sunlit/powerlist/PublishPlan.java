package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a publication would write, worked out from what is published: pure, so that a dry run tells
 * the truth.
 *
 * <p>Dates: a new version ends the one before on the day before it begins. A change on the very day
 * the latest version began replaces it at once: that version keeps its row and its cases, but its
 * last day is set to the day before its first, so the day belongs to the new one. A change from
 * before the latest version's first day is refused, because days already promised to the public
 * would be rewritten.
 *
 * @param newVersions to be written
 * @param result the counts
 */
record PublishPlan(List<NewVersion> newVersions, PublishResult result) {
  /**
   * The newest version of an item, whatever its days.
   *
   * @param itemId the item's key
   * @param id the version
   * @param number its number
   * @param effectiveFrom its first day
   * @param contentHash of what it says, with its flow
   * @param origin whose flow
   * @param flow the flow, as JSON
   * @param content what it says
   */
  record Latest(
      long itemId,
      UUID id,
      int number,
      LocalDate effectiveFrom,
      String contentHash,
      FlowOrigin origin,
      String flow,
      ItemContent content) {}

  /**
   * A version to be written.
   *
   * @param latest the version it follows, or null for a new item
   * @param flow the fitted flow as JSON
   */
  record NewVersion(
      ItemDraft draft,
      Latest latest,
      LocalDate effectiveFrom,
      String contentHash,
      FlowOrigin origin,
      String flowCode,
      String flow) {
    int number() {
      return latest == null ? 1 : latest.number() + 1;
    }
  }

  private record Hashed(String code, ItemContent content, FlowOrigin origin, String flow) {}

  /**
   * Works out the plan.
   *
   * @param latest by item code
   * @param departmentsCreated how many departments come with it
   * @throws PublishRefused when any item can't be published
   */
  static PublishPlan of(
      Publication publication, Map<String, Latest> latest, int departmentsCreated) {
    List<ItemFinding> findings = new ArrayList<>();
    List<NewVersion> versions = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    FlowFitting fitting = new FlowFitting();
    int created = 0;
    int unchanged = 0;
    int standard = 0;
    for (int index = 0; index < publication.items().size(); index++) {
      ItemDraft draft = publication.items().get(index);
      Latest before = latest.get(draft.code());
      FlowFitting.Fitted fitted = fitting.fit(draft, before);
      List<ItemFinding> wrong = ItemRules.check(index, draft, fitted.flow());
      if (!codes.add(draft.code())) {
        findings.add(
            new ItemFinding(index, ItemField.CODE, "import.code-twice", List.of(draft.code())));
      }
      findings.addAll(wrong);
      standard += fitted.origin() == FlowOrigin.STANDARD ? 1 : 0;
      String flow = fitted.json();
      String hash = ItemJson.hash(new Hashed(draft.code(), draft.content(), fitted.origin(), flow));
      if (before != null && before.contentHash().equals(hash)) {
        unchanged++;
        continue;
      }
      LocalDate from =
          draft.effectiveFrom() == null ? publication.effectiveFrom() : draft.effectiveFrom();
      if (before != null && from.isBefore(before.effectiveFrom())) {
        findings.add(
            new ItemFinding(
                index,
                ItemField.EFFECTIVE_FROM,
                "import.effective-before-latest",
                List.of(before.number(), before.effectiveFrom().toString())));
      }
      created += before == null ? 1 : 0;
      versions.add(
          new NewVersion(draft, before, from, hash, fitted.origin(), fitted.flow().code(), flow));
    }
    if (!findings.isEmpty()) {
      throw new PublishRefused(findings);
    }
    return new PublishPlan(
        versions,
        new PublishResult(
            created, versions.size() - created, unchanged, departmentsCreated, standard));
  }
}
