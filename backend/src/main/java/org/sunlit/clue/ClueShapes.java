package org.sunlit.clue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sunlit.api.model.ClearingForm;
import org.sunlit.api.model.Clue;
import org.sunlit.api.model.ClueActCode;
import org.sunlit.api.model.ClueActionCode;
import org.sunlit.api.model.ClueActionNow;
import org.sunlit.api.model.ClueChannel;
import org.sunlit.api.model.ClueDisposal;
import org.sunlit.api.model.ClueFinding;
import org.sunlit.api.model.ClueLetter;
import org.sunlit.api.model.ClueOfficer;
import org.sunlit.api.model.ClueOutcome;
import org.sunlit.api.model.CluePublicationKind;
import org.sunlit.api.model.ClueRefusal;
import org.sunlit.api.model.ClueSanction;
import org.sunlit.api.model.ClueSourceKind;
import org.sunlit.api.model.ClueState;
import org.sunlit.api.model.ClueTolerance;
import org.sunlit.api.model.OpenedClue;
import org.sunlit.clue.ClueFiles.Opened;
import org.sunlit.clue.ClueFiles.Said;
import org.sunlit.clue.CluePeople.Officer;
import org.sunlit.clue.rules.ClueAct;
import org.sunlit.clue.rules.ClueActKind;
import org.sunlit.clue.rules.ClueAction;
import org.sunlit.clue.rules.ClueClock;
import org.sunlit.clue.rules.ClueRules;
import org.sunlit.clue.rules.ClueStanding;
import org.sunlit.clue.rules.Finding;
import org.sunlit.clue.rules.Sanction;
import org.sunlit.platform.CityTime;

/** Clues and letters in the contract's words, as each reader may see them. */
@ApplicationScoped
class ClueShapes {
  private final ClueSettings settings;
  private final Clock clock;

  ClueShapes(ClueSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** As somebody of the office sees it. */
  OpenedClue opened(Opened opened, ClueRules.Reader reader) {
    ClueStanding standing = opened.clue().standing();
    Content content = opened.content();
    OpenedClue shown =
        new OpenedClue()
            .summary(summary(opened, standing))
            .text(content.text())
            .department(opened.department())
            .person(content.person())
            .personHasAccount(content.account() != null)
            .post(content.post())
            .bringer(content.bringer())
            .phone(content.phone())
            .sourceReference(content.reference())
            .replyBy(standing.replyBy())
            .visitOn(standing.visitOn())
            .wish(standing.wish() == null ? null : form(standing.wish()))
            .clearedAt(CityTime.offset(standing.clearedAt()))
            .published(opened.published())
            .acts(acts(opened))
            .actions(actions(standing, content, reader))
            .officers(
                reader.heads()
                    ? opened.officers().stream().map(each -> officer(each, content)).toList()
                    : List.of())
            .sanctionsAllowed(
                sanctions(
                    Stream.of(Sanction.values())
                        .filter(each -> each.within(settings.gravestSanction()))
                        .toList()))
            .version(standing.version());
    if (standing.reported() != null) {
      shown.reported(finding(standing.reported(), opened.texts(standing.reportAct())));
    }
    if (standing.decision() != null) {
      shown
          .decision(finding(standing.decision(), opened.texts(standing.decisionAct())))
          .decidedBy(opened.said().get(standing.decisionAct() - 1).name());
    }
    ClueRules.publication(standing)
        .ifPresent(
            kind ->
                shown
                    .publishable(CluePublicationKind.fromString(CluePublications.code(kind)))
                    .mayPublish(ClueRules.mayPublish(standing, content.concern(), reader)));
    return shown;
  }

  private Clue summary(Opened opened, ClueStanding standing) {
    Instant due = ClueClock.due(standing, settings.limits()).orElse(null);
    Finding decision = standing.decision();
    return new Clue()
        .number(opened.clue().number())
        .state(ClueState.fromString(standing.state().code()))
        .channel(ClueChannel.fromString(standing.channel().code()))
        .sourceKind(
            standing.source() == null ? null : ClueSourceKind.fromString(standing.source().code()))
        .title(opened.content().title())
        .named(standing.named())
        .receivedAt(CityTime.offset(standing.receivedAt()))
        .dueAt(CityTime.offset(due))
        .late(due != null && due.isBefore(clock.instant()))
        .investigator(officer(opened, standing.investigator()))
        .reviewer(officer(opened, standing.reviewer()))
        .disposal(standing.disposal() == null ? null : disposal(standing.disposal()))
        .outcome(decision == null ? null : ClueOutcome.fromString(decision.outcome().code()))
        .sanctions(decision == null ? List.of() : sanctions(decision.sanctions()));
  }

  private static ClueOfficer officer(Opened opened, String account) {
    return account == null
        ? null
        : opened.officers().stream()
            .filter(each -> each.account().equals(account))
            .findFirst()
            .map(each -> officer(each, opened.content()))
            .orElseGet(() -> new ClueOfficer().account(account).name(account));
  }

  private static ClueOfficer officer(Officer officer, Content content) {
    return new ClueOfficer()
        .account(officer.account())
        .name(officer.name())
        .nameEn(officer.nameEn())
        .barred(content.concern().bars(officer.account(), officer.department()));
  }

  private static List<ClueActionNow> actions(
      ClueStanding standing, Content content, ClueRules.Reader reader) {
    return Stream.of(ClueAction.values())
        .map(
            action ->
                new ClueActionNow()
                    .action(ClueActionCode.fromString(action.code()))
                    .refusal(
                        ClueRules.refusal(standing, content.concern(), action, reader)
                            .map(why -> ClueRefusal.fromString(why.code()))
                            .orElse(null)))
        .toList();
  }

  private static List<org.sunlit.api.model.ClueAct> acts(Opened opened) {
    List<ClueAct> acts = opened.clue().acts();
    return IntStream.range(0, acts.size())
        .mapToObj(place -> act(acts.get(place), place + 1, opened.said().get(place)))
        .toList();
  }

  private static org.sunlit.api.model.ClueAct act(ClueAct act, int number, Said said) {
    var shown =
        new org.sunlit.api.model.ClueAct()
            .number(number)
            .kind(ClueActCode.fromString(ClueActKind.of(act).code()))
            .at(CityTime.offset(act.at()))
            .by(said.name())
            .byEn(said.nameEn())
            .words(said.texts().words())
            .letter(said.texts().letter())
            .feedback(said.texts().feedback());
    if (act instanceof ClueAct.Proposed proposed) {
      shown.disposal(disposal(proposed.disposal()));
    } else if (act instanceof ClueAct.ProposalApproved approved) {
      shown.dueOn(approved.replyBy());
    } else if (act instanceof ClueAct.Reported reported) {
      shown.outcome(ClueOutcome.fromString(reported.finding().outcome().code()));
    } else if (act instanceof ClueAct.Decided decided) {
      shown
          .outcome(ClueOutcome.fromString(decided.finding().outcome().code()))
          .dueOn(decided.visitOn());
    } else if (act instanceof ClueAct.WishSaid wished) {
      shown.form(form(wished.form()));
    }
    return shown;
  }

  private static ClueFinding finding(Finding finding, Texts texts) {
    return new ClueFinding()
        .outcome(ClueOutcome.fromString(finding.outcome().code()))
        .sanctions(sanctions(finding.sanctions()))
        .ground(finding.ground() == null ? null : ClueTolerance.fromString(finding.ground().code()))
        .words(texts.words());
  }

  /** As the person it is about is told: nothing of who brought it, looked into it or decided. */
  static ClueLetter letter(ClueLetters.Letter letter) {
    ClueStanding standing = letter.clue().standing();
    LocalDate decidedOn = day(standing.decidedAt());
    Finding decision = standing.decision();
    return new ClueLetter()
        .number(letter.clue().number())
        .outcome(ClueOutcome.fromString(decision.outcome().code()))
        .sanctions(sanctions(decision.sanctions()))
        .letter(letter.words())
        .decidedOn(decidedOn)
        .reviewBy(
            decision.sanctions().stream().anyMatch(Sanction::administrative)
                ? decidedOn.plusMonths(Sanction.REVIEW_MONTHS)
                : null)
        .mayWish(standing.awaitsWish())
        .wish(standing.wish() == null ? null : form(standing.wish()))
        .clearedOn(standing.clearedAt() == null ? null : day(standing.clearedAt()));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, CityTime.ZONE);
  }

  private static ClueDisposal disposal(org.sunlit.clue.rules.Disposal disposal) {
    return ClueDisposal.fromString(disposal.code());
  }

  private static ClearingForm form(org.sunlit.clue.rules.ClearingForm form) {
    return ClearingForm.fromString(form.code());
  }

  private static List<ClueSanction> sanctions(List<Sanction> sanctions) {
    return sanctions.stream().map(each -> ClueSanction.fromString(each.code())).toList();
  }
}
