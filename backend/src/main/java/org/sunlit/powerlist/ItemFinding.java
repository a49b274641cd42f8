package org.sunlit.powerlist;

import java.util.List;

/**
 * Why an item can't be published.
 *
 * @param index the item's place in the publication, from 0
 * @param field which field, by the name an import maps columns to; null for the item as a whole
 * @param messageKey a key of the {@code problems} bundles
 * @param args fill its text
 */
public record ItemFinding(int index, ItemField field, String messageKey, List<Object> args) {
  public ItemFinding {
    args = List.copyOf(args);
  }
}
