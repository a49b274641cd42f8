package org.sunlit.document;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.SealUsesApi;
import org.sunlit.api.model.DocumentKind;
import org.sunlit.api.model.SealUse;
import org.sunlit.api.model.SealUsePage;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The register of seal uses: supervisors see all of it, a unit its own. */
class SealUsesResource implements SealUsesApi {
  private static final String CURSOR = "[1-9][0-9]{0,17}";

  /** As many rows as one file has; the filter by days gives the rest. */
  private static final int MOST_ROWS = 20_000;

  private final SealUses uses;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  SealUsesResource(SealUses uses, CurrentActor currentActor, CurrentVertxRequest currentRequest) {
    this.uses = uses;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.SEAL_USES_READ)
  public Uni<SealUsePage> listSealUses(
      String department,
      DocumentKind kind,
      String account,
      String of,
      LocalDate from,
      LocalDate to,
      Integer limit,
      String cursor) {
    return uses.newest(
            asked(department, kind, account, of, from, to),
            currentActor.get(),
            before(cursor),
            limit + 1)
        .map(found -> page(found, limit));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.SEAL_USES_READ)
  public Uni<String> exportSealUses(
      String department,
      DocumentKind kind,
      String account,
      String of,
      LocalDate from,
      LocalDate to) {
    RoutingContext http = currentRequest.getCurrent();
    return uses.newest(
            asked(department, kind, account, of, from, to),
            currentActor.get(),
            Long.MAX_VALUE,
            MOST_ROWS)
        .invoke(
            () ->
                http.response()
                    .putHeader("Content-Disposition", "attachment; filename=\"seal-uses.csv\"")
                    .putHeader("Cache-Control", "private, no-store"))
        .map(SealUseTable::of);
  }

  private static SealUses.Asked asked(
      String department,
      DocumentKind kind,
      String account,
      String of,
      LocalDate from,
      LocalDate to) {
    return new SealUses.Asked(
        blankless(department),
        kind == null ? null : kind.toString(),
        blankless(account),
        blankless(of),
        from,
        to);
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static long before(String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    if (!cursor.matches(CURSOR)) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
    }
    return Long.parseLong(cursor);
  }

  private static SealUsePage page(List<SealUses.Use> found, int limit) {
    List<SealUses.Use> shown = found.subList(0, Math.min(limit, found.size()));
    return new SealUsePage()
        .items(shown.stream().map(SealUsesResource::shape).toList())
        .nextCursor(found.size() > limit ? Long.toString(shown.get(shown.size() - 1).id()) : null);
  }

  private static SealUse shape(SealUses.Use use) {
    return new SealUse()
        .id(use.id())
        .at(CityTime.offset(use.at()))
        .unit(use.unit())
        .unitEn(use.unitEn())
        .seal(use.seal())
        .documentNumber(use.number())
        .kind(DocumentKind.fromString(use.kind()))
        .title(use.title())
        .titleEn(use.titleEn())
        .caseNumber(use.caseNumber())
        .departmentCode(use.departmentCode())
        .account(use.account())
        .name(use.name())
        .nameEn(use.nameEn())
        .post(use.post())
        .postName(use.postName())
        .postNameEn(use.postNameEn())
        .confirmedBy(use.confirmedBy());
  }
}
