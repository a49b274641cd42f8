package org.sunlit.powerlist.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended, told by the last item's own keys, so that the next page goes on there even if
 * the list changed in between.
 *
 * @param tier how good a match it was; 0 is best
 * @param nameLength the length of its name in search
 * @param departmentPlace its department's place
 * @param code its code
 */
public record SearchPlace(int tier, int nameLength, int departmentPlace, String code) {
  private static final String VERSION = "1";

  /** The place as an opaque text that fits only the query it came from. */
  public String encode(SearchQuery query) {
    String text =
        String.join(
            "\n",
            VERSION,
            fingerprint(query),
            Integer.toString(tier),
            Integer.toString(nameLength),
            Integer.toString(departmentPlace),
            code);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The place in this text; empty when it isn't one, or belongs to another query. */
  public static Optional<SearchPlace> decode(String cursor, SearchQuery query) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split("\n", -1);
      if (parts.length != 6 || !parts[0].equals(VERSION) || !parts[1].equals(fingerprint(query))) {
        return Optional.empty();
      }
      return Optional.of(
          new SearchPlace(
              Integer.parseInt(parts[2]),
              Integer.parseInt(parts[3]),
              Integer.parseInt(parts[4]),
              parts[5]));
    } catch (IllegalArgumentException notACursor) {
      return Optional.empty();
    }
  }

  private static String fingerprint(SearchQuery query) {
    int hash = query.text().hashCode();
    for (SearchFilter filter : SearchFilter.values()) {
      String value = query.filters().get(filter);
      hash = 31 * hash + (value == null ? 0 : value.hashCode());
    }
    return Integer.toHexString(hash);
  }
}
