package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.api.CaseFiltersApi;
import org.sunlit.api.model.CaseFilter;
import org.sunlit.api.model.CaseState;
import org.sunlit.api.model.DueSpan;
import org.sunlit.api.model.NewCaseFilter;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** One's own filters of the list of cases. */
@PermissionsAllowed(Permission.Codes.CASES_READ)
class CaseFiltersResource implements CaseFiltersApi {
  private final CaseFilters filters;
  private final CurrentActor currentActor;

  CaseFiltersResource(CaseFilters filters, CurrentActor currentActor) {
    this.filters = filters;
    this.currentActor = currentActor;
  }

  @Override
  public Uni<List<CaseFilter>> listCaseFilters() {
    return filters
        .of(currentActor.get())
        .map(kept -> kept.stream().map(CaseFiltersResource::shown).toList());
  }

  @Override
  public Uni<CaseFilter> keepCaseFilter(NewCaseFilter wanted) {
    CaseList.Asked asked =
        new CaseList.Asked(
            wanted.getScope() == NewCaseFilter.ScopeEnum.MINE,
            text(wanted.getState()),
            text(wanted.getDue()),
            wanted.getQ() == null || wanted.getQ().isBlank() ? null : wanted.getQ().strip(),
            1,
            null);
    return filters
        .keep(wanted.getName().strip(), asked, currentActor.get())
        .map(CaseFiltersResource::shown);
  }

  @Override
  public Uni<Void> forgetCaseFilter(UUID id) {
    return filters.forget(id, currentActor.get());
  }

  private static CaseFilter shown(CaseFilters.Kept kept) {
    CaseList.Asked asked = kept.asked();
    return new CaseFilter()
        .id(kept.id())
        .name(kept.name())
        .scope(asked.mine() ? CaseFilter.ScopeEnum.MINE : CaseFilter.ScopeEnum.DEPARTMENT)
        .state(Optional.ofNullable(asked.state()).map(CaseState::fromValue).orElse(null))
        .due(Optional.ofNullable(asked.due()).map(DueSpan::fromValue).orElse(null))
        .q(asked.q())
        .found((int) kept.found());
  }

  private static String text(Enum<?> word) {
    return word == null ? null : word.toString();
  }
}
