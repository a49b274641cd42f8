package org.sunlit.project.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.project.rules.ProjectPath.Need;
import org.sunlit.project.rules.ProjectPath.Phase;

/**
 * Which phases of a project are decided, which run, and which can begin. Nothing of it is stored:
 * it follows from the states of the cases, so what is refused or revoked shows at once.
 */
public final class PhaseRules {
  /**
   * A case of a phase.
   *
   * @param dueAt null while no clock runs
   */
  public record Part(String item, String caseNumber, CaseState state, Instant dueAt) {
    boolean granted() {
      return state == CaseState.GRANTED;
    }

    /** Whether it was taken back: then it isn't asked for any more. */
    boolean withdrawn() {
      return state == CaseState.WITHDRAWN;
    }
  }

  /**
   * What keeps a phase from beginning, or has been lost since.
   *
   * @param phase code of the phase it is of
   * @param item null when nothing of that phase is applied for
   * @param state of the item's case; null without an item
   */
  public record Unmet(String phase, String item, CaseState state) {}

  /**
   * Where a phase stands.
   *
   * @param parts the case that counts for each item
   * @param unmet what it needs and isn't granted
   */
  public record Standing(Phase phase, PhaseState state, List<Part> parts, List<Unmet> unmet) {
    /** Whether it can be applied for: for the first time, or again for what wasn't granted. */
    public boolean mayBegin() {
      return unmet.isEmpty()
          && parts.stream().noneMatch(part -> part.state().open())
          && (parts.isEmpty() || !parts.stream().allMatch(Part::granted));
    }

    /** Codes of its items that aren't applied for again. */
    public List<String> granted() {
      return parts.stream().filter(Part::granted).map(Part::item).toList();
    }

    /** When the last of its open cases is due; empty while one of them has no clock. */
    public Optional<Instant> dueAt() {
      List<Part> open = parts.stream().filter(part -> part.state().open()).toList();
      return open.stream().anyMatch(part -> part.dueAt() == null)
          ? Optional.empty()
          : open.stream().map(Part::dueAt).max(Comparator.naturalOrder());
    }

    /** Whether something was refused or revoked, or what it was begun on has been lost. */
    public boolean trouble() {
      return state == PhaseState.FAILED
          || !parts.isEmpty() && !unmet.isEmpty()
          || parts.stream().anyMatch(part -> failed(part.state()));
    }
  }

  private PhaseRules() {}

  /**
   * Where each phase stands, in their order.
   *
   * @param begun for each phase that has begun its joint applications, the oldest first, each with
   *     its cases
   */
  public static List<Standing> standing(ProjectPath path, Map<String, List<List<Part>>> begun) {
    Map<String, Standing> standing = new LinkedHashMap<>();
    for (Phase phase : path.phases()) {
      List<Part> parts = counting(begun.getOrDefault(phase.code(), List.of()));
      List<Unmet> unmet = new ArrayList<>();
      phase.needs().forEach(need -> unmet.addAll(unmet(need, standing.get(need.phase()))));
      standing.put(
          phase.code(),
          new Standing(phase, state(parts, unmet), List.copyOf(parts), List.copyOf(unmet)));
    }
    return List.copyOf(standing.values());
  }

  /**
   * The case that counts for each item: a granted one, else the newest. What was withdrawn and
   * isn't asked for again is no part of the phase any more.
   */
  private static List<Part> counting(List<List<Part>> applications) {
    Map<String, Part> counting = new LinkedHashMap<>();
    for (List<Part> application : applications) {
      counting.values().removeIf(Part::withdrawn);
      for (Part part : application) {
        if (!counting.containsKey(part.item()) || !counting.get(part.item()).granted()) {
          counting.put(part.item(), part);
        }
      }
    }
    return List.copyOf(counting.values());
  }

  private static PhaseState state(List<Part> parts, List<Unmet> unmet) {
    if (parts.isEmpty()) {
      return unmet.isEmpty() ? PhaseState.READY : PhaseState.WAITING;
    }
    if (parts.stream().anyMatch(part -> part.state().open())) {
      return PhaseState.RUNNING;
    }
    List<Part> asked = parts.stream().filter(part -> !part.withdrawn()).toList();
    return !asked.isEmpty() && asked.stream().allMatch(Part::granted)
        ? PhaseState.DECIDED
        : PhaseState.FAILED;
  }

  private static List<Unmet> unmet(Need need, Standing earlier) {
    if (earlier == null || earlier.parts().isEmpty()) {
      return List.of(new Unmet(need.phase(), null, null));
    }
    boolean everything = need.items().isEmpty();
    if (everything && earlier.state() == PhaseState.DECIDED) {
      return List.of();
    }
    return earlier.parts().stream()
        .filter(part -> everything || need.items().contains(part.item()))
        .filter(part -> !part.granted())
        .map(part -> new Unmet(need.phase(), part.item(), part.state()))
        .toList();
  }

  private static boolean failed(CaseState state) {
    return switch (state) {
      case REFUSED, NOT_ACCEPTED, REVOKED -> true;
      case SUBMITTED, IN_CORRECTION, IN_PROGRESS, PAUSED, GRANTED, WITHDRAWN -> false;
    };
  }
}
