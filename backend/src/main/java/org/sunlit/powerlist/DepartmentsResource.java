package org.sunlit.powerlist;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.DepartmentsApi;
import org.sunlit.api.model.Department;
import org.sunlit.api.model.Region;

/** Who holds power, and where: for everybody. */
@PermitAll
class DepartmentsResource implements DepartmentsApi {
  private final Catalogue catalogue;

  DepartmentsResource(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Uni<List<Department>> listDepartments() {
    return catalogue
        .current()
        .map(
            snapshot ->
                snapshot.departments().stream()
                    .filter(one -> one.standsOn(snapshot.on()))
                    .map(
                        one ->
                            PowerItemMapper.department(
                                one, snapshot.itemsInForce().getOrDefault(one.code(), 0)))
                    .toList());
  }

  @Override
  public Uni<List<Region>> listRegions(String parent) {
    return catalogue
        .current()
        .map(
            snapshot ->
                snapshot.regions().stream()
                    .filter(region -> parent == null || parent.equals(region.parent()))
                    .map(PowerItemMapper::region)
                    .toList());
  }
}
