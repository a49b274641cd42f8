package org.sunlit.powerlist;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;

/**
 * A row of {@code power_item_version} with its names, as read by {@link #SELECT}.
 *
 * @param effectiveTo null while the version is open
 */
record VersionRow(
    UUID id,
    int number,
    String code,
    LocalDate effectiveFrom,
    LocalDate effectiveTo,
    ItemContent content,
    DepartmentRef department,
    RegionDraft region,
    UUID flowId,
    FlowOrigin flowOrigin) {
  /** Everything but the flow's definition; conditions are appended. */
  static final String SELECT =
      """
      select v.id, v.number, i.code, v.effective_from, v.effective_to, v.name, v.name_en, v.parent_name,
        v.category, v.department_code, v.region_code, v.level, v.status, v.handling,
        v.statutory_amount, v.statutory_unit, v.promised_amount, v.promised_unit,
        v.online_depth, v.visits, v.service_for, v.detail::text as detail, v.flow_id, f.origin,
        d.name as department_name, d.name_en as department_name_en,
        r.name as region_name, r.name_en as region_name_en, r.level as region_level, r.parent_code, %s
      from power_item_version v
        join power_item i on i.id = v.item_id
        join department d on d.code = v.department_code
        join region r on r.code = v.region_code
        join flow_definition f on f.id = v.flow_id
      """;

  static VersionRow of(Row row) {
    ItemDetail detail = ItemJson.read(row.getString("detail"), ItemDetail.class);
    ItemContent content =
        new ItemContent(
            row.getString("name"),
            row.getString("name_en"),
            row.getString("parent_name"),
            Category.of(row.getString("category")),
            row.getString("department_code"),
            row.getString("region_code"),
            row.getString("level") == null ? null : RegionLevel.of(row.getString("level")),
            ItemStatus.of(row.getString("status")),
            detail.cancelledOn(),
            detail.cleanupRound(),
            detail.statusReason(),
            Handling.of(row.getString("handling")),
            limit(row, "statutory_amount", "statutory_unit"),
            limit(row, "promised_amount", "promised_unit"),
            row.getInteger("online_depth"),
            row.getInteger("visits"),
            row.getString("service_for") == null
                ? null
                : ServiceFor.of(row.getString("service_for")),
            detail.result(),
            detail.legalBases(),
            detail.conditions(),
            detail.materials(),
            detail.fees(),
            detail.windows(),
            detail.telephones(),
            detail.supervisionTelephones(),
            detail.duties(),
            detail.accountability(),
            detail.promise());
    return new VersionRow(
        row.getUUID("id"),
        row.getInteger("number"),
        row.getString("code"),
        row.getLocalDate("effective_from"),
        row.getLocalDate("effective_to"),
        content,
        new DepartmentRef(
            content.departmentCode(),
            row.getString("department_name"),
            row.getString("department_name_en")),
        new RegionDraft(
            content.regionCode(),
            row.getString("region_name"),
            row.getString("region_name_en"),
            RegionLevel.of(row.getString("region_level")),
            row.getString("parent_code")),
        row.getUUID("flow_id"),
        FlowOrigin.of(row.getString("origin")));
  }

  static Limit limit(Row row, String amount, String unit) {
    Integer value = row.getInteger(amount);
    return value == null ? null : new Limit(value, LimitUnit.of(row.getString(unit)));
  }

  /** The version with its flow, as a case needs it. */
  ItemInForce withFlow(String definition) {
    FlowDefinition flow = FlowJson.read(definition);
    return new ItemInForce(
        id,
        number,
        code,
        content.name(),
        content.nameEn(),
        content.category(),
        department,
        content.regionCode(),
        content.level(),
        content.status(),
        effectiveFrom,
        effectiveTo,
        content.handling(),
        content.statutoryLimit(),
        content.promisedLimit(),
        content.serviceFor(),
        content.result(),
        content.materials(),
        content.fees(),
        flowId,
        flowOrigin,
        flow,
        content.promise());
  }
}
