package org.sunlit.powerlist;

import java.util.List;

/** The deep part of a version, kept as one JSON document because nothing is searched in it. */
record ItemDetail(
    ItemResult result,
    List<LegalBasis> legalBases,
    List<String> conditions,
    List<Material> materials,
    List<Fee> fees,
    List<ServiceWindow> windows,
    List<String> telephones,
    List<String> supervisionTelephones,
    List<String> duties,
    List<String> accountability,
    java.time.LocalDate cancelledOn,
    Integer cleanupRound,
    String statusReason,
    PromiseTerms promise) {
  static ItemDetail of(ItemContent content) {
    return new ItemDetail(
        content.result(),
        content.legalBases(),
        content.conditions(),
        content.materials(),
        content.fees(),
        content.windows(),
        content.telephones(),
        content.supervisionTelephones(),
        content.duties(),
        content.accountability(),
        content.cancelledOn(),
        content.cleanupRound(),
        content.statusReason(),
        content.promise());
  }
}
