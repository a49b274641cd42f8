package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.inforequest.InfoRequests.Asked;
import org.sunlit.inforequest.rules.ApplicantKind;
import org.sunlit.inforequest.rules.RequestAction;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether what comes in is complete: every field that is wrong is said at once. */
@ApplicationScoped
class RequestChecks {
  private static final String TELEPHONE = "\\+?[0-9][0-9 -]{5,18}[0-9]";
  private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+";
  private static final String PASSPORT = "[A-Z0-9]{5,20}";
  private static final String KNOWN =
      "select exists (select from department where code = $1) as known";

  /** What can't be done without words. */
  private static final Set<RequestAction> SAID =
      Set.of(
          RequestAction.ASK_CLARIFICATION,
          RequestAction.ENTER_SUPPLEMENT,
          RequestAction.LAPSE,
          RequestAction.ASK_REASONS,
          RequestAction.ENTER_REASONS,
          RequestAction.CONSULT,
          RequestAction.ASK_EXTENSION,
          RequestAction.REFUSE_EXTENSION,
          RequestAction.DRAFT,
          RequestAction.RETURN_DRAFT,
          RequestAction.CONFIRM,
          RequestAction.ENTER_WITHDRAWAL);

  private final Pool pool;

  RequestChecks(Pool pool) {
    this.pool = pool;
  }

  /**
   * Fails with 422 and every field that is wrong.
   *
   * @param at where in the body the request stands, such as {@code /request}
   */
  Uni<Void> check(Asked asked, LocalDate today, String at) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (asked.title().isBlank()) {
      wrong = wrong.at(at + "/title", "field.not-blank");
    }
    if (asked.description().isBlank()) {
      wrong = wrong.at(at + "/description", "field.not-blank");
    }
    if (asked.name().isBlank()) {
      wrong = wrong.at(at + "/name", "field.not-blank");
    }
    if (!identified(asked, today)) {
      wrong = wrong.at(at + "/identityNumber", "inforequest.identity");
    }
    if (asked.phone() != null && !asked.phone().matches(TELEPHONE)) {
      wrong = wrong.at(at + "/phone", "inforequest.phone");
    }
    if (asked.email() != null && !asked.email().matches(EMAIL)) {
      wrong = wrong.at(at + "/email", "inforequest.email");
    }
    if (asked.phone() == null && asked.email() == null && asked.address() == null) {
      wrong = wrong.at(at + "/phone", "inforequest.contact");
    }
    if (asked.way().equals("post") && asked.address() == null) {
      wrong = wrong.at(at + "/address", "inforequest.address");
    }
    if (asked.way().equals("email") && asked.email() == null) {
      wrong = wrong.at(at + "/email", "inforequest.email-needed");
    }
    Problem found = wrong;
    return known(asked.department())
        .invoke(
            known -> fail(known ? found : found.at(at + "/department", "inforequest.department")))
        .replaceWithVoid();
  }

  /** A resident's number where it looks like one, else a passport or the like. */
  private static boolean identified(Asked asked, LocalDate today) {
    String number = IdentityNumbers.plain(asked.identityNumber());
    if (number == null) {
      return false;
    }
    if (asked.applicantKind() == ApplicantKind.ORGANISATION) {
      return IdentityNumbers.isSocialCredit(number);
    }
    return number.length() == 18
        ? IdentityNumbers.isResident(number, today)
        : number.matches(PASSPORT);
  }

  /** Fails with 422 and every field that is missing. */
  Uni<Void> check(InfoRequestActs.Wanted wanted) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (SAID.contains(wanted.action()) && wanted.words() == null) {
      wrong = wrong.at("/words", "field.not-blank");
    }
    wrong =
        switch (wanted.action()) {
          case ASK_CLARIFICATION, ASK_REASONS, ASK_EXTENSION -> need(wrong, wanted.days(), "/days");
          case CONSULT -> need(wrong, wanted.consulted(), "/consulted");
          case ENTER_OPINION ->
              need(
                  need(wrong, wanted.consultation(), "/consultation"),
                  wanted.opinion(),
                  "/opinion");
          case DRAFT -> need(wrong, wanted.decision(), "/decision");
          case ACKNOWLEDGE,
              ENTER_SUPPLEMENT,
              LAPSE,
              ENTER_REASONS,
              GRANT_EXTENSION,
              REFUSE_EXTENSION,
              RETURN_DRAFT,
              RELEASE,
              CONFIRM,
              ENTER_WITHDRAWAL ->
              wrong;
        };
    Problem found = wrong;
    String authority = wanted.decision() == null ? null : wanted.decision().authority();
    return authority == null
        ? Uni.createFrom().voidItem().invoke(() -> fail(found))
        : known(authority)
            .invoke(known -> fail(known ? found : found.at("/authority", "inforequest.department")))
            .replaceWithVoid();
  }

  private Uni<Boolean> known(String department) {
    return pool.preparedQuery(KNOWN)
        .execute(Tuple.of(department))
        .map(rows -> rows.iterator().next().getBoolean("known"));
  }

  private static Problem need(Problem wrong, Object value, String pointer) {
    return value == null ? wrong.at(pointer, "field.required") : wrong;
  }

  private static void fail(Problem found) {
    if (!found.errors().isEmpty()) {
      throw found;
    }
  }
}
