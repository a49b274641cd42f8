package org.sunlit.promise;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.CreditRecordsApi;
import org.sunlit.api.model.ApplicantKind;
import org.sunlit.api.model.CreditAnswer;
import org.sunlit.api.model.CreditDecision;
import org.sunlit.api.model.CreditEntry;
import org.sunlit.api.model.CreditLookup;
import org.sunlit.api.model.CreditPage;
import org.sunlit.api.model.CreditRestriction;
import org.sunlit.api.model.CreditShow;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.promise.CreditShapes.Reader;

/** Broken promises as staff see them, who may look them up, and what they restrict. */
class CreditRecordsResource implements CreditRecordsApi {
  private final CreditRecord record;
  private final CreditList list;
  private final CreditLookups lookups;
  private final CurrentActor currentActor;
  private final Clock clock;

  CreditRecordsResource(
      CreditRecord record,
      CreditList list,
      CreditLookups lookups,
      CurrentActor currentActor,
      Clock clock) {
    this.record = record;
    this.list = list;
    this.lookups = lookups;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CASES_READ)
  public Uni<CreditPage> listCreditEntries(CreditShow show, Integer limit, String cursor) {
    return list.page(show == null ? null : show.toString(), limit, cursor, currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CREDIT_DECIDE)
  public Uni<CreditEntry> decideOnCredit(UUID entryId, CreditDecision decision, String ifMatch) {
    return record
        .answer(
            entryId,
            EntityVersions.seen(ifMatch),
            decision.getRequest() == CreditDecision.RequestEnum.CONTEST,
            decision.getGranted(),
            decision.getReason(),
            currentActor.get())
        .map(entry -> CreditShapes.one(entry, Reader.ANSWERING, clock.instant()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CREDIT_LOOK_UP)
  public Uni<CreditAnswer> lookUpCredit(CreditLookup asked) {
    return lookups.lookUp(
        new CreditLookups.Asked(
            asked.getKind() == ApplicantKind.PERSON,
            asked.getIdentityNumber(),
            asked.getField(),
            asked.getReason()),
        currentActor.get(),
        currentActor.sessionOrNull());
  }

  @Override
  @PermitAll
  public Uni<List<CreditRestriction>> listCreditRestrictions() {
    return lookups.restrictions();
  }
}
