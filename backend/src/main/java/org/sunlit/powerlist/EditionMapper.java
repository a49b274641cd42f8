package org.sunlit.powerlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.sunlit.api.model.DraftEntry;
import org.sunlit.api.model.ItemEdition;
import org.sunlit.api.model.ItemPreview;
import org.sunlit.api.model.KeptDraft;
import org.sunlit.api.model.RunningCasesVersionsInner;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.PublishPlan.NewVersion;
import org.sunlit.powerlist.flow.FlowChecker;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.problem.Language;

/** From what editors work on to the contract's. */
@ApplicationScoped
class EditionMapper {
  private final ObjectMapper json;

  EditionMapper(ObjectMapper json) {
    this.json = json;
  }

  ItemEdition edition(ItemEditing.Edition edition) {
    PublishPlan.Latest latest = edition.latest();
    return new ItemEdition()
        .code(edition.code())
        .version(latest.number())
        .effectiveFrom(latest.effectiveFrom())
        .content(ItemForms.form(latest.content()))
        .flow(FlowDrafts.of(FlowJson.read(latest.flow())))
        .flowOrigin(PowerItemMapper.origin(latest.origin()))
        .runningCases(running(edition.runningCases()))
        .itemDraft(kept(edition.itemDraft()))
        .flowDraft(kept(edition.flowDraft()));
  }

  private KeptDraft kept(ItemDrafts.Kept kept) {
    if (kept == null) {
      return null;
    }
    try {
      return new KeptDraft()
          .baseVersion(kept.baseVersion())
          .keptAt(CityTime.offset(kept.keptAt()))
          .form(json.readValue(kept.form(), new TypeReference<Map<String, Object>>() {}));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What is stored can be read", impossible);
    }
  }

  private static org.sunlit.api.model.RunningCases running(SortedMap<Integer, Integer> cases) {
    return new org.sunlit.api.model.RunningCases()
        .total(cases.values().stream().mapToInt(Integer::intValue).sum())
        .versions(
            cases.entrySet().stream()
                .map(
                    one ->
                        new RunningCasesVersionsInner().version(one.getKey()).cases(one.getValue()))
                .toList());
  }

  ItemPreview preview(ItemEditing.Preview preview, Language language) {
    ItemEditing.Planned planned = preview.planned();
    PublishPlan.Latest before = planned.before();
    ItemPreview answer =
        new ItemPreview()
            .baseVersion(before == null ? 0 : before.number())
            .effectiveFrom(planned.publication().effectiveFrom())
            .lastDayBefore(
                before == null ? null : planned.publication().effectiveFrom().minusDays(1))
            .runningCases(running(preview.runningCases()))
            .changes(ChangedFields.of(planned));
    return answer.findings(warnings(planned.version(), language));
  }

  /** Errors would have refused it. */
  private static List<org.sunlit.api.model.FlowFinding> warnings(
      NewVersion version, Language language) {
    if (version == null) {
      return List.of();
    }
    ItemContent content = version.draft().content();
    FlowDefinition flow = FlowJson.read(version.flow());
    return FlowChecker.check(
            flow,
            new FlowChecker.Against(
                content.category().code(), content.promisedLimit(), content.statutoryLimit()))
        .stream()
        .map(finding -> FlowChecking.finding(finding, flow, language))
        .toList();
  }

  static DraftEntry draft(ItemDrafts.Entry entry) {
    return new DraftEntry()
        .code(entry.code())
        .name(entry.name())
        .nameEn(entry.nameEn())
        .part(DraftEntry.PartEnum.fromValue(entry.part()))
        .baseVersion(entry.baseVersion())
        .newestVersion(entry.newestVersion())
        .keptAt(CityTime.offset(entry.keptAt()));
  }
}
