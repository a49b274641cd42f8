package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import org.sunlit.api.StaffNoticesApi;
import org.sunlit.api.model.NoticesRead;
import org.sunlit.api.model.StaffNoticeList;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** What has come to one's posts since one last looked. */
@PermissionsAllowed(Permission.Codes.CASES_READ)
class StaffNoticesResource implements StaffNoticesApi {
  private final StaffNotices notices;
  private final CurrentActor currentActor;

  StaffNoticesResource(StaffNotices notices, CurrentActor currentActor) {
    this.notices = notices;
    this.currentActor = currentActor;
  }

  @Override
  public Uni<StaffNoticeList> listStaffNotices() {
    return notices.of(currentActor.get());
  }

  @Override
  public Uni<Void> markStaffNoticesRead(NoticesRead read) {
    return notices.read(currentActor.get(), read.getPlace(), read.getAsOf());
  }
}
