package org.sunlit.privacy;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.AccessTrailApi;
import org.sunlit.api.model.PersonalField;
import org.sunlit.api.model.TrailEntry;
import org.sunlit.api.model.TrailPage;
import org.sunlit.api.model.UnmaskingReason;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The trail, for supervisors. Whoever reads it is in it. */
class AccessTrailResource implements AccessTrailApi {
  private static final String CURSOR = "[1-9][0-9]{0,17}";

  private final AccessTrail trail;
  private final CurrentActor currentActor;

  AccessTrailResource(AccessTrail trail, CurrentActor currentActor) {
    this.trail = trail;
    this.currentActor = currentActor;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.TRAIL_READ)
  public Uni<TrailPage> readAccessTrail(
      String account,
      String caseNumber,
      org.sunlit.api.model.LookKind action,
      LocalDate from,
      LocalDate to,
      Integer limit,
      String cursor) {
    AccessTrail.Asked asked =
        new AccessTrail.Asked(
            blankless(account),
            blankless(caseNumber),
            action == null ? null : Coded.of(LookKind.class, action.toString()),
            from,
            to);
    Look look =
        Look.by(currentActor.get(), currentActor.sessionOrNull(), LookKind.TRAIL_READ)
            .in(asked.caseNumber());
    return trail
        .page(asked, before(cursor), limit + 1)
        .call(() -> trail.write(look))
        .map(entries -> page(entries, limit));
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static long before(String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    if (!cursor.matches(CURSOR)) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
    }
    return Long.parseLong(cursor);
  }

  private static TrailPage page(List<AccessTrail.Entry> entries, int limit) {
    List<AccessTrail.Entry> shown = entries.stream().limit(limit).toList();
    return new TrailPage()
        .items(shown.stream().map(AccessTrailResource::entry).toList())
        .nextCursor(
            entries.size() > limit ? Long.toString(shown.get(shown.size() - 1).id()) : null);
  }

  private static TrailEntry entry(AccessTrail.Entry entry) {
    Look look = entry.look();
    return new TrailEntry()
        .id(entry.id())
        .at(CityTime.offset(entry.at()))
        .action(org.sunlit.api.model.LookKind.fromString(look.kind().code()))
        .account(look.account())
        .accountName(entry.accountName())
        .accountNameEn(entry.accountNameEn())
        .post(look.post())
        .departmentCode(look.departmentCode())
        .session(look.session())
        .caseNumber(look.caseNumber())
        .materialId(look.materialId())
        .fields(
            look.fields().isEmpty()
                ? null
                : look.fields().stream().map(PersonalField::fromString).toList())
        .reasonKind(
            look.reasonKind() == null ? null : UnmaskingReason.fromString(look.reasonKind()));
  }
}
