package org.sunlit.casework;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an applicant promises with an application (容缺后补、告知承诺).
 *
 * @param version that of the text that was shown
 * @param signedName the full name, typed as the signature
 * @param late codes of the materials that come late
 * @param conditions whether the item's conditions are promised instead of proven
 */
public record SignedPromise(
    String version, String signedName, List<String> late, boolean conditions) {
  public SignedPromise {
    requireNonNull(version, "version");
    requireNonNull(signedName, "signedName");
    late = late == null ? List.of() : List.copyOf(late);
  }
}
