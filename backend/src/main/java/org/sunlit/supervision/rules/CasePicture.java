package org.sunlit.supervision.rules;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What supervision remembers of a case, or of something else that it looks at: folded from the
 * journal's events and from nothing else, and no more of it than the rules look at. Nothing in it
 * is personal, but for the applicant's account, an id that says nothing of whose it is.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class CasePicture {
  /** More events of a kind than these tell nothing new. */
  private static final int MOST_MARKS = 12;

  private final String number;
  private Subject.Kind kind = Subject.Kind.CASE;
  private Set<String> hiddenFrom = Set.of();
  private String handler;
  private String itemCode;
  private String departmentCode;
  private String regionCode;
  private String state;
  private String applicant;
  private Mark submitted;
  private Mark accepted;
  private String acceptedBy;
  private boolean decided;
  private Told.Published published;
  private List<String> told = new ArrayList<>();
  private List<String> brought = new ArrayList<>();
  private List<Mark> notices = new ArrayList<>();
  private List<Mark> returns = new ArrayList<>();
  private List<Mark> pauses = new ArrayList<>();
  private List<Mark> extensions = new ArrayList<>();
  private List<Told.Live> live;
  private List<RunningClock> clocks = new ArrayList<>();
  private List<PastClock> past = new ArrayList<>();
  private Map<String, Bill> bills = new LinkedHashMap<>();

  /** What a bill came to when it was last assessed. */
  record Bill(long amountFen, Mark assessed) {}

  @JsonCreator
  public CasePicture(@JsonProperty("number") @JsonAlias("caseNumber") String number) {
    this.number = number;
  }

  public String number() {
    return number;
  }

  public Subject subject() {
    return new Subject(kind, number, hiddenFrom);
  }

  /** The account that has a complaint in hand; null for none, and for whatever else. */
  String handler() {
    return handler;
  }

  /** Null for a case from before the journal told it. */
  public String itemCode() {
    return itemCode;
  }

  /** Null while nothing has been told of the case itself. */
  public String departmentCode() {
    return departmentCode;
  }

  public String regionCode() {
    return regionCode;
  }

  public List<RunningClock> clocks() {
    return List.copyOf(clocks);
  }

  /** Clocks of a case that stopped after they had run out. */
  public List<PastClock> past() {
    return List.copyOf(past);
  }

  void replacePast(List<PastClock> stopped) {
    past = new ArrayList<>(stopped);
  }

  String applicant() {
    return applicant;
  }

  Optional<Mark> accepted() {
    return Optional.ofNullable(accepted);
  }

  String acceptedBy() {
    return acceptedBy;
  }

  boolean decided() {
    return decided;
  }

  Optional<Told.Published> published() {
    return Optional.ofNullable(published);
  }

  /** Codes of everything that the first notice said was missing. */
  List<String> told() {
    return told;
  }

  /** Codes of everything handed in since that notice. */
  List<String> brought() {
    return brought;
  }

  List<Mark> notices() {
    return notices;
  }

  List<Mark> returns() {
    return returns;
  }

  List<Mark> pauses() {
    return pauses;
  }

  List<Mark> extensions() {
    return extensions;
  }

  /** The steps at work; empty where the journal didn't tell. */
  Optional<List<Told.Live>> live() {
    return Optional.ofNullable(live);
  }

  Optional<Bill> bill(String number) {
    return Optional.ofNullable(bills.get(number));
  }

  /** The clock of the case as a whole, if one runs. */
  Optional<RunningClock> caseClock() {
    return clocks.stream().filter(clock -> clock.kind().ofCase()).findFirst();
  }

  void replaceClocks(List<RunningClock> running) {
    clocks = new ArrayList<>(running);
  }

  /** Remembers what an event tells; the clocks are {@link Clocks}' to keep. */
  void follow(Happening event) {
    Told tells = event.told();
    kind = event.subjectKind();
    if (kind != Subject.Kind.CASE) {
      follow(tells);
    }
    if (event.kind().startsWith("case.")) {
      itemCode = tells.itemCode() == null ? itemCode : tells.itemCode();
      departmentCode = tells.departmentCode() == null ? departmentCode : tells.departmentCode();
      regionCode = tells.regionCode() == null ? regionCode : tells.regionCode();
      state = tells.state();
      live = tells.live();
      published = tells.published() == null ? published : tells.published();
    }
    if (event.ofCase()) {
      remember(event);
    }
    if (event.kind().equals("charge.assessed") && tells.billNumber() != null) {
      long sum = tells.fees().stream().mapToLong(Told.Fee::amountFen).sum();
      bills.put(tells.billNumber(), new Bill(sum, event.mark()));
    }
  }

  /** What everything else tells of itself, with each of its events. */
  private void follow(Told tells) {
    departmentCode = tells.departmentCode();
    regionCode = tells.regionCode();
    state = tells.state();
    handler = tells.handler();
    hiddenFrom = tells.hiddenFrom();
  }

  private void remember(Happening event) {
    Told.Person by = event.event().by();
    switch (event.kind()) {
      case "case.submitted" -> {
        submitted = event.mark();
        applicant = by == null || by.official() ? null : by.account();
      }
      case "case.accepted", "case.deemedAccepted" -> {
        accepted = event.mark();
        acceptedBy = by == null ? null : by.account();
      }
      case "case.correctionRequested", "case.originalsRequested" -> {
        if (told.isEmpty()) {
          told = codes(event);
        } else if (event.is("originalsRequested")) {
          told.addAll(codes(event));
        }
        add(notices, event);
      }
      case "case.supplemented", "case.originalsReceived" ->
          brought.addAll(event.event().materials());
      case "case.decided" -> decided = true;
      case "case.returned" -> add(returns, event);
      case "case.paused" -> add(pauses, event);
      case "case.extended" -> add(extensions, event);
      case "case.reopened" -> {
        decided = false;
        extensions.clear();
      }
      default -> {
        // Other events change the state, the steps and the clocks, which every event tells.
      }
    }
  }

  private static List<String> codes(Happening event) {
    return new ArrayList<>(
        event.event().missing().stream()
            .map(Told.Missing::materialCode)
            .filter(java.util.Objects::nonNull)
            .toList());
  }

  private static void add(List<Mark> marks, Happening event) {
    if (marks.size() < MOST_MARKS) {
      marks.add(event.mark());
    }
  }
}
