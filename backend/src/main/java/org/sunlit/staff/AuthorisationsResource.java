package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.AuthorisationsApi;
import org.sunlit.api.model.AuthorisationDraft;
import org.sunlit.api.model.AuthorisationPage;
import org.sunlit.api.model.AuthorisedAct;
import org.sunlit.api.model.ChiefRepresentative;
import org.sunlit.api.model.Revocation;
import org.sunlit.api.model.StaffResult;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Letters of authority, and what the public may know of them. */
class AuthorisationsResource implements AuthorisationsApi {
  private final Authorisations authorisations;
  private final AuthorisationStore store;
  private final Asking asking;

  AuthorisationsResource(Authorisations authorisations, AuthorisationStore store, Asking asking) {
    this.authorisations = authorisations;
    this.store = store;
    this.asking = asking;
  }

  @Override
  @PermitAll
  public Uni<List<ChiefRepresentative>> listChiefRepresentatives(String code) {
    return store
        .inForce(code, LocalDate.ofInstant(asking.now(), CityTime.ZONE))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .map(letters -> letters.stream().map(Shapes::chief).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<AuthorisationPage> listAuthorisations(
      String department, String account, Integer limit, String cursor) {
    Shapes shapes = new Shapes(asking.now());
    return store
        .list(department, account, limit, cursor, asking.scope())
        .map(
            listed ->
                new AuthorisationPage()
                    .items(listed.page().items().stream().map(shapes::letter).toList())
                    .nextCursor(listed.page().nextCursor())
                    .total((int) listed.total()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> recordAuthorisation(AuthorisationDraft draft, Boolean dryRun) {
    Language language = asking.language();
    return authorisations
        .record(
            new Authorisations.Draft(
                draft.getDocumentNumber(),
                draft.getAccount(),
                draft.getActs().stream().map(AuthorisedAct::toString).toList(),
                draft.getItemCodes() == null ? List.of() : draft.getItemCodes(),
                draft.getFrom(),
                draft.getUntil(),
                draft.getIssuedBy()),
            asking.who(),
            dryRun)
        .map(done -> Shapes.result(done, language));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> revokeAuthorisation(UUID id, Revocation revocation, Boolean dryRun) {
    Language language = asking.language();
    if (revocation.getWhy().isBlank()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/why", "field.not-blank");
    }
    return authorisations
        .revoke(id, revocation.getWhy(), asking.who(), dryRun)
        .map(done -> Shapes.result(done, language));
  }
}
