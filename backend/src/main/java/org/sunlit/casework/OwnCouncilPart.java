package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import org.sunlit.api.model.OwnCouncil;

/**
 * What is kept of somebody as a people's supervisor or fixed member (I10, K7), for the copy of
 * their data. The council's room answers.
 */
public interface OwnCouncilPart {
  /** All that an account is and wrote; null for one that never was a member. */
  Uni<OwnCouncil> of(String account);
}
