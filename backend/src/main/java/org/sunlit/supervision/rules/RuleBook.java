package org.sunlit.supervision.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules of a city, with what it has set of them. */
public final class RuleBook {
  private final Parameters parameters;
  private final List<ClockRule> clocks;
  private final List<ActRule> acts;
  private final List<PatternRule> patterns;
  private final Map<String, Rule> byCode;

  private RuleBook(
      Parameters parameters,
      List<ClockRule> clocks,
      List<ActRule> acts,
      List<PatternRule> patterns) {
    this.parameters = parameters;
    this.clocks = List.copyOf(clocks);
    this.acts = List.copyOf(acts);
    this.patterns = List.copyOf(patterns);
    this.byCode = all().collect(Collectors.toMap(Rule::code, UnaryOperator.identity()));
  }

  /**
   * The rules with these words.
   *
   * @param heads what is said of each of them
   * @throws IllegalArgumentException when words lack a rule or a rule its words
   */
  public static RuleBook of(List<RuleHead> heads, Parameters parameters) {
    Words words = new Words(heads);
    List<ActRule> acts = new ArrayList<>();
    acts.addAll(NoticeRules.all(words, parameters));
    acts.addAll(StepRules.all(words, parameters));
    acts.addAll(PauseRules.all(words, parameters));
    acts.addAll(PeopleRules.all(words));
    acts.addAll(ChargeRules.all(words));
    acts.addAll(PaperRules.all(words));
    acts.addAll(VoiceRules.all(words, parameters.outside()));
    acts.addAll(WindowRules.all(words, parameters.outside()));
    RuleBook book =
        new RuleBook(
            parameters,
            ClockRules.all(words, parameters),
            acts,
            PatternRules.all(words, parameters.patterns()));
    if (book.byCode.size() != heads.size()) {
      throw new IllegalArgumentException("There are words for rules that don't exist");
    }
    return book;
  }

  Parameters parameters() {
    return parameters;
  }

  List<ClockRule> clocks() {
    return clocks;
  }

  List<ActRule> acts() {
    return acts;
  }

  List<PatternRule> patterns() {
    return patterns;
  }

  /** All of them, the clocks first. */
  public Stream<Rule> all() {
    return Stream.of(clocks, acts, patterns).flatMap(List::stream);
  }

  /** The rule with this code, if there is one. */
  public Optional<Rule> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Gives each rule what is said of it. */
  record Words(Map<String, RuleHead> heads) {
    Words(List<RuleHead> all) {
      this(all.stream().collect(Collectors.toMap(RuleHead::code, UnaryOperator.identity())));
    }

    RuleHead of(String code) {
      RuleHead head = heads.get(code);
      if (head == null) {
        throw new IllegalArgumentException("Nothing is said of the rule " + code);
      }
      return head;
    }

    ActRule act(String code, Function<Act, Optional<Sighting>> judge) {
      return new ActRule(of(code), Map.of(), judge);
    }

    ActRule act(
        String code, Map<String, Integer> parameters, Function<Act, Optional<Sighting>> judge) {
      return new ActRule(of(code), parameters, judge);
    }
  }
}
