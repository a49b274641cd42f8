package org.sunlit.joint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sunlit.joint.rules.JointTheme.Use;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialSource;

/**
 * A material given once and passed on to every item that asks for it (材料共享): those of the same
 * name, and those the theme says are the same.
 *
 * @param key what the form calls it: its first use
 * @param material as the first item to ask for it has it
 * @param required whether an item can't begin without it
 * @param usedBy every use of it
 */
public record SharedMaterial(String key, Material material, boolean required, List<Use> usedBy) {
  public SharedMaterial {
    usedBy = List.copyOf(usedBy);
  }

  /** What applicants provide for these items; what government holds is not asked for (B17). */
  public static List<SharedMaterial> of(JointTheme theme, List<ItemInForce> items) {
    return shared(theme, items, material -> material.source() != MaterialSource.GOVERNMENT);
  }

  /** What departments fetch for these items, where nobody brings it from an earlier decision. */
  public static List<SharedMaterial> fetched(JointTheme theme, List<ItemInForce> items) {
    return shared(theme, items, material -> material.source() == MaterialSource.GOVERNMENT);
  }

  private static List<SharedMaterial> shared(
      JointTheme theme, List<ItemInForce> items, Predicate<Material> which) {
    Map<String, SharedMaterial> byThing = new LinkedHashMap<>();
    for (ItemInForce item : items) {
      for (Material material : item.materials()) {
        if (which.test(material)) {
          Use use = new Use(item.code(), material.code());
          byThing.merge(
              thing(theme, use, material),
              new SharedMaterial(
                  item.code() + "/" + material.code(), material, needed(material), List.of(use)),
              SharedMaterial::and);
        }
      }
    }
    return List.copyOf(byThing.values());
  }

  /** The material's code in the list of this item; null when that item doesn't ask for it. */
  public String codeFor(String itemCode) {
    return usedBy.stream()
        .filter(use -> use.itemCode().equals(itemCode))
        .map(Use::code)
        .findFirst()
        .orElse(null);
  }

  private SharedMaterial and(SharedMaterial other) {
    List<Use> uses = new ArrayList<>(usedBy);
    uses.addAll(other.usedBy);
    return new SharedMaterial(key, material, required || other.required, uses);
  }

  private static boolean needed(Material material) {
    return material.required()
        && !material.deferrable()
        && material.source() == MaterialSource.APPLICANT;
  }

  private static String thing(JointTheme theme, Use use, Material material) {
    for (int group = 0; group < theme.shared().size(); group++) {
      if (theme.shared().get(group).contains(use)) {
        return "shared " + group;
      }
    }
    return "name " + material.name().replaceAll("[\\s（）()、，,]+", "");
  }
}
