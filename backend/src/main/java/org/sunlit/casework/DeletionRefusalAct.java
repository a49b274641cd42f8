package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.notice.NoticeText;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Refuses a deletion once a second person has agreed, and tells the person why, and that they can
 * go to court (个人信息保护法第五十条: 拒绝个人行使权利的请求的，应当说明理由).
 */
@ApplicationScoped
class DeletionRefusalAct implements ConfirmedAct {
  static final String KIND = "personal-data-deletion-refusal";
  private static final String REFUSE =
      """
      update deletion_request set status = 'refused', decided_by = :by, decided_at = :at
      where id = :id and status = 'proposed' and refusal_ground = :ground
      """;

  /**
   * What the second person confirms; the words are the request's reason.
   *
   * @param keptUntil null unless that is the ground
   */
  record Payload(UUID id, String ground, LocalDate keptUntil) {}

  private final CaseService cases;
  private final Telling telling;
  private final Journal journal;
  private final AccessTrail trail;
  private final Clock clock;

  DeletionRefusalAct(
      CaseService cases, Telling telling, Journal journal, AccessTrail trail, Clock clock) {
    this.cases = cases;
    this.telling = telling;
    this.journal = journal;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission needs() {
    return Permission.PERSONAL_DATA_MANAGE;
  }

  @Override
  public Map<String, String> details(ConfirmationRequest request) {
    Payload payload = payload(request);
    Map<String, String> details = new HashMap<>();
    details.put("ground", payload.ground());
    if (payload.keptUntil() != null) {
      details.put("keptUntil", payload.keptUntil().toString());
    }
    return details;
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    return cases
        .find(request.subject())
        .map(Optional::orElseThrow)
        .map(of -> session -> refuse(session, of, request, confirmer));
  }

  private Uni<Void> refuse(
      Mutiny.Session session, CaseNow of, ConfirmationRequest request, Actor confirmer) {
    Payload payload = payload(request);
    return session
        .createNativeQuery(REFUSE)
        .setParameter("by", confirmer.accountId())
        .setParameter("at", CityTime.offset(clock.instant()))
        .setParameter("id", payload.id())
        .setParameter("ground", payload.ground())
        .executeUpdate()
        .invoke(
            rows -> {
              if (rows == 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("confirmation.ended");
              }
            })
        .chain(() -> journal.append(session, entry(of, payload, confirmer)))
        .chain(
            () ->
                trail.write(
                    session, Look.by(confirmer, null, LookKind.DELETION_DECIDED).in(of.number())))
        .chain(
            () ->
                telling.tell(
                    session,
                    of,
                    "deletion refused " + payload.id(),
                    NoticeText.of(
                        "deletion.refused." + payload.ground(),
                        of.number(),
                        request.reason(),
                        payload.keptUntil())));
  }

  private JournalEntry entry(CaseNow of, Payload payload, Actor confirmer) {
    return JournalEntry.inside(
        SubjectKind.CASE,
        of.number(),
        "case.personalDataDeletionRefused",
        confirmer.accountId(),
        clock.instant(),
        StoredJson.write(payload));
  }

  private static Payload payload(ConfirmationRequest request) {
    return StoredJson.read(request.payload(), Payload.class);
  }
}
