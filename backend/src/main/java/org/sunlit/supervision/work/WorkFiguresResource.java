package org.sunlit.supervision.work;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sunlit.api.WorkFiguresApi;
import org.sunlit.api.model.CardParty;
import org.sunlit.api.model.CardPerson;
import org.sunlit.api.model.ContestStanding;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.WorkCase;
import org.sunlit.api.model.WorkCasePage;
import org.sunlit.api.model.WorkFigure;
import org.sunlit.api.model.WorkFigureName;
import org.sunlit.api.model.WorkFigures;
import org.sunlit.attendance.ContestReads.Standing;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.supervision.card.FileOwners;
import org.sunlit.supervision.card.FileOwners.Owner;
import org.sunlit.supervision.card.rules.Party;
import org.sunlit.supervision.work.Work.Days;
import org.sunlit.supervision.work.Work.Done;
import org.sunlit.supervision.work.WorkStore.ItemName;
import org.sunlit.supervision.work.rules.Figure;
import org.sunlit.supervision.work.rules.Share;
import org.sunlit.supervision.work.rules.WorkFigures.Value;

/** Work figures, for those they are about and those who answer for them. */
@PermissionsAllowed(Permission.Codes.CARDS_READ)
class WorkFiguresResource implements WorkFiguresApi {
  private final Work work;
  private final WorkStore store;
  private final FileOwners owners;
  private final CurrentActor currentActor;

  WorkFiguresResource(Work work, WorkStore store, FileOwners owners, CurrentActor currentActor) {
    this.work = work;
    this.store = store;
    this.owners = owners;
    this.currentActor = currentActor;
  }

  @Override
  public Uni<WorkFigures> getWorkFigures(CardParty party, String of, LocalDate from, LocalDate to) {
    Days days = work.days(from, to);
    return owner(party, of)
        .chain(
            owner ->
                work.of(owner.party(), owner.code(), days).map(done -> figures(owner, days, done)));
  }

  @Override
  public Uni<WorkCasePage> listWorkCases(
      WorkFigureName figure,
      CardParty party,
      String of,
      LocalDate from,
      LocalDate to,
      Integer limit,
      String cursor) {
    Days days = work.days(from, to);
    Figure asked = Coded.of(Figure.class, figure.toString());
    return owner(party, of)
        .chain(owner -> work.of(owner.party(), owner.code(), days))
        .chain(done -> page(done, asked, limit, cursor));
  }

  private Uni<Owner> owner(CardParty party, String of) {
    Actor actor = currentActor.get();
    boolean own = of == null;
    return owners.visible(
        own || party == null ? Party.PERSON : Party.of(party.toString()),
        own ? actor.accountId() : of,
        actor);
  }

  private static WorkFigures figures(Owner owner, Days days, Done done) {
    WorkFigures figures =
        new WorkFigures()
            .party(CardParty.fromString(owner.party().code()))
            .from(days.from())
            .to(days.to())
            .figures(done.figures().values().stream().map(WorkFiguresResource::figure).toList());
    return switch (owner.party()) {
      case PERSON ->
          figures.person(
              new CardPerson().account(owner.code()).name(owner.name()).nameEn(owner.nameEn()));
      case DEPARTMENT ->
          figures.department(
              new DepartmentReference()
                  .code(owner.code())
                  .name(owner.name())
                  .nameEn(owner.nameEn()));
    };
  }

  /** From the newest case to the oldest; the cursor is the last that was shown. */
  private Uni<WorkCasePage> page(Done done, Figure figure, int limit, String cursor) {
    List<Share> left =
        org.sunlit.supervision.work.rules.WorkFigures.behind(figure, done.shares())
            .filter(share -> cursor == null || share.caseNumber().compareTo(cursor) < 0)
            .toList();
    List<Share> shown = left.stream().limit(limit).toList();
    return store
        .items(shown.stream().map(Share::caseNumber).toList())
        .map(
            items -> {
              WorkCasePage page =
                  new WorkCasePage()
                      .figure(figure(done.value(figure)))
                      .items(
                          shown.stream()
                              .map(share -> shown(share, figure, items, done.contests()))
                              .toList());
              return left.size() > limit
                  ? page.nextCursor(shown.get(limit - 1).caseNumber())
                  : page;
            });
  }

  private static WorkFigure figure(Value value) {
    WorkFigure figure =
        new WorkFigure()
            .figure(WorkFigureName.fromString(value.figure().code()))
            .numerator(value.numerator())
            .denominator(value.denominator());
    return value.figure() == Figure.WORKING_TIME ? figure.minutes(value.minutes()) : figure;
  }

  private static WorkCase shown(
      Share share, Figure figure, Map<String, ItemName> items, Map<String, Standing> contests) {
    ItemName item = items.get(share.caseNumber());
    Standing contest =
        contests.get(
            org.sunlit.supervision.work.rules.WorkFigures.line(figure, share.caseNumber()));
    return new WorkCase()
        .caseNumber(share.caseNumber())
        .itemCode(share.itemCode())
        .itemName(item == null ? null : item.name())
        .itemNameEn(item == null ? null : item.nameEn())
        .at(CityTime.offset(share.at()))
        .dueAt(CityTime.offset(share.dueAt()))
        .counted(contest != Standing.UPHELD && figure.counts(share))
        .minutes(share.minutes())
        .returns(share.returns())
        .contest(contest == null ? null : ContestStanding.fromString(contest.code()));
  }
}
