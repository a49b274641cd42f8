package org.sunlit.place;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.LiaisonOfficersApi;
import org.sunlit.api.model.LiaisonOfficer;
import org.sunlit.api.model.LiaisonOfficerDraft;
import org.sunlit.api.model.PlaceChange;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** Whom to turn to in a department, for the staff. */
class LiaisonOfficersResource implements LiaisonOfficersApi {
  private final LiaisonOfficers officers;
  private final CurrentActor currentActor;

  LiaisonOfficersResource(LiaisonOfficers officers, CurrentActor currentActor) {
    this.officers = officers;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_READ)
  public Uni<List<LiaisonOfficer>> listLiaisonOfficers() {
    return officers.all().map(all -> all.stream().map(Shapes::officer).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<PlaceChange> nameLiaisonOfficer(LiaisonOfficerDraft draft, Boolean dryRun) {
    return officers
        .name(
            draft.getDepartmentCode(),
            draft.getAccount(),
            draft.getTelephone(),
            currentActor.get(),
            dryRun)
        .map(Shapes::change);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<Void> releaseLiaisonOfficer(UUID id) {
    return officers.release(id, currentActor.get());
  }
}
