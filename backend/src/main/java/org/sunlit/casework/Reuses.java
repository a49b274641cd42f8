package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sunlit.api.model.ReuseField;
import org.sunlit.api.model.ReuseMaterial;
import org.sunlit.api.model.ReuseOffers;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.Reuse;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Regions;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Tells what an application needn't be asked for, because the city has it (免填免交, B17). What is
 * offered is on the trail of each case it is from before it is told.
 */
@ApplicationScoped
class Reuses {
  private final ReuseMaterials materials;
  private final PowerList powerList;
  private final CaseService cases;
  private final Placements placements;
  private final PersonSearch searches;
  private final AccessTrail trail;
  private final Vault vault;
  private final Clock clock;

  Reuses(
      ReuseMaterials materials,
      PowerList powerList,
      CaseService cases,
      Placements placements,
      PersonSearch searches,
      AccessTrail trail,
      Vault vault,
      Clock clock) {
    this.materials = materials;
    this.powerList = powerList;
    this.cases = cases;
    this.placements = placements;
    this.searches = searches;
    this.trail = trail;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * What whoever is signed in needn't type or hand in for this item.
   *
   * @return fails with a {@link Problem} 404 when there is no such item today
   */
  Uni<ReuseOffers> forMyself(String itemCode, Actor actor, UUID session) {
    return item(itemCode)
        .chain(
            item ->
                materials
                    .of(Whose.account(actor.accountId()))
                    .map(
                        holdings ->
                            offers(item, holdings.found(), true)
                                .fields(fields(item, holdings.cases()))))
        .call(offers -> leaveTrail(offers, actor, session));
  }

  /**
   * What needn't be handed in to supplement a case of one's own; nothing while nothing is asked
   * for, or when the whole joint application is supplemented.
   *
   * @return fails with a {@link Problem} 404 when it isn't theirs
   */
  Uni<ReuseOffers> forOwnCase(String caseNumber, Actor actor, UUID session) {
    return cases
        .showOwn(caseNumber, actor)
        .chain(
            now ->
                supplemented(now)
                    ? materials
                        .of(Whose.account(actor.accountId()))
                        .map(all -> all.without(Set.of(now.number())))
                        .map(found -> offers(now.basis().item(), found, true))
                    : Uni.createFrom().item(offers(now.basis().item(), List.of(), true)))
        .call(offers -> leaveTrail(offers, actor, session));
  }

  private static boolean supplemented(CaseNow now) {
    return now.standing().state() == CaseState.IN_CORRECTION && now.stored().jointNumber() == null;
  }

  /** The same for a form that is more than one application; see {@link OwnReuse}. */
  Uni<OwnReuse.Offers> forForm(
      List<OwnReuse.Asked> asked,
      Set<String> items,
      Set<String> without,
      Actor actor,
      UUID session) {
    List<Reuse.Wanted> wanted =
        asked.stream().map(one -> TakeOvers.wanted(one.key(), one.material())).toList();
    return materials
        .of(Whose.account(actor.accountId()))
        .map(
            all ->
                new OwnReuse.Offers(
                    subject(all.cases(), items).stream().toList(),
                    offered(wanted, all.without(without), true)))
        .call(offers -> leaveTrail(offers.fields(), offers.materials(), actor, session));
  }

  /**
   * The same for who is at a window. Of what they once wrote nothing is told: plain values take a
   * second person.
   *
   * @param where the place it would be handed in at, by whose consent
   * @return fails with a {@link Problem}: 404 for an item that isn't there or a place that isn't
   *     the clerk's, 422 where it can't be handed in, 429 after too many searches for people
   */
  Uni<ReuseOffers> atWindow(
      String itemCode, Handing where, Whose whose, Actor actor, UUID session) {
    return item(itemCode)
        .call(
            () ->
                placements.check(
                    itemCode, where.takenInAt(), where.consent(), actor, clock.instant()))
        .call(() -> searches.count(actor, session, List.of("name", "identityNumber")))
        .chain(item -> materials.of(whose).map(all -> offers(item, all.found(), false)))
        .call(offers -> leaveTrail(offers, actor, session));
  }

  private Uni<ItemInForce> item(String code) {
    return powerList
        .inForce(code, clock.instant().atZone(CityTime.ZONE).toLocalDate())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static ReuseOffers offers(
      ItemInForce item, List<ReuseMaterials.Found> found, boolean toThePerson) {
    return new ReuseOffers()
        .itemCode(item.code())
        .fields(List.of())
        .materials(
            offered(item.materials().stream().map(TakeOvers::wanted).toList(), found, toThePerson));
  }

  private static List<ReuseMaterial> offered(
      List<Reuse.Wanted> wanted, List<ReuseMaterials.Found> found, boolean toThePerson) {
    Map<UUID, ReuseMaterials.Found> byId =
        found.stream()
            .collect(
                Collectors.toMap(one -> one.held().id(), Function.identity(), (one, same) -> one));
    return Reuse.offers(wanted, found.stream().map(ReuseMaterials.Found::held).toList()).stream()
        .map(offer -> material(offer.code(), byId.get(offer.held().id()), toThePerson))
        .toList();
  }

  private static ReuseMaterial material(
      String code, ReuseMaterials.Found found, boolean toThePerson) {
    return new ReuseMaterial()
        .code(code)
        .from(ReuseShapes.reference(found))
        .source(ReuseShapes.source(found.from().source()))
        .document(ReuseShapes.document(found.document()))
        .fileName(toThePerson ? found.fileName() : null)
        .receivedAt(found.file() == null ? null : CityTime.offset(found.file().receivedAt()));
  }

  /** What was last said of the same, and the township of the last case that was in one. */
  private List<ReuseField> fields(ItemInForce item, List<EarlierCase> cases) {
    List<ReuseField> fields = new ArrayList<>();
    subject(cases, Set.of(item.code())).ifPresent(fields::add);
    if (ApplicationChecks.handledLocally(item)) {
      cases.stream()
          .filter(one -> Regions.townshipOrBelow(one.regionCode()))
          .filter(one -> Regions.within(one.regionCode(), item.regionCode()))
          .findFirst()
          .map(one -> field(ReuseField.FieldEnum.REGION_CODE, one.regionCode(), one))
          .ifPresent(fields::add);
    }
    return fields;
  }

  /** What was last said of one of these items. */
  private Optional<ReuseField> subject(List<EarlierCase> cases, Set<String> items) {
    return cases.stream()
        .filter(one -> items.contains(one.itemCode()))
        .map(this::subject)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<ReuseField> subject(EarlierCase one) {
    String subject = CaseSeals.personal(one.key(vault), one.personal()).subject();
    return subject == null || subject.isBlank()
        ? Optional.empty()
        : Optional.of(field(ReuseField.FieldEnum.SUBJECT, subject, one));
  }

  private static ReuseField field(ReuseField.FieldEnum field, String value, EarlierCase from) {
    return new ReuseField().field(field).value(value).source(ReuseShapes.source(from.source()));
  }

  private Uni<Void> leaveTrail(ReuseOffers offers, Actor actor, UUID session) {
    return leaveTrail(offers.getFields(), offers.getMaterials(), actor, session);
  }

  private Uni<Void> leaveTrail(
      List<ReuseField> fields, List<ReuseMaterial> offered, Actor actor, UUID session) {
    Set<String> from = new LinkedHashSet<>();
    fields.forEach(field -> from.add(field.getSource().getCaseNumber()));
    offered.forEach(one -> from.add(one.getSource().getCaseNumber()));
    Uni<Void> written = Uni.createFrom().voidItem();
    for (String number : from) {
      Look look = Look.by(actor, session, LookKind.REUSE_OFFERED).in(number);
      written = written.chain(() -> trail.write(look));
    }
    return written;
  }
}
