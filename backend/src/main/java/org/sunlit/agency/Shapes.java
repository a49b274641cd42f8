package org.sunlit.agency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sunlit.agency.rules.Letter;
import org.sunlit.api.model.AgencyAct;
import org.sunlit.api.model.AgencyEnding;
import org.sunlit.api.model.AgencyRating;
import org.sunlit.api.model.AgencyState;
import org.sunlit.api.model.AgentClient;
import org.sunlit.api.model.AgentDesk;
import org.sunlit.api.model.AgentDuty;
import org.sunlit.api.model.AgentName;
import org.sunlit.api.model.AgentRating;
import org.sunlit.api.model.AgentRequest;
import org.sunlit.api.model.AgentTask;
import org.sunlit.api.model.ApplicantKind;
import org.sunlit.api.model.CaseAgent;
import org.sunlit.api.model.CaseState;
import org.sunlit.api.model.ClientCase;
import org.sunlit.api.model.LetterClause;
import org.sunlit.api.model.OwnAgency;
import org.sunlit.api.model.Satisfaction;
import org.sunlit.api.model.TakenMandate;
import org.sunlit.casework.rules.Masks;
import org.sunlit.citizen.CitizenDetails;
import org.sunlit.citizen.CitizenKind;
import org.sunlit.platform.CityTime;

/** Puts agents into the contract's words, as they are today. */
final class Shapes {
  private final LocalDate today;

  Shapes(LocalDate today) {
    this.today = today;
  }

  /**
   * As who asked for it sees it.
   *
   * @param letter null while there is no agent
   */
  OwnAgency own(Agency agency, Letter letter, List<AgencyWork.Act> acts) {
    Agency.Signed signed = agency.signed();
    return new OwnAgency()
        .id(agency.id())
        .state(state(agency))
        .purpose(agency.purpose())
        .tasks(tasks(agency.mandate().tasks()))
        .askedAt(CityTime.offset(agency.askedAt()))
        .agent(agent(agency.agent()))
        .letter(letter == null ? null : letter.clauses().stream().map(Shapes::clause).toList())
        .from(agency.mandate().from())
        .until(agency.mandate().until())
        .signedName(signed == null ? null : signed.name())
        .signedAt(signed == null ? null : CityTime.offset(signed.at()))
        .ending(ending(agency.ending()))
        .rating(rating(agency.rating()))
        .acts(acts.stream().map(Shapes::act).toList());
  }

  /** As its agent may keep it: what was agreed and done, and nothing of how to reach the client. */
  TakenMandate taken(Agency agency, Letter letter, List<AgencyWork.Act> acts) {
    return new TakenMandate()
        .id(agency.id())
        .state(state(agency))
        .purpose(agency.purpose())
        .tasks(tasks(agency.mandate().tasks()))
        .letter(letter.clauses().stream().map(Shapes::clause).toList())
        .from(agency.mandate().from())
        .until(agency.mandate().until())
        .ending(ending(agency.ending()))
        .acts(acts.stream().map(Shapes::act).toList());
  }

  /** As agents see it who haven't taken it on: without a name. */
  AgentRequest request(Desk.Client client) {
    Agency agency = client.agency();
    return new AgentRequest()
        .id(agency.id())
        .client(masked(client.details()))
        .kind(ApplicantKind.fromValue(client.details().kind().code()))
        .purpose(agency.purpose())
        .tasks(tasks(agency.mandate().tasks()))
        .until(agency.mandate().until())
        .askedAt(CityTime.offset(agency.askedAt()));
  }

  AgentDesk desk(Desk.Register register) {
    return new AgentDesk()
        .clients(register.clients().stream().map(this::client).toList())
        .duties(register.duties().stream().map(duty -> duty(duty, register)).toList());
  }

  /**
   * As its agent sees it; how to reach the client only while the mandate holds or is to be signed.
   */
  AgentClient client(Desk.Client client) {
    Agency agency = client.agency();
    AgencyState state = state(agency);
    boolean running = state == AgencyState.IN_FORCE || state == AgencyState.TAKEN;
    return new AgentClient()
        .id(agency.id())
        .state(state)
        .client(name(client))
        .phone(running ? client.details().phone() : null)
        .purpose(agency.purpose())
        .tasks(tasks(agency.mandate().tasks()))
        .from(agency.mandate().from())
        .until(agency.mandate().until())
        .ending(ending(agency.ending()));
  }

  private static AgentDuty duty(AgencyWork.Duty duty, Desk.Register register) {
    return new AgentDuty()
        .clientId(duty.agency())
        .client(name(clientOf(duty.agency(), register)))
        .kind(AgentDuty.KindEnum.fromValue(duty.kind().code()))
        .reference(duty.reference())
        .name(duty.name())
        .nameEn(duty.nameEn())
        .state(duty.state() == null ? null : CaseState.fromValue(duty.state()))
        .since(CityTime.offset(duty.since()))
        .dueAt(CityTime.offset(duty.dueAt()));
  }

  private static Desk.Client clientOf(UUID agency, Desk.Register register) {
    return register.clients().stream()
        .filter(client -> client.agency().id().equals(agency))
        .findFirst()
        .orElseThrow();
  }

  static ClientCase clientCase(Errands.Shown shown) {
    return new ClientCase()
        .tracked(shown.tracked())
        .possible(tasks(shown.possible()))
        .acts(shown.acts().stream().map(Shapes::act).toList());
  }

  /** As those who handle the case see who acts in it. */
  CaseAgent caseAgent(AgencyWork.CaseAgent found) {
    return new CaseAgent()
        .agent(agent(found.agent()))
        .state(AgencyState.fromValue(found.mandate().on(today).code()))
        .tasks(tasks(found.mandate().tasks()))
        .from(found.mandate().from())
        .until(found.mandate().until())
        .signedAt(CityTime.offset(found.signedAt()));
  }

  static AgentRating agentRating(Agency agency) {
    return new AgentRating().agent(agent(agency.agent())).rating(rating(agency.rating()));
  }

  private AgencyState state(Agency agency) {
    return AgencyState.fromValue(agency.mandate().on(today).code());
  }

  private static String name(Desk.Client client) {
    return client.details().name();
  }

  private static String masked(CitizenDetails details) {
    return details.kind() == CitizenKind.PERSON
        ? Masks.person(details.name())
        : Masks.organisation(details.name());
  }

  private static AgentName agent(Agency.Agent agent) {
    return agent == null ? null : new AgentName().name(agent.name()).nameEn(agent.nameEn());
  }

  private static LetterClause clause(Letter.Clause clause) {
    return new LetterClause().text(clause.zh()).textEn(clause.en());
  }

  private static AgencyEnding ending(Agency.Ending ending) {
    return ending == null
        ? null
        : new AgencyEnding()
            .at(CityTime.offset(ending.at()))
            .byAgent(ending.byAgent())
            .why(ending.why());
  }

  private static AgencyRating rating(Agency.Rating rating) {
    return rating == null
        ? null
        : new AgencyRating()
            .grade(Satisfaction.fromValue(rating.grade().code()))
            .words(rating.words())
            .at(CityTime.offset(rating.at()));
  }

  private static AgencyAct act(AgencyWork.Act act) {
    return new AgencyAct()
        .at(CityTime.offset(act.at()))
        .task(AgentTask.fromValue(act.task().code()))
        .caseNumber(act.caseNumber())
        .itemName(act.itemName())
        .itemNameEn(act.itemNameEn())
        .appointment(act.appointment());
  }

  private static List<AgentTask> tasks(Collection<org.sunlit.agency.rules.AgentTask> tasks) {
    return tasks.stream().sorted().map(task -> AgentTask.fromValue(task.code())).toList();
  }
}
