package org.sunlit.joint;

import java.util.List;
import java.util.Map;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.Handling;
import org.sunlit.api.model.JointCondition;
import org.sunlit.api.model.JointMaterial;
import org.sunlit.api.model.JointMaterialAsk;
import org.sunlit.api.model.JointQuestion;
import org.sunlit.api.model.JointThemeItem;
import org.sunlit.api.model.JointThemeSummary;
import org.sunlit.api.model.LimitUnit;
import org.sunlit.api.model.PromiseTerms;
import org.sunlit.api.model.RegionLevel;
import org.sunlit.api.model.TimeLimit;
import org.sunlit.calendar.Limit;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.JointTheme.Part;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialSource;

/** Puts themes into the contract's words. */
final class ThemeMapper {
  private ThemeMapper() {}

  static JointThemeSummary summary(JointThemes.Shown shown) {
    JointTheme theme = shown.theme();
    return new JointThemeSummary()
        .code(shown.version().code())
        .name(theme.name())
        .nameEn(theme.nameEn())
        .summary(theme.summary())
        .summaryEn(theme.summaryEn())
        .version(shown.version().version())
        .leadDepartment(department(shown.lead()))
        .items(theme.parts().size());
  }

  static org.sunlit.api.model.JointTheme theme(JointThemes.Shown shown) {
    JointTheme theme = shown.theme();
    return new org.sunlit.api.model.JointTheme()
        .code(shown.version().code())
        .name(theme.name())
        .nameEn(theme.nameEn())
        .summary(theme.summary())
        .summaryEn(theme.summaryEn())
        .version(shown.version().version())
        .effectiveFrom(shown.version().effectiveFrom())
        .leadDepartment(department(shown.lead()))
        .regionCode(theme.regionCode())
        .statementDays(theme.statementDays())
        .items(
            theme.parts().stream()
                .filter(part -> shown.items().containsKey(part.item()))
                .map(part -> item(part, shown.items().get(part.item())))
                .toList())
        .questions(
            theme.questions().stream()
                .map(question -> StoredJson.as(question, JointQuestion.class))
                .toList())
        .materials(
            SharedMaterial.of(theme, List.copyOf(shown.items().values())).stream()
                .map(shared -> material(shared, shown.items()))
                .toList());
  }

  private static JointThemeItem item(Part part, ItemInForce item) {
    return new JointThemeItem()
        .itemCode(item.code())
        .name(item.name())
        .nameEn(item.nameEn())
        .department(department(item.department()))
        .level(level(item))
        .handling(Handling.fromValue(item.handling().code()))
        .promisedLimit(limit(item.promisedLimit()))
        .requires(part.requires())
        .onlyIf(part.onlyIf() == null ? null : StoredJson.as(part.onlyIf(), JointCondition.class))
        .open(item.status() == ItemStatus.IN_FORCE)
        .promise(item.promise() == null ? null : StoredJson.as(item.promise(), PromiseTerms.class));
  }

  private static JointMaterial material(SharedMaterial shared, Map<String, ItemInForce> items) {
    return new JointMaterial()
        .key(shared.key())
        .name(shared.material().name())
        .nameEn(shared.material().nameEn())
        .note(shared.material().note())
        .required(shared.required())
        .deferrable(shared.material().deferrable())
        .usedBy(
            shared.usedBy().stream()
                .map(use -> ask(use, items.get(use.itemCode()).material(use.code())))
                .toList());
  }

  private static JointMaterialAsk ask(JointTheme.Use use, Material material) {
    return new JointMaterialAsk()
        .itemCode(use.itemCode())
        .code(use.code())
        .needed(
            material.required()
                && material.source() == MaterialSource.APPLICANT
                && (!material.deferrable() || material.promisable()))
        .lateLimit(material.promisable() ? limit(material.lateLimit()) : null);
  }

  static DepartmentReference department(DepartmentRef department) {
    return new DepartmentReference()
        .code(department.code())
        .name(department.name())
        .nameEn(department.nameEn());
  }

  static RegionLevel level(ItemInForce item) {
    return item.level() == null ? null : RegionLevel.fromValue(item.level().code());
  }

  private static TimeLimit limit(Limit limit) {
    return limit == null
        ? null
        : new TimeLimit().amount(limit.amount()).unit(LimitUnit.fromValue(limit.unit().code()));
  }
}
