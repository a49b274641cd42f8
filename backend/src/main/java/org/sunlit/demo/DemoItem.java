package org.sunlit.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.Fee;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemContent;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.ItemResult;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.LegalBasis;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.PromiseTerms;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.ServiceFor;
import org.sunlit.powerlist.ServiceWindow;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * An item as the demonstration's files write it; the flow by its code, null for the category's
 * standard flow.
 */
record DemoItem(
    String code,
    String name,
    String nameEn,
    Category category,
    String department,
    String region,
    RegionLevel level,
    LocalDate effectiveFrom,
    ItemStatus status,
    LocalDate cancelledOn,
    Integer cleanupRound,
    String statusReason,
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
    String flow,
    PromiseTerms promise) {

  ItemDraft draft(Function<String, FlowDefinition> flows) {
    var content =
        new ItemContent(
            name,
            nameEn,
            null,
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
            accountability,
            promise);
    return new ItemDraft(code, effectiveFrom, content, flow == null ? null : flows.apply(flow));
  }
}
