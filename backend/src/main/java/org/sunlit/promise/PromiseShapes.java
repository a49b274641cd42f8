package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.CasePromise;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.PromiseExtension;
import org.sunlit.api.model.PromiseLine;
import org.sunlit.api.model.PromisePiece;
import org.sunlit.api.model.PromiseText;
import org.sunlit.api.model.TimeLimit;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.calendar.Limit;
import org.sunlit.casework.PromisedCase;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.platform.CityTime;
import org.sunlit.promise.CreditShapes.Reader;
import org.sunlit.promise.rules.PieceStanding;
import org.sunlit.promise.rules.PromiseEvent;
import org.sunlit.promise.rules.PromiseRules;
import org.sunlit.promise.rules.PromiseStanding;
import org.sunlit.promise.rules.PromiseWords;

/** Promises in the contract's shape, for whoever made them and for staff. */
@ApplicationScoped
class PromiseShapes {
  private final CreditStore credit;
  private final Confirmations confirmations;
  private final CalendarService calendars;
  private final Clock clock;

  PromiseShapes(
      CreditStore credit, Confirmations confirmations, CalendarService calendars, Clock clock) {
    this.credit = credit;
    this.confirmations = confirmations;
    this.calendars = calendars;
    this.clock = clock;
  }

  Uni<CasePromise> forApplicant(PromiseRecord record, PromisedCase of) {
    Instant now = clock.instant();
    return credit
        .ofCase(record.caseNumber())
        .map(
            entries ->
                shape(record, record.standing(calendars.current()))
                    .signedName(record.signed() == null ? null : record.signed().name())
                    .revocationWaits(false)
                    .possible(ofApplicant(record, of, now))
                    .credit(CreditShapes.all(entries, Reader.PERSON, now)));
  }

  /**
   * @param mayHandle whether the reader handles cases like this one
   */
  Uni<CasePromise> forStaff(PromiseRecord record, PromisedCase of, boolean mayHandle) {
    Instant now = clock.instant();
    return credit
        .ofCase(record.caseNumber())
        .chain(
            entries ->
                confirmations
                    .pending(RevocationAct.KIND, record.caseNumber())
                    .map(
                        pending ->
                            shape(record, record.standing(calendars.current()))
                                .signedName(record.applicantMasked())
                                .revocationWaits(pending.isPresent())
                                .possible(
                                    mayHandle
                                        ? ofStaff(record, of, pending.isPresent())
                                        : List.of())
                                .credit(
                                    CreditShapes.all(
                                        entries,
                                        mayHandle ? Reader.ANSWERING : Reader.OTHER,
                                        now))));
  }

  private List<CasePromise.PossibleEnum> ofApplicant(
      PromiseRecord record, PromisedCase of, Instant now) {
    PromiseStanding standing = record.standing(calendars.current());
    List<CasePromise.PossibleEnum> possible = new ArrayList<>();
    if (of.key() != null && PromiseRules.mayHandIn(standing)) {
      possible.add(CasePromise.PossibleEnum.HAND_IN);
    }
    if (PromiseRules.mayExtend(standing, now)) {
      possible.add(CasePromise.PossibleEnum.EXTEND);
    }
    return possible;
  }

  private List<CasePromise.PossibleEnum> ofStaff(
      PromiseRecord record, PromisedCase of, boolean revocationWaits) {
    PromiseStanding standing = record.standing(calendars.current());
    List<CasePromise.PossibleEnum> possible = new ArrayList<>();
    if (PromiseRules.mayReview(standing)) {
      possible.add(CasePromise.PossibleEnum.REVIEW);
    }
    if (PromiseRules.mayDecideExtension(standing)) {
      possible.add(CasePromise.PossibleEnum.DECIDE_EXTENSION);
    }
    if (PromiseRules.mayCheck(standing)) {
      possible.add(CasePromise.PossibleEnum.CHECK);
    }
    boolean revocable = of.key() != null && PromiseRules.mayRevoke(standing, of.granted());
    if (revocable && !revocationWaits) {
      possible.add(CasePromise.PossibleEnum.REVOKE);
    }
    return possible;
  }

  private static CasePromise shape(PromiseRecord record, PromiseStanding standing) {
    return new CasePromise()
        .caseNumber(record.caseNumber())
        .itemName(record.itemName())
        .itemNameEn(record.itemNameEn())
        .department(
            new DepartmentReference()
                .code(record.departmentCode())
                .name(record.departmentName())
                .nameEn(record.departmentNameEn()))
        .version(standing.version())
        .signedAt(CityTime.offset(standing.signedAt()))
        .text(record.signed() == null ? null : text(record.signed().text()))
        .breach(org.sunlit.api.model.BreachConsequence.fromString(record.breach().code()))
        .pieces(standing.pieces().stream().map(PromiseShapes::piece).toList())
        .extension(
            new PromiseExtension()
                .state(PromiseExtension.StateEnum.fromString(standing.extension().code()))
                .days(standing.extensionDays())
                .reason(standing.extensionReason())
                .answer(standing.extensionAnswer()))
        .revoked(standing.revoked())
        .history(record.events().stream().map(PromiseShapes::event).toList());
  }

  private static PromisePiece piece(PieceStanding piece) {
    return new PromisePiece()
        .code(piece.code())
        .kind(PromisePiece.KindEnum.fromString(piece.piece().kind().code()))
        .name(piece.piece().name())
        .nameEn(piece.piece().nameEn())
        .state(org.sunlit.api.model.PromisePieceState.fromString(piece.state().code()))
        .limit(limit(piece.piece().limit()))
        .toReview(piece.toReview())
        .deadline(piece.deadline().map(DerivationMapper::toApi).orElse(null))
        .handedInAt(CityTime.offset(piece.handedInAt()))
        .settledAt(CityTime.offset(piece.settledAt()))
        .said(piece.said());
  }

  private static org.sunlit.api.model.PromiseEvent event(PromiseEvent event) {
    return new org.sunlit.api.model.PromiseEvent()
        .at(CityTime.offset(event.at()))
        .kind(org.sunlit.api.model.PromiseEvent.KindEnum.fromString(event.kind().code()))
        .pieces(event.pieces().isEmpty() ? null : event.pieces())
        .days(event.days())
        .said(event.said());
  }

  static PromiseText text(PromiseWords.Text text) {
    return new PromiseText()
        .version(text.version())
        .title(text.title())
        .titleEn(text.titleEn())
        .lines(
            text.lines().stream()
                .map(
                    line ->
                        new PromiseLine()
                            .text(line.text())
                            .textEn(line.textEn())
                            .listed(line.listed() ? true : null))
                .toList());
  }

  private static TimeLimit limit(Limit limit) {
    return new TimeLimit()
        .amount(limit.amount())
        .unit(org.sunlit.api.model.LimitUnit.fromValue(limit.unit().code()));
  }
}
