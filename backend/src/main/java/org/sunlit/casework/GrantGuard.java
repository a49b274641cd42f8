package org.sunlit.casework;

import io.smallrye.mutiny.Uni;

/**
 * Who knows whether a case of a joint application may be granted yet: some have to wait for others
 * of it (并联审批的前置事项). The room of joint applications answers; casework asks before it decides.
 */
public interface GrantGuard {
  /**
   * Fails with a problem when the case may not be granted as things stand.
   *
   * @param jointNumber the joint application the case belongs to
   */
  Uni<Void> mayGrant(String jointNumber, String caseNumber);
}
