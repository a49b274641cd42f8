package org.sunlit.inspection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sunlit.api.model.Inspection;
import org.sunlit.api.model.InspectionCall;
import org.sunlit.api.model.InspectionCheckItem;
import org.sunlit.api.model.InspectionCheckResult;
import org.sunlit.api.model.InspectionChecklist;
import org.sunlit.api.model.InspectionEvidence;
import org.sunlit.api.model.InspectionNamed;
import org.sunlit.api.model.InspectionPoll;
import org.sunlit.api.model.InspectionSample;
import org.sunlit.api.model.InspectionShownCheck;
import org.sunlit.api.model.InspectionSummary;
import org.sunlit.api.model.InspectionTelephone;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.casework.KeptUploads;
import org.sunlit.identity.Actor;
import org.sunlit.inspection.InspectionReads.Act;
import org.sunlit.inspection.InspectionReads.Evidence;
import org.sunlit.inspection.InspectionReads.Listed;
import org.sunlit.inspection.InspectionReads.Opened;
import org.sunlit.inspection.Samples.Sample;
import org.sunlit.inspection.rules.CheckResult;
import org.sunlit.inspection.rules.Facts;
import org.sunlit.inspection.rules.InspectionAct;
import org.sunlit.inspection.rules.InspectionActKind;
import org.sunlit.inspection.rules.InspectionAction;
import org.sunlit.inspection.rules.InspectionRules;
import org.sunlit.inspection.rules.InspectionStanding;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/** Inspections in the contract's words. */
@ApplicationScoped
class InspectionShapes {
  private final Vault vault;
  private final Samples samples;
  private final InspectionDeadlines deadlines;

  InspectionShapes(Vault vault, Samples samples, InspectionDeadlines deadlines) {
    this.vault = vault;
    this.samples = samples;
    this.deadlines = deadlines;
  }

  static InspectionNamed named(Named named) {
    return named == null
        ? null
        : new InspectionNamed().code(named.code()).name(named.name()).nameEn(named.nameEn());
  }

  static InspectionSummary summary(Listed listed) {
    return new InspectionSummary()
        .id(listed.id())
        .number(listed.number())
        .kind(org.sunlit.api.model.InspectionKind.fromString(listed.kind()))
        .state(org.sunlit.api.model.InspectionState.fromString(listed.state()))
        .department(named(listed.department()))
        .region(named(listed.region()))
        .place(named(listed.place()))
        .post(listed.post())
        .inspectedAt(listed.inspectedAt())
        .findings(listed.findings())
        .dueOn(listed.dueOn())
        .late(listed.late());
  }

  static InspectionChecklist checklist(Checklists.Checklist list) {
    return new InspectionChecklist()
        .kind(org.sunlit.api.model.InspectionKind.fromString(list.kind()))
        .version(list.version())
        .items(
            list.items().stream()
                .map(
                    item ->
                        new InspectionCheckItem()
                            .code(item.code())
                            .text(item.text())
                            .textEn(item.textEn()))
                .toList());
  }

  static InspectionSample sample(Sample sample) {
    return new InspectionSample()
        .id(sample.id())
        .department(sample.department())
        .from(sample.from())
        .to(sample.to())
        .seed(sample.seed())
        .drawnFrom(sample.drawnFrom())
        .cases(sample.cases());
  }

  /** An inspection with everything, as this reader sees it. */
  Uni<Inspection> whole(Opened opened, Actor actor) {
    return vault
        .find(InspectionSeals.subject(opened.listed().id()))
        .map(Optional::orElseThrow)
        .map(key -> whole(opened, actor, key))
        .chain(
            whole ->
                opened.sampleId() == null
                    ? Uni.createFrom().item(whole)
                    : samples.find(opened.sampleId()).map(drawn -> whole.sample(sample(drawn))));
  }

  private Inspection whole(Opened opened, Actor actor, DataKey key) {
    InspectionStanding standing =
        InspectionStanding.of(opened.acts().stream().map(InspectionShapes::act).toList());
    InspectionRecord.Words words = InspectionSeals.openWords(key, opened.words());
    Facts facts = opened.facts();
    Inspection whole =
        new Inspection()
            .summary(summary(opened.listed()))
            .inspectors(opened.inspectors().stream().map(InspectionShapes::named).toList())
            .checklistVersion(opened.checklistVersion())
            .checks(checks(opened))
            .found(words.found())
            .conclusion(words.conclusion())
            .cases(facts.cases())
            .calls(facts.calls().stream().map(InspectionShapes::call).toList())
            .telephone(telephone(facts.telephone()))
            .poll(poll(facts.poll()))
            .evidence(opened.evidence().stream().map(file -> evidence(file, key)).toList())
            .acts(opened.acts().stream().map(act -> shown(act, key)).toList())
            .possible(possible(standing, opened.listed(), actor))
            .version(standing.version());
    deadlines
        .running(standing)
        .ifPresent(running -> whole.deadline(DerivationMapper.toApi(running)));
    return whole;
  }

  private static List<org.sunlit.api.model.InspectionAction> possible(
      InspectionStanding standing, Listed listed, Actor actor) {
    return InspectionRules.possible(
            standing, InspectionReaders.reader(actor, listed.department().code()))
        .stream()
        .map(InspectionAction::code)
        .map(org.sunlit.api.model.InspectionAction::fromString)
        .toList();
  }

  /** In the order of the checklist. */
  private static List<InspectionShownCheck> checks(Opened opened) {
    Map<String, CheckResult> results =
        opened.facts().checks().stream()
            .collect(Collectors.toMap(Facts.Check::code, Facts.Check::result));
    Function<Checklists.Item, InspectionShownCheck> shown =
        item ->
            new InspectionShownCheck()
                .code(item.code())
                .text(item.text())
                .textEn(item.textEn())
                .result(InspectionCheckResult.fromString(results.get(item.code()).code()));
    return opened.items().stream().map(shown).toList();
  }

  private static InspectionCall call(Facts.Call call) {
    return new InspectionCall()
        .caseNumber(call.caseNumber())
        .reached(call.reached())
        .satisfied(call.satisfied());
  }

  private static InspectionTelephone telephone(Facts.Telephone call) {
    return call == null
        ? null
        : new InspectionTelephone()
            .answered(call.answered())
            .rings(call.rings())
            .seconds(call.seconds())
            .right(call.right());
  }

  private static InspectionPoll poll(Facts.Poll poll) {
    return poll == null
        ? null
        : new InspectionPoll().asked(poll.asked()).satisfied(poll.satisfied());
  }

  private static InspectionEvidence evidence(Evidence file, DataKey key) {
    KeptUploads.Label label = KeptUploads.label(key, file.id(), file.label());
    return new InspectionEvidence()
        .id(file.id())
        .fileName(label.fileName())
        .contentType(file.contentType())
        .size(file.size())
        .sha256(label.sha256());
  }

  private static InspectionAct act(Act stored) {
    return StoredJson.read(stored.detail(), InspectionActKind.of(stored.kind()).type());
  }

  private static org.sunlit.api.model.InspectionAct shown(Act stored, DataKey key) {
    InspectionAct act = act(stored);
    Integer days = null;
    if (act instanceof InspectionAct.Released released) {
      days = released.days();
    } else if (act instanceof InspectionAct.Returned returned) {
      days = returned.days();
    }
    return new org.sunlit.api.model.InspectionAct()
        .number(stored.number())
        .kind(org.sunlit.api.model.InspectionActKind.fromString(stored.kind()))
        .at(CityTime.offset(act.at()))
        .by(named(new Named(stored.by(), stored.name(), stored.nameEn())))
        .days(days)
        .words(InspectionSeals.openSaid(key, stored.number(), stored.words()));
  }
}
