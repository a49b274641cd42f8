package org.sunlit.joint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sunlit.casework.ApplyCommand;
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.OwnReuse;
import org.sunlit.joint.JointApplications.Command;
import org.sunlit.joint.JointApplications.Given;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.JointTheme.Part;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What one form comes to: an application for each item it takes (一张表单). Pure. */
final class JointIntake {
  private JointIntake() {}

  /**
   * The items it takes with these answers.
   *
   * @param without codes of items that aren't applied for (again)
   * @throws Problem 409 when one of them isn't there today
   */
  static List<ItemInForce> items(Command command, JointThemes.Shown theme, Set<String> without) {
    List<ItemInForce> items = new ArrayList<>();
    for (Part part : theme.theme().chosen(command.answers())) {
      if (without.contains(part.item())) {
        continue;
      }
      ItemInForce item = theme.items().get(part.item());
      if (item == null) {
        throw Problem.of(ProblemType.CONFLICT).detail("joint.item-gone", part.item());
      }
      items.add(item);
    }
    return items;
  }

  /**
   * Checks what only the one form has; the rest is checked item by item.
   *
   * @throws Problem 422 with everything that is wrong
   */
  static void check(
      Command command, JointTheme theme, List<ItemInForce> items, List<SharedMaterial> materials) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (JointTheme.Question question : theme.questions()) {
      String answer = command.answers().get(question.code());
      boolean known = question.choices().stream().anyMatch(choice -> choice.code().equals(answer));
      if (!known) {
        wrong = wrong.at("/answers/" + question.code(), "joint.answer-needed");
      }
    }
    for (String code : command.answers().keySet()) {
      if (theme.question(code).isEmpty()) {
        wrong = wrong.at("/answers/" + code, "theme.question-unknown");
      }
    }
    if (wrong.errors().isEmpty() && items.isEmpty()) {
      wrong = wrong.at("/answers", "joint.nothing-chosen");
    }
    for (String code : command.promises().keySet()) {
      if (items.stream().noneMatch(item -> item.code().equals(code))) {
        wrong = wrong.at("/promises/" + code, "joint.promise-unknown");
      }
    }
    for (int place = 0; place < command.materials().size(); place++) {
      Given given = command.materials().get(place);
      if (materials.stream().noneMatch(one -> one.key().equals(given.key()))) {
        wrong = wrong.at("/materials/" + place + "/key", "apply.material-unknown", given.key());
      }
      for (int before = 0; before < place && given.uploadId() != null; before++) {
        if (given.uploadId().equals(command.materials().get(before).uploadId())) {
          wrong = wrong.at("/materials/" + place + "/uploadId", "apply.upload-twice");
        }
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  /** How often each file is used: once for every item that asks for it. */
  static Map<UUID, Integer> uses(List<Given> given, List<SharedMaterial> materials) {
    Map<UUID, Integer> uses = new HashMap<>();
    for (Given one : given) {
      materials.stream()
          .filter(material -> material.key().equals(one.key()) && one.uploadId() != null)
          .forEach(material -> uses.put(one.uploadId(), material.usedBy().size()));
    }
    return uses;
  }

  /** What of it goes to one item; each takes its own copy of a file. */
  static List<HandedIn> handedIn(
      String itemCode,
      List<Given> given,
      List<SharedMaterial> materials,
      Map<UUID, Deque<UUID>> copies) {
    List<HandedIn> handedIn = new ArrayList<>();
    for (Given one : given) {
      for (SharedMaterial material : materials) {
        String code = material.key().equals(one.key()) ? material.codeFor(itemCode) : null;
        if (code != null) {
          handedIn.add(
              new HandedIn(
                  code,
                  one.uploadId() == null
                      ? null
                      : copies.get(one.uploadId()).isEmpty()
                          ? one.uploadId()
                          : copies.get(one.uploadId()).poll()));
        }
      }
    }
    return handedIn;
  }

  static Map<UUID, Deque<UUID>> queues(Map<UUID, List<UUID>> copies) {
    Map<UUID, Deque<UUID>> queues = new HashMap<>();
    copies.forEach((upload, all) -> queues.put(upload, new ArrayDeque<>(all)));
    return queues;
  }

  /** Everything these items ask for, as what the city has can stand for it. */
  static List<OwnReuse.Asked> asked(JointTheme theme, List<ItemInForce> items) {
    return everything(theme, items).stream()
        .map(one -> new OwnReuse.Asked(one.key(), one.material()))
        .toList();
  }

  static List<SharedMaterial> everything(JointTheme theme, List<ItemInForce> items) {
    return Stream.concat(
            SharedMaterial.of(theme, items).stream(), SharedMaterial.fetched(theme, items).stream())
        .toList();
  }

  /** What is handed in, with the copies of what is taken over. */
  static List<Given> with(List<Given> given, List<HandedIn> copies) {
    return Stream.concat(
            given.stream(), copies.stream().map(one -> new Given(one.code(), one.uploadId())))
        .toList();
  }

  /** One application for each item, with what of the form is that item's. */
  static List<ApplyCommand> commands(
      Command command,
      JointTheme theme,
      List<ItemInForce> items,
      List<Given> given,
      Map<UUID, List<UUID>> copies) {
    Map<UUID, Deque<UUID>> files = queues(copies);
    List<SharedMaterial> materials = everything(theme, items);
    return items.stream()
        .map(
            item ->
                new ApplyCommand(
                    item.code(),
                    region(command, theme),
                    command.applicant(),
                    command.subject(),
                    handedIn(item.code(), given, materials, files),
                    command.promises().get(item.code()),
                    null))
        .toList();
  }

  /** Where it is about, for all its cases. */
  static String region(Command command, JointTheme theme) {
    return command.regionCode() == null ? theme.regionCode() : command.regionCode();
  }
}
