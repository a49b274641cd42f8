package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.FeeEntry;
import org.sunlit.api.model.FeeExemption;
import org.sunlit.api.model.FeeItem;
import org.sunlit.api.model.FeeState;
import org.sunlit.api.model.FeeTariff;
import org.sunlit.charge.rules.FeeStandard;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.DepartmentNames;

/** Puts fee standards into the contract's words, with the names of what they mention. */
@ApplicationScoped
class FeeEntries {
  private static final String ITEMS =
      """
      select i.code, v.name, v.name_en from power_item i join power_item_version v on v.item_id = i.id
      where i.code = any ($1::text[]) and v.effective_from <= $2
        and (v.effective_to is null or v.effective_to >= $2)
      """;

  private record Name(String name, String nameEn) {}

  private final DepartmentNames departments;
  private final Pool pool;

  FeeEntries(DepartmentNames departments, Pool pool) {
    this.departments = departments;
    this.pool = pool;
  }

  /** The standards, named as on that day. */
  Uni<List<FeeEntry>> of(List<StandardVersion> versions, LocalDate day) {
    String[] items =
        versions.stream()
            .flatMap(one -> one.standard().items().stream())
            .distinct()
            .toArray(String[]::new);
    return departments
        .of(versions.stream().map(one -> one.standard().departmentCode()).toList())
        .chain(
            ofDepartments ->
                names(items, day)
                    .map(
                        ofItems ->
                            versions.stream()
                                .map(one -> entry(one, ofDepartments, ofItems))
                                .toList()));
  }

  private Uni<Map<String, Name>> names(String[] items, LocalDate day) {
    return pool.preparedQuery(ITEMS)
        .execute(Tuple.of(items, day))
        .map(
            rows -> {
              Map<String, Name> names = new HashMap<>();
              rows.forEach(
                  row ->
                      names.put(
                          row.getString("code"),
                          new Name(row.getString("name"), row.getString("name_en"))));
              return names;
            });
  }

  private static FeeEntry entry(
      StandardVersion version,
      Map<String, DepartmentReference> departments,
      Map<String, Name> items) {
    FeeStandard fee = version.standard();
    return new FeeEntry()
        .code(version.code())
        .version(version.version())
        .effectiveFrom(version.effectiveFrom())
        .name(fee.name())
        .nameEn(fee.nameEn())
        .department(DepartmentNames.named(fee.departmentCode(), departments))
        .items(fee.items().stream().map(code -> item(code, items.get(code))).toList())
        .status(FeeState.fromValue(fee.status().code()))
        .statusBasis(fee.statusBasis())
        .basis(fee.basis())
        .tariff(StoredJson.as(fee.tariff(), FeeTariff.class))
        .exemptions(
            fee.exemptions().stream().map(one -> StoredJson.as(one, FeeExemption.class)).toList())
        .optional(fee.optional())
        .savedFenPerYear(fee.savedFenPerYear());
  }

  private static FeeItem item(String code, Name name) {
    FeeItem item = new FeeItem().code(code);
    return name == null ? item : item.name(name.name()).nameEn(name.nameEn());
  }
}
