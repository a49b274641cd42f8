package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import org.sunlit.api.ReuseApi;
import org.sunlit.api.model.ReuseOffers;
import org.sunlit.api.model.WindowReuse;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What needn't be typed or handed in again, for the person themselves and at a window. */
class ReuseResource implements ReuseApi {
  private final Reuses reuses;
  private final BlindIndex blind;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ReuseResource(
      Reuses reuses,
      BlindIndex blind,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.reuses = reuses;
    this.blind = blind;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<ReuseOffers> listReuse(String itemCode) {
    keepNowhere();
    return reuses.forMyself(itemCode, currentActor.get(), currentActor.sessionOrNull());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<ReuseOffers> listReuseForOwnCase(String caseNumber) {
    keepNowhere();
    return reuses.forOwnCase(
        CaseNumbers.read(caseNumber).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)),
        currentActor.get(),
        currentActor.sessionOrNull());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_ACT)
  public Uni<ReuseOffers> findReuse(WindowReuse asked) {
    keepNowhere();
    return reuses.atWindow(
        asked.getItemCode(),
        new Handing(
            asked.getPlaceCode(),
            null,
            asked.getConsent() == null ? null : asked.getConsent().toString()),
        whose(asked),
        currentActor.get(),
        currentActor.sessionOrNull());
  }

  private Whose whose(WindowReuse asked) {
    String number = IdentityNumbers.plain(asked.getIdentityNumber());
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (asked.getName().isBlank()) {
      wrong = wrong.at("/name", "field.not-blank");
    }
    if (number == null) {
      wrong = wrong.at("/identityNumber", "field.not-blank");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
    return Whose.person(blind.tokens(), asked.getName(), number);
  }

  private void keepNowhere() {
    currentRequest
        .getCurrent()
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
