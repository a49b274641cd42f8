package org.sunlit.casework;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.sunlit.api.RecountsApi;
import org.sunlit.api.model.Recount;
import org.sunlit.api.model.RecountPage;
import org.sunlit.api.model.RecountedCasePage;
import org.sunlit.casework.RecountReads.Filter;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Recounts: for those who keep the calendar. */
@PermissionsAllowed(Permission.Codes.CALENDAR_EDIT)
class RecountsResource implements RecountsApi {
  private static final int USUAL_PAGE = 20;

  private final RecountReads reads;

  RecountsResource(RecountReads reads) {
    this.reads = reads;
  }

  @Override
  public Uni<RecountPage> listRecounts(Integer limit, String cursor) {
    return reads.page(edition(cursor), limit == null ? USUAL_PAGE : limit);
  }

  @Override
  public Uni<Recount> getRecount(UUID recountId) {
    return found(recountId);
  }

  @Override
  public Uni<RecountedCasePage> listRecountedCases(
      UUID recountId, String filter, Integer limit, String cursor) {
    String after = number(cursor);
    return found(recountId)
        .chain(
            recount ->
                reads.cases(recount, Filter.of(filter), after, limit == null ? USUAL_PAGE : limit));
  }

  @Override
  public Uni<String> getRecountedCasesCsv(UUID recountId, String filter) {
    return found(recountId)
        .chain(
            recount ->
                reads.moved(recountId, Filter.of(filter), "", Math.max(1, recount.getMoved())))
        .map(RecountCsv::of);
  }

  private Uni<Recount> found(UUID id) {
    return reads.find(id).map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static long edition(String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    if (!cursor.matches("[0-9]{1,18}")) {
      throw foreign();
    }
    return Long.parseLong(cursor);
  }

  private static String number(String cursor) {
    return cursor == null ? "" : CaseNumbers.read(cursor).orElseThrow(RecountsResource::foreign);
  }

  private static Problem foreign() {
    return Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
  }
}
