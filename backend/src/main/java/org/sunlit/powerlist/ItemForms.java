package org.sunlit.powerlist;

import java.util.List;
import org.sunlit.api.model.MaterialRequirement;
import org.sunlit.api.model.TimeLimit;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/** Between what a version says and the form it is edited in. */
final class ItemForms {
  private ItemForms() {}

  static org.sunlit.api.model.ItemContent form(ItemContent content) {
    return new org.sunlit.api.model.ItemContent()
        .name(content.name())
        .nameEn(content.nameEn())
        .parentName(content.parentName())
        .category(PowerItemMapper.category(content.category()))
        .departmentCode(content.departmentCode())
        .regionCode(content.regionCode())
        .level(content.level() == null ? null : PowerItemMapper.level(content.level()))
        .status(PowerItemMapper.status(content.status()))
        .cancelledOn(content.cancelledOn())
        .cleanupRound(content.cleanupRound())
        .statusReason(content.statusReason())
        .handling(PowerItemMapper.handling(content.handling()))
        .statutoryLimit(PowerItemMapper.limit(content.statutoryLimit()))
        .promisedLimit(PowerItemMapper.limit(content.promisedLimit()))
        .onlineDepth(content.onlineDepth())
        .visits(content.visits())
        .serviceFor(PowerItemMapper.serviceFor(content.serviceFor()))
        .result(
            content.result() == null
                ? null
                : new org.sunlit.api.model.ItemResult()
                    .name(content.result().name())
                    .nameEn(content.result().nameEn()))
        .legalBases(content.legalBases().stream().map(PowerItemMapper::basis).toList())
        .conditions(content.conditions())
        .materials(content.materials().stream().map(PowerItemMapper::material).toList())
        .fees(
            content.fees() == null
                ? null
                : content.fees().stream().map(PowerItemMapper::fee).toList())
        .windows(content.windows().stream().map(PowerItemMapper::window).toList())
        .telephones(content.telephones())
        .supervisionTelephones(content.supervisionTelephones())
        .duties(content.duties())
        .accountability(content.accountability())
        .promise(PromiseForms.form(content.promise()));
  }

  /** What a form says; texts lose the blanks around them, and blank ones become nothing. */
  static ItemContent content(org.sunlit.api.model.ItemContent form) {
    return new ItemContent(
        form.getName().strip(),
        text(form.getNameEn()),
        text(form.getParentName()),
        Category.of(form.getCategory().toString()),
        form.getDepartmentCode().strip(),
        form.getRegionCode().strip(),
        form.getLevel() == null ? null : RegionLevel.of(form.getLevel().toString()),
        form.getStatus() == null ? null : ItemStatus.of(form.getStatus().toString()),
        form.getCancelledOn(),
        form.getCleanupRound(),
        text(form.getStatusReason()),
        form.getHandling() == null ? null : Handling.of(form.getHandling().toString()),
        limit(form.getStatutoryLimit()),
        limit(form.getPromisedLimit()),
        form.getOnlineDepth(),
        form.getVisits(),
        form.getServiceFor() == null ? null : ServiceFor.of(form.getServiceFor().toString()),
        form.getResult() == null
            ? null
            : new ItemResult(
                form.getResult().getName().strip(), text(form.getResult().getNameEn())),
        form.getLegalBases().stream()
            .map(
                one ->
                    new LegalBasis(
                        one.getLaw().strip(), text(one.getArticle()), text(one.getText())))
            .toList(),
        stripped(form.getConditions()),
        form.getMaterials().stream().map(ItemForms::material).toList(),
        form.getFees() == null ? null : form.getFees().stream().map(ItemForms::fee).toList(),
        form.getWindows().stream()
            .map(
                one ->
                    new ServiceWindow(
                        one.getName().strip(), text(one.getAddress()), text(one.getHours())))
            .toList(),
        stripped(form.getTelephones()),
        stripped(form.getSupervisionTelephones()),
        stripped(form.getDuties()),
        stripped(form.getAccountability()),
        PromiseForms.terms(form.getPromise()));
  }

  private static Material material(MaterialRequirement form) {
    return new Material(
        form.getCode().strip(),
        form.getName().strip(),
        text(form.getNameEn()),
        MaterialForm.of(form.getForm().toString()),
        form.getCount(),
        MaterialSource.of(form.getSource().toString()),
        form.getRequired(),
        form.getDeferrable(),
        text(form.getNote()),
        limit(form.getLateLimit()));
  }

  private static Fee fee(org.sunlit.api.model.Fee form) {
    return new Fee(
        form.getName().strip(),
        text(form.getStandard()),
        form.getAmountFen(),
        text(form.getBasis()),
        FeeStatus.of(form.getStatus().toString()));
  }

  static Limit limit(TimeLimit form) {
    return form == null
        ? null
        : new Limit(form.getAmount(), LimitUnit.of(form.getUnit().toString()));
  }

  /** One entry a line, as people write them: a line left empty is none. */
  private static List<String> stripped(List<String> entries) {
    return entries.stream().map(String::strip).filter(entry -> !entry.isEmpty()).toList();
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
