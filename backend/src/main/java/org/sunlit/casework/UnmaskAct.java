package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Opens plain values to whoever asked, once a second person has agreed. */
@ApplicationScoped
class UnmaskAct implements ConfirmedAct {
  static final String KIND = "unmask";
  private static final String GRANT =
      """
      update unmasking set granted = true, decided_by = :by, decided_at = :at, open_until = :until
      where id = :id and granted is null
      """;

  private final AccessTrail trail;
  private final Clock clock;
  private final Duration open;

  UnmaskAct(
      AccessTrail trail,
      Clock clock,
      @ConfigProperty(name = "sunlit.privacy.unmasked-for", defaultValue = "PT30M") Duration open) {
    this.trail = trail;
    this.clock = clock;
    this.open = open;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission needs() {
    return Permission.PERSONAL_DATA_UNMASK;
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    return Uni.createFrom().item(() -> session -> grant(session, request, confirmer));
  }

  private Uni<Void> grant(Mutiny.Session session, ConfirmationRequest request, Actor confirmer) {
    Unmaskings.Payload payload = Unmaskings.Payload.of(request);
    Instant now = clock.instant();
    return session
        .createNativeQuery(GRANT)
        .setParameter("by", confirmer.accountId())
        .setParameter("at", CityTime.offset(now))
        .setParameter("until", CityTime.offset(now.plus(open)))
        .setParameter("id", payload.id())
        .executeUpdate()
        .invoke(
            rows -> {
              if (rows == 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("confirmation.ended");
              }
            })
        .chain(
            () ->
                trail.write(
                    session,
                    Look.by(confirmer, null, LookKind.UNMASKING_DECIDED)
                        .in(request.subject())
                        .at(payload.fields(), payload.reasonKind())));
  }

  @Override
  public Map<String, String> details(ConfirmationRequest request) {
    return Unmaskings.details(request);
  }
}
