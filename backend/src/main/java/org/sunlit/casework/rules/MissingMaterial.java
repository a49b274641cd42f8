package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One thing an application lacks (补正事项), as the one-time notice tells it (C6).
 *
 * @param materialCode the item's material it concerns; null when it concerns none
 * @param what what is missing or wrong, in the clerk's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MissingMaterial(String materialCode, String what) {

  /**
   * Whether this was told with that notice already: the same material, whatever is wrong with it
   * now; where there is no material, the same words.
   */
  boolean toldWith(List<MissingMaterial> notice) {
    return notice.stream().anyMatch(this::concernsTheSame);
  }

  private boolean concernsTheSame(MissingMaterial told) {
    return materialCode == null
        ? told.materialCode() == null && plain(what).equals(plain(told.what()))
        : materialCode.equals(told.materialCode());
  }

  private static String plain(String words) {
    return words == null ? "" : words.replaceAll("\\s+", "");
  }
}
