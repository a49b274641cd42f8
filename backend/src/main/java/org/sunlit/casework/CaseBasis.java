package org.sunlit.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sunlit.calendar.Limit;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseTerms;
import org.sunlit.casework.rules.GreenGround;
import org.sunlit.casework.rules.Matter;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialForm;
import org.sunlit.powerlist.flow.FlowDefinition;

/**
 * What a case runs on: a version of its item and its terms.
 *
 * @param materialCodes codes of the materials the item asks for
 * @param greenGrounds on what grounds the city has a green channel
 * @param former the flows the case was on before it was moved, by the version of its item
 */
record CaseBasis(
    ItemInForce item,
    CaseTerms terms,
    Set<String> materialCodes,
    List<GreenGround> greenGrounds,
    Map<UUID, FlowDefinition> former) {
  CaseBasis {
    former = Map.copyOf(former);
  }

  /** What the rules on commands need of it. */
  Matter matter() {
    return new Matter(
        materialCodes,
        codes(
            item,
            material ->
                material.form() == MaterialForm.ORIGINAL
                    || material.form() == MaterialForm.ORIGINAL_AND_COPY),
        terms.limit(),
        terms.licence(),
        greenGrounds);
  }

  static CaseBasis of(ItemInForce item, List<GreenGround> greenGrounds) {
    return new CaseBasis(
        item,
        terms(item, item.promisedLimit()),
        codes(item, material -> true),
        greenGrounds,
        Map.of());
  }

  /** The same for a case that was on other flows before. */
  CaseBasis movedFrom(Map<UUID, FlowDefinition> flows) {
    return flows.isEmpty() ? this : new CaseBasis(item, terms, materialCodes, greenGrounds, flows);
  }

  /** The same with the limit that a case's events have set, if any has. */
  CaseBasis after(List<CaseEvent> events) {
    return CaseTerms.setBy(events)
        .filter(limit -> !limit.equals(terms.limit()))
        .map(limit -> new CaseBasis(item, terms(item, limit), materialCodes, greenGrounds, former))
        .orElse(this);
  }

  private static CaseTerms terms(ItemInForce item, Limit promised) {
    return CaseTerms.of(
        item.category() == Category.LICENCE, promised, item.statutoryLimit(), item.flow());
  }

  private static Set<String> codes(ItemInForce item, Predicate<Material> which) {
    return item.materials().stream()
        .filter(which)
        .map(Material::code)
        .collect(Collectors.toUnmodifiableSet());
  }
}
