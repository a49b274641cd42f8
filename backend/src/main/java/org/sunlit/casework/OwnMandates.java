package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.api.model.OwnAgency;

/**
 * The mandates that somebody has given to agents (全程代办, B21), for the copy of their data. The room
 * of agents answers.
 */
public interface OwnMandates {
  /** All that an account has given, with what was done by them, the latest first. */
  Uni<List<OwnAgency>> given(String account);
}
