package org.sunlit.casework.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sunlit.calendar.Limit;

/**
 * What a case is about, as far as the rules on commands need it.
 *
 * @param materialCodes codes of the materials the item asks for
 * @param originals those of them that the item's published list wants to see in the original
 * @param limit how long a decision may take
 * @param licence whether it is an administrative licence, which 行政许可法 is about
 * @param greenGrounds on what grounds the city has a green channel
 */
public record Matter(
    Set<String> materialCodes,
    Set<String> originals,
    Limit limit,
    boolean licence,
    List<GreenGround> greenGrounds) {
  public Matter {
    materialCodes = Set.copyOf(materialCodes);
    originals = Set.copyOf(originals);
    greenGrounds = List.copyOf(greenGrounds);
  }

  /** A matter that asks for no originals, in a city without a green channel. */
  public Matter(Set<String> materialCodes, Limit limit, boolean licence) {
    this(materialCodes, Set.of(), limit, licence, List.of());
  }

  Optional<GreenGround> greenGround(String code) {
    return greenGrounds.stream().filter(ground -> ground.code().equals(code)).findFirst();
  }
}
