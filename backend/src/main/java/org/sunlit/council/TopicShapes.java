package org.sunlit.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sunlit.api.model.CouncilAnswer;
import org.sunlit.api.model.CouncilAuthor;
import org.sunlit.api.model.CouncilContribution;
import org.sunlit.api.model.CouncilFile;
import org.sunlit.api.model.CouncilMemberKind;
import org.sunlit.api.model.CouncilModeration;
import org.sunlit.api.model.CouncilTopic;
import org.sunlit.api.model.CouncilTopicAct;
import org.sunlit.api.model.CouncilTopicActCode;
import org.sunlit.api.model.CouncilTopicActionCode;
import org.sunlit.api.model.CouncilTopicKind;
import org.sunlit.api.model.CouncilTopicState;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.OpenedCouncilTopic;
import org.sunlit.calendar.CalendarService;
import org.sunlit.calendar.DerivationMapper;
import org.sunlit.council.CouncilFiles.Listed;
import org.sunlit.council.TopicReads.Opened;
import org.sunlit.council.rules.Moderation;
import org.sunlit.council.rules.TopicAct;
import org.sunlit.council.rules.TopicActKind;
import org.sunlit.council.rules.TopicClock;
import org.sunlit.council.rules.TopicRules;
import org.sunlit.council.rules.TopicRules.Reader;
import org.sunlit.council.rules.TopicStanding;
import org.sunlit.council.rules.TopicStanding.Contribution;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentNames;

/** Topics in the contract's words, as each reader may see them. */
@ApplicationScoped
class TopicShapes {
  private final CalendarService calendars;
  private final Clock clock;

  TopicShapes(CalendarService calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  OpenedCouncilTopic opened(Opened opened, Reader reader) {
    TopicStanding standing = opened.topic().standing();
    boolean own = standing.opener().equals(reader.account());
    boolean office = reader.keeps() || reader.supervises();
    OpenedCouncilTopic shown =
        new OpenedCouncilTopic()
            .summary(
                summary(opened.topic(), opened.title(), opened.authors(), opened.departments()))
            .suggestedDepartment(named(standing.suggested(), opened.departments()))
            .contributions(contributions(opened, reader))
            .answer(answer(opened))
            .complaint(own || office ? standing.complaint() : null)
            .complaintCode(own ? complaintCode(opened) : null)
            .acts(reader.member() ? List.of() : acts(opened))
            .possible(
                TopicRules.possible(standing, reader).stream()
                    .map(action -> CouncilTopicActionCode.fromString(action.code()))
                    .toList())
            .mayContribute(reader.member() && TopicRules.goesOn(standing))
            .publishable(
                reader.keeps()
                    && TopicRules.publishable(standing)
                    && !reader.account().equals(standing.answeredBy()))
            .published(opened.published())
            .version(standing.version());
    TopicClock.answer(standing, calendars.current())
        .ifPresent(deadline -> shown.deadline(DerivationMapper.toApi(deadline)));
    return shown;
  }

  CouncilTopic summary(
      TopicRecord topic,
      String title,
      Map<String, Member> authors,
      Map<String, DepartmentReference> departments) {
    TopicStanding standing = topic.standing();
    return new CouncilTopic()
        .number(topic.number())
        .kind(CouncilTopicKind.fromString(standing.kind().code()))
        .state(CouncilTopicState.fromString(standing.state().code()))
        .title(title)
        .author(author(authors.get(standing.opener())))
        .openedAt(CityTime.offset(standing.openedAt()))
        .lastAt(CityTime.offset(standing.lastAt()))
        .contributions(
            Math.toIntExact(standing.contributions().stream().filter(Contribution::shown).count()))
        .waiting(standing.waiting().size())
        .department(named(standing.department(), departments))
        .dueAt(CityTime.offset(TopicClock.next(standing, calendars.current()).orElse(null)))
        .answeredAt(CityTime.offset(standing.answeredAt()))
        .late(TopicClock.late(standing, calendars.current(), clock.instant()));
  }

  /** Of whoever has no appointment any more nothing but that is known. */
  private static CouncilAuthor author(Member member) {
    return member == null
        ? new CouncilAuthor().name("—")
        : new CouncilAuthor()
            .name(member.about().name())
            .kind(CouncilMemberKind.fromString(member.kind().code()))
            .organisation(member.about().organisation());
  }

  private static List<CouncilContribution> contributions(Opened opened, Reader reader) {
    TopicStanding standing = opened.topic().standing();
    return standing.contributions().stream()
        .filter(each -> TopicRules.sees(each, reader) || each.moderation() == Moderation.TAKEN_DOWN)
        .map(each -> contribution(opened, standing, each, reader))
        .toList();
  }

  /** What was taken down leaves its place, and says why. */
  private static CouncilContribution contribution(
      Opened opened, TopicStanding standing, Contribution of, Reader reader) {
    boolean sees = TopicRules.sees(of, reader);
    boolean own = of.author().equals(reader.account());
    boolean judged =
        of.moderation() == Moderation.REFUSED || of.moderation() == Moderation.TAKEN_DOWN;
    return new CouncilContribution()
        .number(of.number())
        .author(author(opened.authors().get(of.author())))
        .own(own)
        .at(CityTime.offset(of.at()))
        .words(sees ? opened.words(of.number()) : null)
        .moderation(CouncilModeration.fromString(of.moderation().code()))
        .reason(judged ? opened.words(of.decidedIn()) : null)
        .files(sees ? files(opened.files(of.number())) : List.of())
        .mayWithdraw(reader.member() && own && TopicRules.mayTakeBack(standing, of));
  }

  private CouncilAnswer answer(Opened opened) {
    TopicStanding standing = opened.topic().standing();
    int act = standing.answerAct();
    return act == 0
        ? null
        : new CouncilAnswer()
            .department(named(standing.department(), opened.departments()))
            .at(CityTime.offset(standing.answeredAt()))
            .words(opened.words(act))
            .files(files(opened.files(act)))
            .late(TopicClock.late(standing, calendars.current(), clock.instant()));
  }

  static List<CouncilFile> files(List<Listed> files) {
    return files.stream()
        .map(
            file ->
                new CouncilFile()
                    .id(file.id())
                    .fileName(file.name())
                    .contentType(file.contentType())
                    .size(file.size()))
        .toList();
  }

  private static String complaintCode(Opened opened) {
    List<TopicAct> acts = opened.topic().acts();
    return IntStream.range(0, acts.size())
        .filter(place -> acts.get(place) instanceof TopicAct.MadeComplaint)
        .mapToObj(place -> opened.words(place + 1))
        .findFirst()
        .orElse(null);
  }

  private static List<CouncilTopicAct> acts(Opened opened) {
    List<TopicAct> acts = opened.topic().acts();
    return IntStream.range(0, acts.size())
        .mapToObj(place -> act(acts.get(place), place + 1, opened))
        .toList();
  }

  private static CouncilTopicAct act(TopicAct act, int number, Opened opened) {
    TopicActKind kind = TopicActKind.of(act);
    CouncilTopicAct shown =
        new CouncilTopicAct()
            .number(number)
            .kind(CouncilTopicActCode.fromString(kind.code()))
            .at(CityTime.offset(act.at()))
            .by(by(act, kind, number, opened))
            .words(kind.saysInHistory() ? opened.words(number) : null);
    if (act instanceof TopicAct.Released released) {
      shown.of(released.of());
    } else if (act instanceof TopicAct.Refused refused) {
      shown.of(refused.of());
    } else if (act instanceof TopicAct.Withdrawn withdrawn) {
      shown.of(withdrawn.of());
    } else if (act instanceof TopicAct.TakenDown down) {
      shown.of(down.of());
    } else if (act instanceof TopicAct.Asked asked) {
      shown
          .department(named(asked.department(), opened.departments()))
          .days(asked.days() == 0 ? null : asked.days());
    }
    return shown;
  }

  private static String by(TopicAct act, TopicActKind kind, int number, Opened opened) {
    return kind.byMember()
        ? author(opened.authors().get(act.by())).getName()
        : opened.said().get(number - 1).name();
  }

  private static DepartmentReference named(
      String code, Map<String, DepartmentReference> departments) {
    return DepartmentNames.named(code, departments);
  }
}
