package org.sunlit.powerlist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * A power item as a JSON document, the form in which whole lists are written by hand. See {@link
 * ItemContent} for the fields; {@code flow} names a flow definition, null means the category's
 * standard flow.
 */
public record ItemDocument(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    String nameEn,
    String parentName,
    @JsonProperty(required = true) Category category,
    @JsonProperty(required = true) String department,
    @JsonProperty(required = true) String region,
    RegionLevel level,
    ItemStatus status,
    LocalDate cancelledOn,
    Integer cleanupRound,
    String statusReason,
    LocalDate effectiveFrom,
    List<LegalBasis> legalBases,
    List<String> conditions,
    List<Material> materials,
    List<Fee> fees,
    Limit statutoryLimit,
    Limit promisedLimit,
    Handling handling,
    Integer onlineDepth,
    Integer visits,
    ServiceFor serviceFor,
    ItemResult result,
    List<ServiceWindow> windows,
    List<String> telephones,
    List<String> supervisionTelephones,
    List<String> duties,
    List<String> accountability,
    String flow) {

  /**
   * The items of a JSON array.
   *
   * @throws IllegalArgumentException when it isn't one, or a field is unknown
   */
  public static List<ItemDocument> readAll(String json) {
    return Arrays.asList(ItemJson.read(json, ItemDocument[].class));
  }

  /** The regions of a JSON array. */
  public static List<RegionDraft> readRegions(String json) {
    return Arrays.asList(ItemJson.read(json, RegionDraft[].class));
  }

  /** The departments of a JSON array. */
  public static List<DepartmentDraft> readDepartments(String json) {
    return Arrays.asList(ItemJson.read(json, DepartmentDraft[].class));
  }

  /**
   * The item as a draft.
   *
   * @param flows gives the flow definition of a name
   */
  public ItemDraft toDraft(Function<String, FlowDefinition> flows) {
    ItemContent content =
        new ItemContent(
            name,
            nameEn,
            parentName,
            category,
            department,
            region,
            level,
            status,
            cancelledOn,
            cleanupRound,
            statusReason,
            handling,
            statutoryLimit,
            promisedLimit,
            onlineDepth,
            visits,
            serviceFor,
            result,
            legalBases,
            conditions,
            materials,
            fees,
            windows,
            telephones,
            supervisionTelephones,
            duties,
            accountability);
    return new ItemDraft(code, effectiveFrom, content, flow == null ? null : flows.apply(flow));
  }
}
