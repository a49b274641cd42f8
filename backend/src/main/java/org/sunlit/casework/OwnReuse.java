package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.api.model.ReuseField;
import org.sunlit.api.model.ReuseMaterial;
import org.sunlit.api.model.ReuseReference;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.ReuseKind;
import org.sunlit.identity.Actor;
import org.sunlit.powerlist.Material;

/**
 * What an account's own cases give for a form of another room's that is more than one application
 * (B17): the same offers and the same copies as for a single one.
 */
@ApplicationScoped
public class OwnReuse {
  /** A material that the form asks for, by what it calls it. */
  public record Asked(String key, Material material) {}

  /** What fields and materials can be taken over; each material by its key. */
  public record Offers(List<ReuseField> fields, List<ReuseMaterial> materials) {}

  private final Reuses reuses;
  private final TakeOvers takeOvers;

  OwnReuse(Reuses reuses, TakeOvers takeOvers) {
    this.reuses = reuses;
    this.takeOvers = takeOvers;
  }

  /**
   * What can be taken over; it is on the trail of each case it is from.
   *
   * @param items codes of the items applied for: what was said of one of them fills in the subject
   * @param without cases that give nothing, because it is for them
   */
  public Uni<Offers> offers(
      List<Asked> asked, Set<String> items, Set<String> without, Actor owner, UUID session) {
    return reuses.forForm(asked, items, without, owner, session);
  }

  /**
   * Follows references; their copies are as good as handed in, each by its key.
   *
   * @param without cases that give nothing, because it is for them
   */
  public Uni<TakenCopies> ready(
      List<TakenOver> references, List<Asked> asked, Set<String> without, Actor owner) {
    Map<String, Material> materials =
        asked.stream().collect(Collectors.toMap(Asked::key, Asked::material));
    return takeOvers.ready(references, new TakeOvers.Sought("key", materials::get, without), owner);
  }

  /** A reference as a command has it; a number that can't be a case's is nobody's. */
  public static TakenOver reference(String key, ReuseReference from) {
    return new TakenOver(
        key,
        CaseNumbers.read(from.getCaseNumber()).orElse(""),
        ReuseKind.of(from.getKind().toString()),
        from.getId());
  }
}
