package org.sunlit.powerlist;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.administration.ChangeAction;
import org.sunlit.api.DepartmentEditingApi;
import org.sunlit.api.model.DepartmentEdition;
import org.sunlit.api.model.DepartmentProposal;
import org.sunlit.api.model.DepartmentResult;
import org.sunlit.api.model.PlannedDepartment;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;

/** Founding, changing and closing departments: for those who keep the whole list. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class DepartmentEditingResource implements DepartmentEditingApi {
  private final DepartmentEditing editing;
  private final CurrentActor actor;

  DepartmentEditingResource(DepartmentEditing editing, CurrentActor actor) {
    this.editing = editing;
    this.actor = actor;
  }

  @Override
  public Uni<List<DepartmentEdition>> listDepartmentEditions() {
    return editing
        .all(actor.get())
        .map(all -> all.stream().map(DepartmentEditingResource::edition).toList());
  }

  @Override
  public Uni<DepartmentResult> changeDepartment(
      String code, DepartmentProposal form, Boolean dryRun, String ifMatch) {
    boolean tried = Boolean.TRUE.equals(dryRun);
    ChangeAction action =
        switch (form.getAction()) {
          case FOUND -> ChangeAction.DEPARTMENT_FOUNDED;
          case CHANGE -> ChangeAction.DEPARTMENT_CHANGED;
          case CLOSE -> ChangeAction.DEPARTMENT_CLOSED;
        };
    int seen = EntityVersions.seen(ifMatch);
    DepartmentEditing.Proposal proposal =
        new DepartmentEditing.Proposal(
            code,
            action,
            form.getEffectiveFrom(),
            form.getTexts() == null ? null : DepartmentForm.of(form.getTexts()));
    return editing
        .change(proposal, seen, tried, actor.get())
        .map(
            result ->
                new DepartmentResult()
                    .applied(!tried)
                    .code(code)
                    .effectiveFrom(form.getEffectiveFrom())
                    .fields(result.fields())
                    .itemCount(result.itemCount()));
  }

  private static DepartmentEdition edition(DepartmentEditing.Edition edition) {
    DepartmentView view = edition.stored().view();
    return new DepartmentEdition()
        .code(view.code())
        .revision(edition.stored().revision())
        .texts(DepartmentForm.of(view).toApi())
        .itemCount(edition.itemCount())
        .openedOn(view.openedOn())
        .closedOn(view.closedOn())
        .planned(
            edition.planned().stream()
                .map(
                    plan ->
                        new PlannedDepartment()
                            .effectiveFrom(plan.effectiveFrom())
                            .texts(plan.texts().toApi()))
                .toList());
  }
}
