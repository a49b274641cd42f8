package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sunlit.calendar.Limit;

/**
 * What a row says of an item. A column that the file doesn't have leaves the item as it is; an
 * empty cell of a column that it has says that there is nothing.
 */
final class ContentPatch {
  private final Map<ItemField, Object> values = new EnumMap<>(ItemField.class);

  /** Sets a field; null says that there is nothing. */
  void set(ItemField field, Object value) {
    values.put(field, value);
  }

  @SuppressWarnings("unchecked")
  <T> T get(ItemField field) {
    return (T) values.get(field);
  }

  /**
   * The content after this patch.
   *
   * @param before what is published, or null for a new item
   */
  ItemContent apply(ItemContent before, String departmentCode, String regionCode) {
    return new ItemContent(
        value(ItemField.NAME, before == null ? null : before.name()),
        value(ItemField.NAME_EN, before == null ? null : before.nameEn()),
        value(ItemField.PARENT_NAME, before == null ? null : before.parentName()),
        value(ItemField.CATEGORY, before == null ? null : before.category()),
        departmentCode,
        regionCode,
        this.<RegionLevel>value(ItemField.LEVEL, before == null ? null : before.level()),
        this.<ItemStatus>value(ItemField.STATUS, before == null ? null : before.status()),
        this.<LocalDate>value(ItemField.CANCELLED_ON, before == null ? null : before.cancelledOn()),
        this.<Integer>value(ItemField.CLEANUP_ROUND, before == null ? null : before.cleanupRound()),
        value(ItemField.STATUS_REASON, before == null ? null : before.statusReason()),
        this.<Handling>value(ItemField.HANDLING, before == null ? null : before.handling()),
        this.<Limit>value(
            ItemField.STATUTORY_LIMIT, before == null ? null : before.statutoryLimit()),
        this.<Limit>value(ItemField.PROMISED_LIMIT, before == null ? null : before.promisedLimit()),
        this.<Integer>value(ItemField.ONLINE_DEPTH, before == null ? null : before.onlineDepth()),
        this.<Integer>value(ItemField.VISITS, before == null ? null : before.visits()),
        this.<ServiceFor>value(ItemField.SERVICE_FOR, before == null ? null : before.serviceFor()),
        result(before),
        this.<List<LegalBasis>>value(
            ItemField.LEGAL_BASES, before == null ? null : before.legalBases()),
        this.<List<String>>value(ItemField.CONDITIONS, before == null ? null : before.conditions()),
        this.<List<Material>>value(ItemField.MATERIALS, before == null ? null : before.materials()),
        this.<List<Fee>>value(ItemField.FEES, before == null ? null : before.fees()),
        windows(before),
        this.<List<String>>value(ItemField.TELEPHONES, before == null ? null : before.telephones()),
        this.<List<String>>value(
            ItemField.SUPERVISION_TELEPHONES,
            before == null ? null : before.supervisionTelephones()),
        this.<List<String>>value(ItemField.DUTIES, before == null ? null : before.duties()),
        this.<List<String>>value(
            ItemField.ACCOUNTABILITY, before == null ? null : before.accountability()),
        before == null ? null : before.promise());
  }

  @SuppressWarnings("unchecked")
  private <T> T value(ItemField field, T before) {
    return values.containsKey(field) ? (T) values.get(field) : before;
  }

  private ItemResult result(ItemContent before) {
    ItemResult known = before == null ? null : before.result();
    if (!values.containsKey(ItemField.RESULT)) {
      return known;
    }
    String name = get(ItemField.RESULT);
    if (name == null) {
      return null;
    }
    // The file has no English name; one that is known stays as long as the name does.
    return known != null && known.name().equals(name) ? known : new ItemResult(name, null);
  }

  private List<ServiceWindow> windows(ItemContent before) {
    if (!values.containsKey(ItemField.WINDOW)
        && !values.containsKey(ItemField.ADDRESS)
        && !values.containsKey(ItemField.HOURS)) {
      return before == null ? List.of() : before.windows();
    }
    String name = get(ItemField.WINDOW);
    String address = get(ItemField.ADDRESS);
    String hours = get(ItemField.HOURS);
    if (name == null && address == null && hours == null) {
      return List.of();
    }
    return List.of(new ServiceWindow(name == null ? "办理窗口" : name, address, hours));
  }
}
