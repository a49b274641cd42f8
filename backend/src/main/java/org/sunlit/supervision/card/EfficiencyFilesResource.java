package org.sunlit.supervision.card;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.sunlit.api.EfficiencyFilesApi;
import org.sunlit.api.model.CardMonthRow;
import org.sunlit.api.model.CardNotice;
import org.sunlit.api.model.CardNoticePage;
import org.sunlit.api.model.CardParty;
import org.sunlit.api.model.CardSummaryOfMonth;
import org.sunlit.api.model.EfficiencyFile;
import org.sunlit.api.model.EfficiencyTally;
import org.sunlit.api.model.InboxRead;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.notice.Inbox;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.TimeCursor;
import org.sunlit.supervision.card.CardReaders.Scope;
import org.sunlit.supervision.card.CardReads.Asked;
import org.sunlit.supervision.card.CardReads.Listed;
import org.sunlit.supervision.card.EfficiencyFiles.MonthRow;
import org.sunlit.supervision.card.EfficiencyFiles.Tally;
import org.sunlit.supervision.card.FileOwners.Owner;
import org.sunlit.supervision.card.rules.Party;

/** Efficiency files, for those they are about and those who answer for them. */
class EfficiencyFilesResource implements EfficiencyFilesApi {
  private static final int USUAL_DAYS = 365;
  private static final int SHOWN = 100;

  private final EfficiencyFiles files;
  private final FileOwners owners;
  private final CardReads reads;
  private final CardShapes shapes;
  private final Inbox inbox;
  private final CurrentActor currentActor;
  private final Clock clock;

  EfficiencyFilesResource(
      EfficiencyFiles files,
      FileOwners owners,
      CardReads reads,
      CardShapes shapes,
      Inbox inbox,
      CurrentActor currentActor,
      Clock clock) {
    this.files = files;
    this.owners = owners;
    this.reads = reads;
    this.shapes = shapes;
    this.inbox = inbox;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<EfficiencyFile> getOwnEfficiencyFile(LocalDate from, LocalDate to) {
    Actor actor = currentActor.get();
    return file(Party.PERSON, actor.accountId(), from, to, actor);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<EfficiencyFile> getEfficiencyFileOfPerson(
      String account, LocalDate from, LocalDate to) {
    return file(Party.PERSON, account, from, to, currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<EfficiencyFile> getEfficiencyFileOfDepartment(
      String department, LocalDate from, LocalDate to) {
    return file(Party.DEPARTMENT, department, from, to, currentActor.get());
  }

  private Uni<EfficiencyFile> file(
      Party party, String code, LocalDate askedFrom, LocalDate askedTo, Actor actor) {
    LocalDate to = askedTo == null ? LocalDate.ofInstant(clock.instant(), CityTime.ZONE) : askedTo;
    LocalDate from = askedFrom == null ? to.minusDays(USUAL_DAYS) : askedFrom;
    Asked asked =
        new Asked(
            null,
            null,
            party == Party.DEPARTMENT ? code : null,
            party == Party.PERSON ? code : null,
            from,
            to);
    return owners
        .visible(party, code, actor)
        .chain(
            owner ->
                files
                    .tally(party, code, from, to)
                    .chain(
                        tally ->
                            reads
                                .page(whole(actor), asked, TimeCursor.read(null), SHOWN + 1)
                                .map(cards -> file(party, owner, tally, cards))))
        .map(file -> file.from(from).to(to));
  }

  /** Whoever may open a file sees all that is counted in it, or the figures couldn't be opened. */
  private static Scope whole(Actor actor) {
    return new Scope(true, null, actor.accountId());
  }

  private EfficiencyFile file(Party party, Owner owner, Tally tally, List<Listed> cards) {
    EfficiencyFile file =
        new EfficiencyFile()
            .party(CardParty.fromString(party.code()))
            .tally(shown(tally))
            .cards(cards.stream().limit(SHOWN).map(shapes::summary).toList())
            .moreCards(cards.size() > SHOWN);
    return switch (party) {
      case PERSON -> file.person(CardShapes.person(named(owner)));
      case DEPARTMENT -> file.department(CardShapes.department(named(owner)));
    };
  }

  private static EfficiencyTally shown(Tally tally) {
    return new EfficiencyTally()
        .warnings(tally.warnings())
        .yellow(tally.yellow())
        .red(tally.red())
        .withdrawn(tally.withdrawn())
        .open(tally.open())
        .points(tally.points())
        .talksCalled(tally.talksCalled())
        .talksHeld(tally.talksHeld())
        .handedOver(tally.handedOver());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_SUPERVISE)
  public Uni<CardSummaryOfMonth> getCardSummary(String month) {
    YearMonth asked = YearMonth.parse(month);
    boolean over = asked.isBefore(YearMonth.from(clock.instant().atZone(CityTime.ZONE)));
    return files
        .month(asked)
        .map(
            rows ->
                new CardSummaryOfMonth()
                    .month(month)
                    .over(over)
                    .departments(rows.stream().map(EfficiencyFilesResource::shown).toList()));
  }

  static CardMonthRow shown(MonthRow row) {
    return new CardMonthRow()
        .department(CardShapes.department(row.department()))
        .warnings(row.warnings())
        .yellow(row.yellow())
        .red(row.red())
        .kept(row.kept())
        .withdrawn(row.withdrawn())
        .points(row.points())
        .rectificationsOrdered(row.ordered())
        .rectificationsAccepted(row.accepted())
        .talksCalled(row.talksCalled())
        .talksHeld(row.talksHeld())
        .handedOver(row.handedOver());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<CardNoticePage> listCardNotices(Integer limit, String cursor) {
    return inbox
        .messages(currentActor.get().accountId(), limit, cursor)
        .map(
            page ->
                new CardNoticePage()
                    .items(page.items().stream().map(EfficiencyFilesResource::shown).toList())
                    .unread(page.unread())
                    .asOf(page.asOf())
                    .nextCursor(page.nextCursor()));
  }

  private static CardNotice shown(Inbox.Message message) {
    CardNotice shown =
        new CardNotice()
            .id(message.id())
            .text(message.text().chinese())
            .textEn(message.text().english())
            .createdAt(message.at())
            .unread(message.unread());
    String about = message.subjectId();
    if (about.startsWith(CardNotices.CARD)) {
      shown.cardNumber(about.substring(CardNotices.CARD.length()));
    } else if (about.startsWith(CardNotices.REPORT)) {
      shown.report(about.substring(CardNotices.REPORT.length()));
    } else if (about.startsWith(CardNotices.REMINDER)) {
      shown.caseNumber(about.substring(CardNotices.REMINDER.length()));
    } else if (about.startsWith(CardNotices.COMPLAINT_REMINDER)) {
      shown.complaintNumber(about.substring(CardNotices.COMPLAINT_REMINDER.length()));
    }
    return shown;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARDS_READ)
  public Uni<Void> markCardNoticesRead(InboxRead read) {
    return inbox.read(currentActor.get().accountId(), read.getAsOf().toInstant());
  }

  private static Named named(Owner owner) {
    return new Named(owner.code(), owner.name(), owner.nameEn());
  }
}
