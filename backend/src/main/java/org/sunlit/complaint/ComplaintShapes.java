package org.sunlit.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sunlit.api.model.ComplaintActCode;
import org.sunlit.api.model.ComplaintActionCode;
import org.sunlit.api.model.ComplaintGround;
import org.sunlit.api.model.ComplaintNaming;
import org.sunlit.api.model.ComplaintReceipt;
import org.sunlit.api.model.ComplaintWriter;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.DeskComplaint;
import org.sunlit.api.model.OpenedComplaint;
import org.sunlit.api.model.Satisfaction;
import org.sunlit.api.model.TrackedComplaint;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.complaint.ComplaintLists.Listed;
import org.sunlit.complaint.ComplaintReads.Opened;
import org.sunlit.complaint.ComplaintReads.Said;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintActKind;
import org.sunlit.complaint.rules.ComplaintClock;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.complaint.rules.ComplaintRules.Reader;
import org.sunlit.complaint.rules.Grade;
import org.sunlit.complaint.rules.Naming;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentNames;

/** Complaints in the contract's words, as each reader may see them. */
@ApplicationScoped
class ComplaintShapes {
  private final CalendarService calendars;
  private final Clock clock;

  ComplaintShapes(CalendarService calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  static ComplaintReceipt receipt(Complaints.Receipt receipt) {
    return new ComplaintReceipt()
        .number(receipt.number())
        .trackingCode(receipt.trackingCode())
        .receivedAt(CityTime.offset(receipt.receivedAt()))
        .screenBy(CityTime.offset(receipt.screenBy()))
        .replyBy(CityTime.offset(receipt.replyBy()));
  }

  /** In a list; those who may not know the writer get the subject without them. */
  DeskComplaint summary(Listed listed, Readers readers) {
    Reader reader = readers.of(listed.receivedAt().toLocalDate());
    boolean knowsWriter =
        ComplaintRules.seesWriter(Naming.of(listed.naming()), listed.department(), reader);
    Content content = knowsWriter ? listed.content() : listed.content().withoutWriter();
    Instant due = listed.dueAt() == null ? null : listed.dueAt().toInstant();
    return new DeskComplaint()
        .number(listed.number())
        .kind(org.sunlit.api.model.ComplaintKind.fromString(listed.kind()))
        .channel(org.sunlit.api.model.ComplaintChannel.fromString(listed.channel()))
        .naming(ComplaintNaming.fromString(listed.naming()))
        .state(org.sunlit.api.model.ComplaintState.fromString(listed.state()))
        .round(listed.round())
        .supervised(listed.supervised())
        .subject(content.subject())
        .department(
            listed.department() == null
                ? null
                : new DepartmentReference()
                    .code(listed.department())
                    .name(listed.departmentName())
                    .nameEn(listed.departmentNameEn()))
        .receivedAt(listed.receivedAt())
        .repliedAt(listed.repliedAt())
        .dueAt(listed.dueAt())
        .late(due != null && !listed.state().equals("replied") && due.isBefore(clock.instant()))
        .passedOn(listed.passedOn())
        .grade(listed.grade() == null ? null : Satisfaction.fromString(listed.grade()));
  }

  /** As somebody of the staff sees it. */
  OpenedComplaint opened(Opened opened, Reader reader) {
    ComplaintRecord complaint = opened.complaint();
    Standing standing = complaint.standing();
    boolean knowsWriter = ComplaintRules.seesWriter(standing, reader);
    Content content = knowsWriter ? opened.content() : opened.content().withoutWriter();
    OpenedComplaint shown =
        new OpenedComplaint()
            .summary(summary(opened, content))
            .text(content.text())
            .writer(writer(content))
            .place(content.place())
            .caseNumber(complaint.caseNumber())
            .itemCode(complaint.itemCode())
            .placeCode(complaint.placeCode())
            .named(DepartmentNames.named(complaint.namedDepartment(), opened.departments()))
            .joint(references(standing.joint(), opened.departments()))
            .groupedUnder(standing.groupedUnder())
            .groupSize(complaint.groupSize())
            .mayPublish(complaint.mayPublish())
            .category(
                opened.category() == null
                    ? null
                    : ComplaintCategoriesResource.shown(opened.category()))
            .acts(
                acts(opened, act -> true, said -> knowsWriter ? said : opened.content().hide(said)))
            .possible(
                ComplaintRules.possible(standing, reader, clock.instant()).stream()
                    .map(action -> ComplaintActionCode.fromString(action.code()))
                    .toList())
            .version(standing.version());
    opened.said().stream()
        .filter(said -> said.account() != null && said.account().equals(standing.handler()))
        .findFirst()
        .ifPresent(said -> shown.handler(said.name()).handlerEn(said.nameEn()));
    ComplaintClock.running(standing, calendars.current())
        .ifPresent(
            running ->
                shown
                    .dueFor(OpenedComplaint.DueForEnum.fromString(running.what().code()))
                    .deadline(DerivationMapper.toApi(running.derivation())));
    return shown;
  }

  private static ComplaintWriter writer(Content content) {
    return content.name() == null
        ? null
        : new ComplaintWriter().name(content.name()).phone(content.phone());
  }

  private DeskComplaint summary(Opened opened, Content content) {
    ComplaintRecord complaint = opened.complaint();
    Standing standing = complaint.standing();
    Instant due =
        ComplaintClock.running(standing, calendars.current())
            .map(ComplaintClock.Running::dueAt)
            .orElse(null);
    return new DeskComplaint()
        .number(complaint.number())
        .kind(org.sunlit.api.model.ComplaintKind.fromString(standing.kind().code()))
        .channel(org.sunlit.api.model.ComplaintChannel.fromString(standing.channel().code()))
        .naming(ComplaintNaming.fromString(standing.naming().code()))
        .state(org.sunlit.api.model.ComplaintState.fromString(standing.state().code()))
        .round(standing.round())
        .supervised(standing.supervised())
        .subject(content.subject())
        .department(DepartmentNames.named(standing.lead(), opened.departments()))
        .receivedAt(CityTime.offset(standing.receivedAt()))
        .repliedAt(CityTime.offset(standing.firstReplyAt()))
        .dueAt(CityTime.offset(due))
        .late(due != null && standing.state().owesAnAnswer() && due.isBefore(clock.instant()))
        .passedOn(standing.passedOn())
        .grade(grade(standing.grade()));
  }

  /** As the writer sees it: their own words and the answers, and who of the departments has it. */
  TrackedComplaint tracked(Opened opened) {
    ComplaintRecord complaint = opened.complaint();
    Standing standing = complaint.standing();
    TrackedComplaint shown =
        new TrackedComplaint()
            .number(complaint.number())
            .kind(org.sunlit.api.model.ComplaintKind.fromString(standing.kind().code()))
            .channel(org.sunlit.api.model.ComplaintChannel.fromString(standing.channel().code()))
            .naming(ComplaintNaming.fromString(standing.naming().code()))
            .state(org.sunlit.api.model.ComplaintState.fromString(standing.state().code()))
            .round(standing.round())
            .supervised(standing.supervised())
            .subject(opened.content().subject())
            .department(DepartmentNames.named(standing.lead(), opened.departments()))
            .receivedAt(CityTime.offset(standing.receivedAt()))
            .acts(acts(opened, ComplaintShapes::forTheWriter, said -> said))
            .mayUrge(ComplaintRules.mayUrge(standing, clock.instant()))
            .mayRate(ComplaintRules.mayRate(standing));
    shown.getActs().forEach(act -> act.by(null).byEn(null).under(null));
    shown.getActs().stream()
        .filter(act -> act.getKind() == ComplaintActCode.REPLIED)
        .reduce((first, second) -> second)
        .ifPresent(act -> shown.reply(act.getWords()));
    ComplaintClock.running(standing, calendars.current())
        .ifPresent(
            running ->
                shown
                    .dueAt(CityTime.offset(running.dueAt()))
                    .dueFor(TrackedComplaint.DueForEnum.fromString(running.what().code()))
                    .deadline(DerivationMapper.toApi(running.derivation())));
    return shown;
  }

  /** Whether the words of an act are for the writer: their own, and the answers. */
  private static boolean forTheWriter(ComplaintAct act) {
    return act instanceof ComplaintAct.Replied
        || act instanceof ComplaintAct.Rated
        || act instanceof ComplaintAct.Urged urged && urged.by() == null;
  }

  private static List<org.sunlit.api.model.ComplaintAct> acts(
      Opened opened, Predicate<ComplaintAct> withWords, UnaryOperator<String> words) {
    List<ComplaintAct> acts = opened.complaint().acts();
    return IntStream.range(0, acts.size())
        .mapToObj(
            place -> {
              ComplaintAct act = acts.get(place);
              Said said = opened.said().get(place);
              var shown = act(act, said, opened.departments());
              return said.words() == null || !withWords.test(act)
                  ? shown
                  : shown.words(
                      words.apply(
                          org.sunlit.complaint.ComplaintWriter.words(
                              opened.key(), said.number(), said.words())));
            })
        .toList();
  }

  private static org.sunlit.api.model.ComplaintAct act(
      ComplaintAct act, Said said, Map<String, DepartmentReference> names) {
    var shown =
        new org.sunlit.api.model.ComplaintAct()
            .number(said.number())
            .kind(ComplaintActCode.fromString(ComplaintActKind.of(act).code()))
            .at(CityTime.offset(act.at()))
            .by(said.name())
            .byEn(said.nameEn());
    if (act instanceof ComplaintAct.Assigned assigned) {
      shown
          .department(DepartmentNames.named(assigned.lead(), names))
          .joint(references(assigned.joint(), names));
    } else if (act instanceof ComplaintAct.Transferred transferred) {
      shown
          .department(DepartmentNames.named(transferred.to(), names))
          .ground(ComplaintGround.fromString(transferred.ground().code()));
    } else if (act instanceof ComplaintAct.Returned returned) {
      shown
          .department(DepartmentNames.named(returned.from(), names))
          .ground(ComplaintGround.fromString(returned.ground().code()));
    } else if (act instanceof ComplaintAct.Contributed contributed) {
      shown.department(DepartmentNames.named(contributed.department(), names));
    } else if (act instanceof ComplaintAct.Grouped grouped) {
      shown.under(grouped.under());
    } else if (act instanceof ComplaintAct.ExtensionAsked asked) {
      shown.days(asked.days());
    } else if (act instanceof ComplaintAct.ExtensionGranted granted) {
      shown.days(granted.days());
    } else if (act instanceof ComplaintAct.Rated rated) {
      shown.grade(grade(rated.grade()));
    } else if (act instanceof ComplaintAct.CalledBack back) {
      shown.fixed(back.fixed());
    }
    return shown;
  }

  /** The departments an act names. */
  static Set<String> departments(ComplaintAct act) {
    if (act instanceof ComplaintAct.Assigned assigned) {
      return Stream.concat(Stream.of(assigned.lead()), assigned.joint().stream())
          .collect(Collectors.toSet());
    }
    if (act instanceof ComplaintAct.Transferred transferred) {
      return Set.of(transferred.from(), transferred.to());
    }
    if (act instanceof ComplaintAct.Returned returned) {
      return Set.of(returned.from());
    }
    return act instanceof ComplaintAct.Contributed contributed
        ? Set.of(contributed.department())
        : Set.of();
  }

  private static List<DepartmentReference> references(
      Set<String> codes, Map<String, DepartmentReference> names) {
    return codes.stream().sorted().map(code -> DepartmentNames.named(code, names)).toList();
  }

  private static Satisfaction grade(Grade grade) {
    return grade == null ? null : Satisfaction.fromString(grade.code());
  }
}
