package org.sunlit.disclosure;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import org.sunlit.api.DisclosureDutiesApi;
import org.sunlit.api.model.DisclosureCategoryForm;
import org.sunlit.api.model.DutyForm;
import org.sunlit.api.model.DutyOccasionForm;
import org.sunlit.disclosure.rules.LimitUnit;
import org.sunlit.disclosure.rules.Timing;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;

/** Keeping what has to be published. */
class DutiesResource implements DisclosureDutiesApi {
  private final Duties duties;
  private final CurrentActor currentActor;

  DutiesResource(Duties duties, CurrentActor currentActor) {
    this.duties = duties;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_KEEP)
  public Uni<Void> keepDisclosureDuty(String code, DutyForm form) {
    return duties.keep(
        code,
        new Duties.Form(
            form.getDepartmentCode(),
            form.getCategory(),
            form.getTitle(),
            form.getTitleEn(),
            Coded.of(Timing.class, form.getTiming().toString()),
            form.getEvery() == null ? null : form.getEvery().toString(),
            form.getLimit(),
            Coded.of(LimitUnit.class, form.getUnit().toString()),
            form.getGround(),
            form.getFromOn(),
            form.getUntilOn()),
        currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_DRAFT)
  public Uni<Void> recordDisclosureOccasion(String code, String occasion, DutyOccasionForm form) {
    return duties.record(
        code, occasion, form.getAbout(), form.getHappenedAt().toInstant(), currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.DISCLOSURES_KEEP)
  public Uni<Void> keepDisclosureCategory(String code, DisclosureCategoryForm form) {
    return duties.keepCategory(
        code,
        form.getName(),
        form.getNameEn(),
        form.getGround(),
        form.getPosition(),
        currentActor.get());
  }
}
