package org.sunlit.joint.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlit.joint.rules.JointTheme.Choice;
import org.sunlit.joint.rules.JointTheme.Part;
import org.sunlit.joint.rules.JointTheme.Question;
import org.sunlit.joint.rules.JointTheme.Use;
import org.sunlit.platform.Regions;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;
import org.sunlit.powerlist.flow.StepKind;
import org.sunlit.problem.FieldProblem;

/** What a theme has to be before it is published. Everything wrong is said at once. */
public final class ThemeCheck {
  private final JointTheme theme;
  private final Map<String, ItemInForce> items;
  private final List<FieldProblem> errors = new ArrayList<>();

  private ThemeCheck(JointTheme theme, Map<String, ItemInForce> items) {
    this.theme = theme;
    this.items = items;
  }

  /**
   * What is wrong with a theme.
   *
   * @param items the versions of its items in force on its first day, by code
   */
  public static List<FieldProblem> of(JointTheme theme, Map<String, ItemInForce> items) {
    ThemeCheck check = new ThemeCheck(theme, items);
    check.questions();
    check.parts();
    check.circles();
    check.shared();
    return List.copyOf(check.errors);
  }

  private void questions() {
    Set<String> codes = new HashSet<>();
    for (int place = 0; place < theme.questions().size(); place++) {
      Question question = theme.questions().get(place);
      if (!codes.add(question.code())) {
        error("/theme/questions/" + place + "/code", "theme.twice");
      }
      Set<String> answers = new HashSet<>();
      for (int choice = 0; choice < question.choices().size(); choice++) {
        Choice one = question.choices().get(choice);
        if (!answers.add(one.code())) {
          error("/theme/questions/" + place + "/choices/" + choice + "/code", "theme.twice");
        }
      }
    }
  }

  private void parts() {
    Set<String> seen = new HashSet<>();
    for (int place = 0; place < theme.parts().size(); place++) {
      Part part = theme.parts().get(place);
      String pointer = "/theme/parts/" + place;
      if (!seen.add(part.item())) {
        error(pointer + "/item", "theme.twice");
      }
      item(part, pointer);
      requires(part, pointer);
      condition(part, pointer);
    }
  }

  private void item(Part part, String pointer) {
    ItemInForce item = items.get(part.item());
    if (item == null) {
      error(pointer + "/item", "apply.item-unknown");
    } else if (!Regions.within(theme.regionCode(), item.regionCode())) {
      error(pointer + "/item", "theme.region-outside");
    } else if (!beginsWithAcceptance(item.flow())) {
      error(pointer + "/item", "theme.no-acceptance");
    } else if (!part.requires().isEmpty() && !hasApproval(item.flow())) {
      error(pointer + "/requires", "theme.no-approval");
    }
  }

  /** Departments state what is missing at acceptance, and are started from there together. */
  private static boolean beginsWithAcceptance(FlowDefinition flow) {
    Optional<FlowStep> first = flow.next(flow.start().id(), FlowEdge.PASS);
    return first.filter(step -> step.kind() == StepKind.ACCEPTANCE).isPresent()
        && flow.next(first.get().id(), FlowEdge.PASS).isPresent();
  }

  private static boolean hasApproval(FlowDefinition flow) {
    return flow.steps().stream().anyMatch(step -> step.kind() == StepKind.APPROVAL);
  }

  private void requires(Part part, String pointer) {
    for (int place = 0; place < part.requires().size(); place++) {
      String wanted = part.requires().get(place);
      if (wanted.equals(part.item())
          || theme.parts().stream().noneMatch(other -> other.item().equals(wanted))) {
        error(pointer + "/requires/" + place, "theme.requires-unknown");
      }
    }
  }

  private void condition(Part part, String pointer) {
    if (part.onlyIf() == null) {
      return;
    }
    Optional<Question> question = theme.question(part.onlyIf().question());
    if (question.isEmpty()) {
      error(pointer + "/onlyIf/question", "theme.question-unknown");
      return;
    }
    for (int place = 0; place < part.onlyIf().answers().size(); place++) {
      if (!question.get().has(part.onlyIf().answers().get(place))) {
        error(pointer + "/onlyIf/answers/" + place, "theme.answer-unknown");
      }
    }
  }

  /** Items that wait for each other would wait for ever. */
  private void circles() {
    for (int place = 0; place < theme.parts().size(); place++) {
      Part part = theme.parts().get(place);
      if (waitsFor(part.item(), part.item(), new HashSet<>())) {
        error("/theme/parts/" + place + "/requires", "theme.circle");
      }
    }
  }

  private boolean waitsFor(String item, String target, Set<String> visited) {
    for (Part part : theme.parts()) {
      if (!part.item().equals(item)) {
        continue;
      }
      for (String wanted : part.requires()) {
        if (!wanted.equals(item)
            && (wanted.equals(target)
                || visited.add(wanted) && waitsFor(wanted, target, visited))) {
          return true;
        }
      }
    }
    return false;
  }

  private void shared() {
    for (int group = 0; group < theme.shared().size(); group++) {
      for (int place = 0; place < theme.shared().get(group).size(); place++) {
        Use use = theme.shared().get(group).get(place);
        ItemInForce item = items.get(use.itemCode());
        if (item == null || item.material(use.code()) == null) {
          error("/theme/shared/" + group + "/" + place, "theme.material-unknown");
        }
      }
    }
  }

  private void error(String pointer, String key, Object... args) {
    errors.add(new FieldProblem(pointer, key, List.of(args)));
  }
}
