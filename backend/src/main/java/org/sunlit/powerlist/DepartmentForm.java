package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.sunlit.api.model.ChangedField;
import org.sunlit.api.model.DepartmentTexts;

/**
 * What is said of a department, as it is kept in plans. Texts are stripped; blank ones are null.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DepartmentForm(
    String name,
    String nameEn,
    String shortName,
    String shortNameEn,
    String regionCode,
    String duty,
    String telephone,
    String supervisionTelephone,
    String address) {

  static DepartmentForm of(DepartmentTexts form) {
    return new DepartmentForm(
        form.getName().strip(),
        text(form.getNameEn()),
        text(form.getShortName()),
        text(form.getShortNameEn()),
        form.getRegionCode().strip(),
        text(form.getDuty()),
        text(form.getTelephone()),
        text(form.getSupervisionTelephone()),
        text(form.getAddress()));
  }

  static DepartmentForm of(DepartmentView view) {
    return new DepartmentForm(
        view.name(),
        view.nameEn(),
        view.shortName(),
        view.shortNameEn(),
        view.regionCode(),
        view.duty(),
        view.telephone(),
        view.supervisionTelephone(),
        view.address());
  }

  DepartmentTexts toApi() {
    return new DepartmentTexts()
        .name(name)
        .nameEn(nameEn)
        .shortName(shortName)
        .shortNameEn(shortNameEn)
        .regionCode(regionCode)
        .duty(duty)
        .telephone(telephone)
        .supervisionTelephone(supervisionTelephone)
        .address(address);
  }

  /** Its values in the order of the statements that store it. */
  List<Object> values() {
    return Arrays.asList(
        name,
        nameEn,
        shortName,
        shortNameEn,
        regionCode,
        duty,
        telephone,
        supervisionTelephone,
        address);
  }

  private static final List<String> NAMES =
      List.of(
          "departmentName",
          "nameEn",
          "shortName",
          "shortNameEn",
          "region",
          "duty",
          "telephone",
          "supervisionTelephone",
          "address");

  /**
   * The fields that differ.
   *
   * @param before null for a new department
   */
  static List<ChangedField> changes(DepartmentForm before, DepartmentForm after) {
    List<ChangedField> changes = new ArrayList<>();
    for (int place = 0; place < NAMES.size(); place++) {
      Object was = before == null ? null : before.values().get(place);
      Object is = after.values().get(place);
      if (!Objects.equals(was, is)) {
        changes.add(ChangedFields.field(NAMES.get(place), was, is));
      }
    }
    return changes;
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
