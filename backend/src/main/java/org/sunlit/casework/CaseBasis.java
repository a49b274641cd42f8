package org.sunlit.casework;

import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.casework.rules.CaseTerms;
import org.sunlit.casework.rules.Matter;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;

/**
 * What a case runs on: the version of the item it began on, and its terms.
 *
 * @param materialCodes codes of the materials the item asks for
 */
record CaseBasis(ItemInForce item, CaseTerms terms, Set<String> materialCodes) {
  /** What the rules on commands need of it. */
  Matter matter() {
    return new Matter(materialCodes, terms.limit(), terms.licence());
  }

  static CaseBasis of(ItemInForce item) {
    return new CaseBasis(
        item,
        CaseTerms.of(
            item.category() == Category.LICENCE,
            item.promisedLimit(),
            item.statutoryLimit(),
            item.flow()),
        item.materials().stream().map(Material::code).collect(Collectors.toUnmodifiableSet()));
  }
}
