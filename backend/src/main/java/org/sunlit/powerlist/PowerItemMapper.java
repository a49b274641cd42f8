package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.Department;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.FlowReference;
import org.sunlit.api.model.ItemVersion;
import org.sunlit.api.model.MaterialRequirement;
import org.sunlit.api.model.PowerItem;
import org.sunlit.api.model.PowerItemSummary;
import org.sunlit.api.model.Region;
import org.sunlit.api.model.TimeLimit;
import org.sunlit.calendar.Limit;

/** From the power list's own values to the contract's. */
final class PowerItemMapper {
  private PowerItemMapper() {}

  static PowerItemSummary summary(ItemSummary item) {
    return new PowerItemSummary()
        .code(item.code())
        .name(item.name())
        .nameEn(item.nameEn())
        .category(category(item.category()))
        .department(department(item.department()))
        .regionCode(item.regionCode())
        .status(status(item.status()))
        .handling(handling(item.handling()))
        .promisedLimit(limit(item.promisedLimit()))
        .onlineDepth(item.onlineDepth())
        .visits(item.visits())
        .serviceFor(serviceFor(item.serviceFor()))
        .free(item.free());
  }

  static PowerItem item(ItemQueries.ItemPage page) {
    VersionRow version = page.version();
    ItemContent content = version.content();
    return new PowerItem()
        .code(version.code())
        .name(content.name())
        .nameEn(content.nameEn())
        .parentName(content.parentName())
        .category(category(content.category()))
        .department(department(version.department()))
        .region(region(version.region()))
        .level(level(content.level() == null ? version.region().level() : content.level()))
        .status(status(content.status()))
        .cancelledOn(content.cancelledOn())
        .cleanupRound(content.cleanupRound())
        .statusReason(content.statusReason())
        .version(version.number())
        .effectiveFrom(version.effectiveFrom())
        .effectiveTo(version.effectiveTo())
        .handling(handling(content.handling()))
        .statutoryLimit(limit(content.statutoryLimit()))
        .promisedLimit(limit(content.promisedLimit()))
        .onlineDepth(content.onlineDepth())
        .visits(content.visits())
        .serviceFor(serviceFor(content.serviceFor()))
        .free(content.free())
        .result(
            content.result() == null
                ? null
                : new org.sunlit.api.model.ItemResult()
                    .name(content.result().name())
                    .nameEn(content.result().nameEn()))
        .legalBases(content.legalBases().stream().map(PowerItemMapper::basis).toList())
        .conditions(content.conditions())
        .promise(PromiseForms.form(content.promise()))
        .materials(content.materials().stream().map(PowerItemMapper::material).toList())
        .fees(
            content.fees() == null
                ? List.of()
                : content.fees().stream().map(PowerItemMapper::fee).toList())
        .windows(content.windows().stream().map(PowerItemMapper::window).toList())
        .telephones(content.telephones())
        .supervisionTelephones(content.supervisionTelephones())
        .duties(content.duties())
        .accountability(content.accountability())
        .flow(
            new FlowReference()
                .code(page.flowCode())
                .origin(origin(version.flowOrigin()))
                .name(page.flowName())
                .nameEn(page.flowNameEn()));
  }

  /** From newest to oldest, each compared with the one before it. */
  static List<ItemVersion> versions(List<ItemQueries.PastVersion> newestFirst) {
    List<ItemVersion> versions = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      VersionRow version = newestFirst.get(i).version();
      List<String> changed = new ArrayList<>();
      if (i + 1 < newestFirst.size()) {
        ItemQueries.PastVersion before = newestFirst.get(i + 1);
        changed.addAll(VersionChanges.between(before.version().content(), version.content()));
        if (!before.flowHash().equals(newestFirst.get(i).flowHash())) {
          changed.add("flow");
        }
      }
      versions.add(
          new ItemVersion()
              .version(version.number())
              .effectiveFrom(version.effectiveFrom())
              .effectiveTo(lastDay(version))
              .status(status(version.content().status()))
              .name(version.content().name())
              .changed(changed));
    }
    return versions;
  }

  /** A version replaced on its first day was in force on that day, if only for part of it. */
  private static java.time.LocalDate lastDay(VersionRow version) {
    return version.effectiveTo() != null && version.effectiveTo().isBefore(version.effectiveFrom())
        ? version.effectiveFrom()
        : version.effectiveTo();
  }

  static Department department(DepartmentView department, int itemCount) {
    return new Department()
        .code(department.code())
        .name(department.name())
        .nameEn(department.nameEn())
        .shortName(department.shortName())
        .shortNameEn(department.shortNameEn())
        .regionCode(department.regionCode())
        .duty(department.duty())
        .telephone(department.telephone())
        .supervisionTelephone(department.supervisionTelephone())
        .address(department.address())
        .itemCount(itemCount);
  }

  static Region region(RegionDraft region) {
    return new Region()
        .code(region.code())
        .name(region.name())
        .nameEn(region.nameEn())
        .level(level(region.level()))
        .parentCode(region.parent());
  }

  static org.sunlit.api.model.LegalBasis basis(LegalBasis basis) {
    return new org.sunlit.api.model.LegalBasis()
        .law(basis.law())
        .article(basis.article())
        .text(basis.text());
  }

  static MaterialRequirement material(Material material) {
    return new MaterialRequirement()
        .code(material.code())
        .name(material.name())
        .nameEn(material.nameEn())
        .form(MaterialRequirement.FormEnum.fromValue(material.form().code()))
        .count(material.count())
        .source(MaterialRequirement.SourceEnum.fromValue(material.source().code()))
        .required(material.required())
        .deferrable(material.deferrable())
        .lateLimit(limit(material.lateLimit()))
        .note(material.note());
  }

  static org.sunlit.api.model.Fee fee(Fee fee) {
    return new org.sunlit.api.model.Fee()
        .name(fee.name())
        .standard(fee.standard())
        .amountFen(fee.amountFen())
        .basis(fee.basis())
        .status(org.sunlit.api.model.Fee.StatusEnum.fromValue(fee.status().code()));
  }

  static org.sunlit.api.model.ServiceWindow window(ServiceWindow window) {
    return new org.sunlit.api.model.ServiceWindow()
        .name(window.name())
        .address(window.address())
        .hours(window.hours());
  }

  private static DepartmentReference department(DepartmentRef department) {
    return new DepartmentReference()
        .code(department.code())
        .name(department.name())
        .nameEn(department.nameEn());
  }

  static TimeLimit limit(Limit limit) {
    return limit == null
        ? null
        : new TimeLimit()
            .amount(limit.amount())
            .unit(org.sunlit.api.model.LimitUnit.fromValue(limit.unit().code()));
  }

  static org.sunlit.api.model.Category category(Category category) {
    return org.sunlit.api.model.Category.fromValue(category.code());
  }

  static org.sunlit.api.model.Handling handling(Handling handling) {
    return org.sunlit.api.model.Handling.fromValue(handling.code());
  }

  static org.sunlit.api.model.ItemStatus status(ItemStatus status) {
    return org.sunlit.api.model.ItemStatus.fromValue(status.code());
  }

  static org.sunlit.api.model.ServiceFor serviceFor(ServiceFor serviceFor) {
    return serviceFor == null ? null : org.sunlit.api.model.ServiceFor.fromValue(serviceFor.code());
  }

  static org.sunlit.api.model.RegionLevel level(RegionLevel level) {
    return org.sunlit.api.model.RegionLevel.fromValue(level.code());
  }

  static org.sunlit.api.model.FlowOrigin origin(FlowOrigin origin) {
    return org.sunlit.api.model.FlowOrigin.fromValue(origin.code());
  }
}
