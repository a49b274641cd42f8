package org.sunlit.privacy;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;

/**
 * Something somebody did with personal data, for the trail: never the data itself.
 *
 * @param account null for the person themselves, by their tracking code
 * @param post the code of a post they hold, or of a role when they hold none
 * @param session null outside a session
 * @param caseNumber null when it was about no one case
 * @param fields which values were asked for or seen
 * @param reasonKind why, as a code; null when no reason was asked for
 */
public record Look(
    LookKind kind,
    String account,
    String post,
    String departmentCode,
    UUID session,
    String caseNumber,
    UUID materialId,
    List<String> fields,
    String reasonKind) {
  public Look {
    requireNonNull(kind, "kind");
    fields = fields == null ? List.of() : List.copyOf(fields);
  }

  /** Somebody of the staff, or whoever is signed in. */
  public static Look by(Actor actor, UUID session, LookKind kind) {
    return new Look(
        kind,
        actor.accountId(),
        capacity(actor),
        actor.departmentCode(),
        session,
        null,
        null,
        List.of(),
        null);
  }

  /** The person whose data it is, without an account. */
  public static Look byThePerson(LookKind kind, String caseNumber) {
    return new Look(kind, null, null, null, null, caseNumber, null, List.of(), null);
  }

  /** Within this case. */
  public Look in(String number) {
    return new Look(
        kind, account, post, departmentCode, session, number, materialId, fields, reasonKind);
  }

  /** At this material's file. */
  public Look at(UUID material) {
    return new Look(
        kind, account, post, departmentCode, session, caseNumber, material, fields, reasonKind);
  }

  /** At these values, for this reason. */
  public Look at(List<String> values, String why) {
    return new Look(
        kind, account, post, departmentCode, session, caseNumber, materialId, values, why);
  }

  private static String capacity(Actor actor) {
    return actor.posts().stream()
        .min(Comparator.naturalOrder())
        .or(() -> actor.roles().stream().map(Role::code).min(Comparator.naturalOrder()))
        .orElse(null);
  }
}
