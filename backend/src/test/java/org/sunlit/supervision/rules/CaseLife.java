package org.sunlit.supervision.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/**
 * A made-up case, told as the rooms tell the journal: in JSON. It is lawful in everything that a
 * test doesn't say otherwise. Its flow goes accept → review → approve → issue; all is due by the
 * end of 19 March 2024 unless said otherwise.
 */
public final class CaseLife {
  public static final String NUMBER = "20240304-000001";

  static final String WINDOW = "clerk";
  static final String REVIEWER = "reviewer";
  static final String APPROVER = "leader";

  private static final Map<String, String> POSTS =
      Map.of("accept", "window", "review", "reviewer", "approve", "approver", "issue", "window");
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "apply", List.of("accept"),
          "accept", List.of("review", "ended"),
          "review", List.of("approve", "accept"),
          "approve", List.of("issue", "review", "ended"),
          "issue", List.of());

  private final List<Happening> events = new ArrayList<>();
  private final List<String> live = new ArrayList<>();
  private long place;
  private String clock;
  private Instant now;
  private Instant due = instant("2024-03-11T23:59:59");
  private List<String> before = List.of("2024-03-08", "2024-03-07", "2024-03-06");
  private String state = "submitted";
  private Instant stepDue;
  private Instant entered = instant("2024-03-04T09:00:00");
  private boolean inChinese;

  public CaseLife() {
    at("2024-03-04T09:00:00");
  }

  public static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
  }

  public List<Happening> events() {
    return List.copyOf(events);
  }

  /** The last time that was said. */
  String now() {
    return clock;
  }

  public CaseLife at(String local) {
    clock = local;
    now = instant(local);
    return this;
  }

  /** From the next event on the case is due at another time; null when no clock runs. */
  public CaseLife due(String local) {
    due = local == null ? null : instant(local);
    before = local == null ? null : List.of(local.substring(0, 8) + "18");
    return this;
  }

  CaseLife stepDue(String local) {
    stepDue = local == null ? null : instant(local);
    return this;
  }

  /** From the next event on steps have no English name. */
  CaseLife onlyInChinese() {
    inChinese = true;
    return this;
  }

  CaseLife state(String code) {
    state = code;
    return this;
  }

  public CaseLife submitted() {
    return submitted(Map.of());
  }

  CaseLife submitted(Map<String, Object> more) {
    return goes("submitted", "apply", "accept", null, Map.of("materials", List.of("M1")), more);
  }

  public CaseLife accepted() {
    state = "inProgress";
    due("2024-03-19T23:59:59");
    return goes("accepted", "accept", "review", WINDOW, Map.of(), Map.of());
  }

  CaseLife advanced() {
    return goes("advanced", "review", "approve", REVIEWER, Map.of(), Map.of());
  }

  CaseLife returned(Map<String, Object> more) {
    return goes("returned", "approve", "review", APPROVER, Map.of(), more);
  }

  public CaseLife decided() {
    return decided(APPROVER, Map.of());
  }

  CaseLife decided(String account, Map<String, Object> more) {
    return goes("decided", "approve", "issue", account, Map.of("outcome", "pass"), more);
  }

  CaseLife closed() {
    state = "granted";
    due = null;
    return stays("closed", "issue", WINDOW, Map.of(), Map.of());
  }

  CaseLife asks(String... codes) {
    state = "inCorrection";
    due = null;
    return stays(
        "correctionRequested", "accept", WINDOW, Map.of("missing", missing(codes)), Map.of());
  }

  CaseLife brings(String... codes) {
    state = "submitted";
    due("2024-03-18T23:59:59");
    return stays("supplemented", "accept", null, Map.of("materials", List.of(codes)), Map.of());
  }

  CaseLife refused(Map<String, Object> more) {
    state = "notAccepted";
    due = null;
    return goes("refused", "accept", "ended", WINDOW, Map.of("outcome", "reject"), more);
  }

  CaseLife paused(Map<String, Object> event) {
    state = "paused";
    due = null;
    Map<String, Object> all =
        new HashMap<>(
            Map.of("ground", "testing", "article", "第四十五条", "confirmedBy", person("second", null)));
    all.putAll(event);
    return stays("paused", live.get(0), REVIEWER, all, Map.of());
  }

  CaseLife resumed(String newDue) {
    state = "inProgress";
    due(newDue);
    return stays("resumed", live.get(0), REVIEWER, Map.of(), Map.of());
  }

  CaseLife extended(int days, String newDue) {
    due(newDue);
    return stays(
        "extended",
        live.get(0),
        REVIEWER,
        Map.of(
            "extendedBy",
            Map.of("amount", days, "unit", "workingDays"),
            "confirmedBy",
            person("second", null)),
        Map.of());
  }

  /** Another calendar moved what it is due by. */
  public CaseLife recounted(String newDue) {
    due(newDue);
    return tells("case.recounted", null, payload(Map.of()));
  }

  /** By another calendar this was found late without being late. */
  CaseLife inTime(UUID finding, String dueAt) {
    Map<String, Object> one = Map.of("id", finding.toString(), "dueAt", instant(dueAt).toString());
    return tells("case.recounted", null, payload(Map.of("inTime", List.of(one))));
  }

  /** An event of another room, with what it tells. */
  public CaseLife tells(String kind, String account, Map<String, Object> payload) {
    place++;
    events.add(
        new Happening(
            place,
            NUMBER,
            kind,
            now,
            account,
            StoredJson.read(StoredJson.write(payload), Told.class)));
    return this;
  }

  /** Something done in a step that it stays in. */
  CaseLife stays(
      String kind,
      String step,
      String account,
      Map<String, Object> event,
      Map<String, Object> more) {
    return happens(kind, step, account, event, more);
  }

  /** Something done that moves it to another step. */
  CaseLife goes(
      String kind,
      String step,
      String to,
      String account,
      Map<String, Object> event,
      Map<String, Object> more) {
    live.clear();
    if (!to.equals("ended")) {
      live.add(to);
    }
    entered = now;
    Map<String, Object> all = new HashMap<>(event);
    all.put("toStepId", to);
    return happens(kind, step, account, all, more);
  }

  private CaseLife happens(
      String kind,
      String step,
      String account,
      Map<String, Object> event,
      Map<String, Object> more) {
    Map<String, Object> happened = new HashMap<>();
    happened.put("stepId", step);
    happened.put("riskConfirmed", true);
    if (account != null) {
      happened.put("by", person(account, POSTS.get(step)));
    }
    happened.putAll(event);
    Map<String, Object> told = new HashMap<>();
    told.put("event", happened);
    told.put("reasoned", true);
    told.put(
        "step",
        Map.of("kind", "review", "post", POSTS.getOrDefault(step, "none"), "graveRisk", true));
    told.put("drawn", WAYS.get(step));
    if (kind.equals("submitted")) {
      told.put(
          "published",
          Map.of("status", "inForce", "licence", true, "materials", List.of("M1", "M2", "M3")));
    }
    told.putAll(more);
    return tells("case." + kind, account, payload(told));
  }

  private Map<String, Object> payload(Map<String, Object> more) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("state", state);
    payload.put("itemCode", "TST-LIC-01");
    payload.put("departmentCode", "tst");
    payload.put("regionCode", "990100000000");
    payload.put("dueAt", due == null ? null : due.toString());
    payload.put("before", due == null ? null : before);
    payload.put("live", live.stream().map(this::atWork).toList());
    payload.putAll(more);
    return payload;
  }

  private Map<String, Object> atWork(String step) {
    Map<String, Object> all = new HashMap<>();
    all.put("stepId", step);
    all.put("name", "环节" + step);
    all.put("nameEn", inChinese ? null : "Step " + step);
    all.put("post", POSTS.get(step));
    all.put("enteredAt", entered.toString());
    all.put("dueAt", stepDue == null || due == null ? null : stepDue.toString());
    all.put("before", stepDue == null ? List.of() : List.of("2024-03-06"));
    return all;
  }

  static Map<String, Object> person(String account, String post) {
    Map<String, Object> person = new HashMap<>();
    person.put("account", account);
    person.put("name", "某某");
    person.put("post", post);
    return person;
  }

  static List<Map<String, Object>> missing(String... codes) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String code : codes) {
      Map<String, Object> one = new HashMap<>();
      one.put("materialCode", code);
      all.add(one);
    }
    return all;
  }
}
