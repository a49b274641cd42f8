package org.sunlit.citizen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What somebody has to say of themselves to get an account; everything wrong is said at once. */
final class RegistrationChecks {
  private final List<FieldProblem> errors = new ArrayList<>();

  /**
   * Checks it all.
   *
   * @param password what speaks against the password
   * @throws Problem 422 with everything that is wrong
   */
  static void check(CitizenDetails details, Optional<FieldProblem> password, LocalDate today) {
    RegistrationChecks checks = new RegistrationChecks();
    checks.notBlank("/name", details.name());
    checks.number(details, today);
    password.ifPresent(checks.errors::add);
    checks.finish();
  }

  private void number(CitizenDetails details, LocalDate today) {
    String number = details.identityNumber();
    if (details.kind() == CitizenKind.ORGANISATION) {
      if (number == null) {
        error("/identityNumber", "field.required");
      } else if (!IdentityNumbers.isSocialCredit(number)) {
        error("/identityNumber", "apply.credit-code");
      }
    } else if (number != null && !IdentityNumbers.isResident(number, today)) {
      error("/identityNumber", "apply.identity-number");
    }
  }

  private void notBlank(String pointer, String text) {
    if (text.isBlank()) {
      error(pointer, "field.not-blank");
    }
  }

  private void error(String pointer, String key, Object... args) {
    errors.add(new FieldProblem(pointer, key, List.of(args)));
  }

  private void finish() {
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
    }
  }
}
