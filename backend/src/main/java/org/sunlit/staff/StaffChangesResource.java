package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import org.sunlit.api.StaffChangesApi;
import org.sunlit.api.model.AdministrativeChangePage;
import org.sunlit.identity.Permission;

/** What administrators changed. */
class StaffChangesResource implements StaffChangesApi {
  private final ChangeStore changes;
  private final Asking asking;

  StaffChangesResource(ChangeStore changes, Asking asking) {
    this.changes = changes;
    this.asking = asking;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<AdministrativeChangePage> listStaffChanges(
      String subject, String department, Integer limit, String cursor) {
    return changes.list(subject, department, limit, cursor, asking.scope());
  }
}
