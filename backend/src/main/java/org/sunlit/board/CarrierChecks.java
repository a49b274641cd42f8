package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sunlit.board.rules.CarrierKind;
import org.sunlit.platform.Coded;
import org.sunlit.problem.FieldProblem;

/** What is wrong with what is said of carriers. */
@ApplicationScoped
class CarrierChecks {
  private static final String KNOWN =
      """
      select 'region' as what, code from region where code = any($1)
      union all select 'department', code from department where code = any($2)
      union all select 'account', account from account where account = any($3) and kind = 'staff' and not disabled
      union all select 'screen', code from screen where code = any($4)
      """;

  /** Which of what is referred to is there, as {@code kind:code}. */
  record Known(Set<String> all) {
    private boolean has(String what, String code) {
      return all.contains(what + ":" + code);
    }
  }

  Uni<Known> known(SqlClient client, Collection<CarrierForm> forms) {
    return client
        .preparedQuery(KNOWN)
        .execute(
            Tuple.of(
                codes(forms, CarrierForm::regionCode),
                codes(forms, CarrierForm::departmentCode),
                codes(forms, CarrierForm::responsible),
                codes(forms, CarrierForm::screenCode)))
        .map(
            rows ->
                new Known(
                    rows.stream()
                        .map(row -> row.getString("what") + ":" + row.getString("code"))
                        .collect(Collectors.toSet())));
  }

  /** Each with a pointer to its field. */
  static List<FieldProblem> problems(CarrierForm form, Known known) {
    List<FieldProblem> wrong = new ArrayList<>();
    if (form.name().isBlank()) {
      wrong.add(problem("/name", "field.not-blank"));
    }
    if (form.place().isBlank()) {
      wrong.add(problem("/place", "field.not-blank"));
    }
    if (!known.has("region", form.regionCode())) {
      wrong.add(problem("/regionCode", "item.unknown-region"));
    }
    if (!known.has("department", form.departmentCode())) {
      wrong.add(problem("/departmentCode", "item.unknown-department"));
    }
    if (!known.has("account", form.responsible())) {
      wrong.add(problem("/responsible", "carrier.unknown-account"));
    }
    if (form.screenCode() != null && !known.has("screen", form.screenCode())) {
      wrong.add(problem("/screenCode", "board.unknown"));
    }
    boolean device = Coded.of(CarrierKind.class, form.kind()).device();
    if (!device && form.screenCode() != null) {
      wrong.add(problem("/screenCode", "carrier.no-device"));
    }
    if (device && form.postingDays() != null) {
      wrong.add(problem("/postingDays", "carrier.has-device"));
    }
    if (!CarrierKind.TOUCH.code().equals(form.kind())) {
      if (form.idleSeconds() != null) {
        wrong.add(problem("/idleSeconds", "carrier.not-touch"));
      }
      if (form.printer()) {
        wrong.add(problem("/printer", "carrier.not-touch"));
      }
    }
    return wrong;
  }

  private static FieldProblem problem(String pointer, String key) {
    return new FieldProblem(pointer, key, List.of());
  }

  private static String[] codes(Collection<CarrierForm> forms, Function<CarrierForm, String> code) {
    return forms.stream().map(code).filter(one -> one != null).distinct().toArray(String[]::new);
  }
}
