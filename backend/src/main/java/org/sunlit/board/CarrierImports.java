package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sunlit.board.CarrierTable.Fault;
import org.sunlit.identity.Actor;
import org.sunlit.problem.FieldProblem;

/** Brings carriers in from a file: every row or none. */
@ApplicationScoped
class CarrierImports {
  /** What a file does, or has done. */
  record Report(boolean applied, int rows, List<Carriers.Kept> kept, List<Fault> faults) {
    /** How many are new. */
    int created() {
      return (int) kept.stream().filter(Report::isNew).count();
    }

    /** How many stay as they are. */
    int unchanged() {
      return (int) kept.stream().filter(one -> one.changes().isEmpty()).count();
    }

    private static boolean isNew(Carriers.Kept one) {
      return one.version() == (one.applied() ? 1 : 0);
    }
  }

  private final Carriers carriers;

  CarrierImports(Carriers carriers) {
    this.carriers = carriers;
  }

  Uni<Report> take(byte[] file, Actor by, boolean dryRun) {
    CarrierTable table = CarrierTable.read(file);
    int rows = table.forms().size();
    if (!table.faults().isEmpty()) {
      return Uni.createFrom().item(new Report(false, rows, List.of(), table.faults()));
    }
    return carriers
        .keepAll(table.forms(), by, dryRun)
        .map(
            many -> {
              List<Fault> faults = faults(table, many.problems());
              return new Report(!dryRun && faults.isEmpty(), rows, many.kept(), faults);
            });
  }

  private static List<Fault> faults(CarrierTable table, Map<String, List<FieldProblem>> problems) {
    List<Fault> faults = new ArrayList<>();
    problems.forEach(
        (code, all) ->
            all.forEach(
                problem ->
                    faults.add(
                        new Fault(
                            table.rows().get(code),
                            table.headers().get(problem.pointer().substring(1)),
                            null,
                            problem.messageKey(),
                            problem.args()))));
    return faults;
  }
}
