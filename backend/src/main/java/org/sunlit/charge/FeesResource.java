package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sunlit.api.FeesApi;
import org.sunlit.api.model.FeeEntry;
import org.sunlit.api.model.FeeState;
import org.sunlit.charge.rules.StandardVersion;
import org.sunlit.platform.CityTime;

/** The published catalogue of fees. */
@PermitAll
class FeesResource implements FeesApi {
  private final FeeCatalogue catalogue;
  private final FeeEntries entries;
  private final Clock clock;

  FeesResource(FeeCatalogue catalogue, FeeEntries entries, Clock clock) {
    this.catalogue = catalogue;
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public Uni<org.sunlit.api.model.FeeCatalogue> listFees(
      FeeState status, String department, String item, LocalDate on) {
    LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), CityTime.ZONE) : on;
    return catalogue
        .on(day)
        .map(all -> all.stream().filter(one -> asked(one, department, item)).toList())
        .chain(
            asked -> {
              List<StandardVersion> shown =
                  asked.stream()
                      .filter(
                          one ->
                              status == null
                                  || status.toString().equals(one.standard().status().code()))
                      .toList();
              return entries.of(shown, day).map(fees -> page(fees, asked));
            });
  }

  private static boolean asked(StandardVersion one, String department, String item) {
    return (department == null || department.equals(one.standard().departmentCode()))
        && (item == null || one.standard().items().contains(item));
  }

  private static org.sunlit.api.model.FeeCatalogue page(
      List<FeeEntry> fees, List<StandardVersion> all) {
    return new org.sunlit.api.model.FeeCatalogue()
        .fees(fees)
        .inForce(count(all, org.sunlit.charge.rules.FeeState.IN_FORCE))
        .suspended(count(all, org.sunlit.charge.rules.FeeState.SUSPENDED))
        .cancelled(count(all, org.sunlit.charge.rules.FeeState.CANCELLED))
        .savedFenPerYear(saved(all.stream()).mapToLong(Long::longValue).sum());
  }

  private static Stream<Long> saved(Stream<StandardVersion> all) {
    return all.map(one -> one.standard().savedFenPerYear()).filter(Objects::nonNull);
  }

  private static int count(List<StandardVersion> all, org.sunlit.charge.rules.FeeState state) {
    return (int) all.stream().filter(one -> one.standard().status() == state).count();
  }
}
