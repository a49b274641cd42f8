package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sunlit.api.model.OfficialDocument;
import org.sunlit.casework.rules.Reuse;
import org.sunlit.document.OfficialDocuments;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Takes over what an application or a supplement refers to (B17): looks whether it is the person's
 * and stands, and makes of each an upload with its own key, which the case then takes like every
 * other. So a copy is sealed with the new case, and stays when the earlier one is deleted.
 */
@ApplicationScoped
class TakeOvers {
  private final ReuseMaterials materials;
  private final MaterialFiles files;
  private final OfficialDocuments documents;
  private final Uploads uploads;
  private final AccessTrail trail;
  private final BlindIndex blind;
  private final Vault vault;
  private final Clock clock;

  TakeOvers(
      ReuseMaterials materials,
      MaterialFiles files,
      OfficialDocuments documents,
      Uploads uploads,
      AccessTrail trail,
      BlindIndex blind,
      Vault vault,
      Clock clock) {
    this.materials = materials;
    this.files = files;
    this.documents = documents;
    this.uploads = uploads;
    this.trail = trail;
    this.blind = blind;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * What is looked through and what for.
   *
   * @param code what a reference calls its material by: the name of that field
   * @param material the material meant by it; null when there is none
   * @param without cases that give nothing, because it is for them
   */
  record Sought(String code, Function<String, Material> material, Set<String> without) {
    static Sought of(ItemInForce item, Set<String> without) {
      return new Sought("code", item::material, without);
    }
  }

  Uni<TakenCopies> ready(ApplyCommand command, Optional<ItemInForce> item, Actor actor) {
    return item.isEmpty()
        ? Uni.createFrom().item(TakenCopies.NONE)
        : ready(
            command.takenOver(),
            Sought.of(item.get(), Set.of()),
            () -> whose(command, actor),
            actor);
  }

  /** The same for whatever an account's own are handed in for. */
  Uni<TakenCopies> ready(List<TakenOver> references, Sought sought, Actor owner) {
    return ready(references, sought, () -> Whose.account(owner.accountId()), owner);
  }

  private Uni<TakenCopies> ready(
      List<TakenOver> references, Sought sought, Supplier<Whose> whose, Actor actor) {
    if (references.isEmpty()) {
      return Uni.createFrom().item(TakenCopies.NONE);
    }
    return Uni.createFrom()
        .deferred(() -> materials.of(whose.get()))
        .map(holdings -> chosen(references, sought, holdings.without(sought.without())))
        .chain(chosen -> copied(chosen, actor))
        .map(copies -> new TakenCopies(copies, null))
        .onFailure(Problem.class)
        .recoverWithItem(problem -> new TakenCopies(List.of(), (Problem) problem));
  }

  private Whose whose(ApplyCommand command, Actor actor) {
    if (actor.may(Permission.OWN_CASES)) {
      return Whose.account(actor.accountId());
    }
    ApplicantDetails applicant = command.applicant();
    if (applicant.identityNumber() == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("/applicant/identityNumber", "reuse.identity-number");
    }
    return Whose.person(blind.tokens(), applicant.name(), applicant.identityNumber());
  }

  /** What the rules compare: what a material is called, and whether anybody is asked for it. */
  static Reuse.Wanted wanted(Material material) {
    return wanted(material.code(), material);
  }

  static Reuse.Wanted wanted(String key, Material material) {
    return new Reuse.Wanted(key, material.name(), material.source() == MaterialSource.GOVERNMENT);
  }

  private record Chosen(String code, ReuseMaterials.Found found) {}

  private static List<Chosen> chosen(
      List<TakenOver> references, Sought sought, List<ReuseMaterials.Found> found) {
    List<Chosen> chosen = new ArrayList<>();
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (int place = 0; place < references.size(); place++) {
      TakenOver reference = references.get(place);
      Material material = sought.material().apply(reference.code());
      if (material == null) {
        wrong =
            wrong.at(
                "/takenOver/" + place + "/" + sought.code(),
                "apply.material-unknown",
                reference.code());
        continue;
      }
      Optional<ReuseMaterials.Found> meant =
          found.stream().filter(one -> meant(reference, one.held())).findFirst();
      Optional<Reuse.Refusal> refusal =
          Reuse.refusal(wanted(material), meant.map(ReuseMaterials.Found::held));
      if (refusal.isPresent()) {
        wrong = wrong.with(refused(place, refusal.get(), material, meant));
      } else {
        chosen.add(new Chosen(reference.code(), meant.orElseThrow()));
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
    return chosen;
  }

  private static boolean meant(TakenOver reference, Reuse.Held held) {
    return held.kind() == reference.kind()
        && held.id().equals(reference.id())
        && held.caseNumber().equals(reference.caseNumber());
  }

  private static List<FieldProblem> refused(
      int place, Reuse.Refusal refusal, Material material, Optional<ReuseMaterials.Found> meant) {
    Localised name = new Localised(material.name(), material.nameEn());
    String pointer = "/takenOver/" + place + "/from";
    return List.of(
        switch (refusal) {
          case UNKNOWN -> new FieldProblem(pointer, "reuse.unknown", List.of(name));
          case UNFIT -> new FieldProblem(pointer, "reuse.unfit", List.of(name));
          case FALLEN ->
              meant
                  .map(ReuseMaterials.Found::document)
                  .map(
                      document ->
                          new FieldProblem(
                              pointer, "reuse.document-fallen", List.of(document.number(), name)))
                  .orElseGet(() -> new FieldProblem(pointer, "reuse.file-fallen", List.of(name)));
        });
  }

  private Uni<List<HandedIn>> copied(List<Chosen> chosen, Actor actor) {
    Uni<List<HandedIn>> copies = Uni.createFrom().item(new ArrayList<>());
    for (Chosen one : chosen) {
      copies =
          copies.chain(
              all ->
                  trail
                      .write(look(one.found(), actor))
                      .chain(() -> copy(one))
                      .invoke(upload -> all.add(new HandedIn(one.code(), upload)))
                      .replaceWith(all));
    }
    return copies;
  }

  private static Look look(ReuseMaterials.Found found, Actor actor) {
    Look look = Look.by(actor, null, LookKind.REUSED).in(found.held().caseNumber());
    return found.file() == null ? look : look.at(found.file().id());
  }

  private Uni<UUID> copy(Chosen chosen) {
    ReuseMaterials.Found found = chosen.found();
    MaterialOrigin origin =
        new MaterialOrigin(
            found.held().kind(),
            found.held().id(),
            found.from().source(),
            found.document(),
            found.file() == null ? null : found.file().receivedAt(),
            clock.instant());
    return switch (found.held().kind()) {
      case DOCUMENT -> copyDocument(found, origin);
      case FILE -> copyFile(found, origin);
    };
  }

  private Uni<UUID> copyDocument(ReuseMaterials.Found found, MaterialOrigin origin) {
    OfficialDocuments.Grant grant = found.document();
    return documents
        .of(grant.caseNumber(), found.from().key(vault), null)
        .map(
            all ->
                all.getItems().stream()
                    .filter(document -> document.getId().equals(grant.id()))
                    .findFirst()
                    .orElseThrow())
        .chain(
            (OfficialDocument document) ->
                uploads.keep(
                    grant.title() + "（" + grant.number() + "）",
                    MaterialType.ISSUED,
                    StoredJson.bytes(document),
                    origin));
  }

  /** Gone since it was found: its case has been deleted this moment. */
  private Uni<UUID> copyFile(ReuseMaterials.Found found, MaterialOrigin origin) {
    return files
        .own(found.held().caseNumber(), found.file().id())
        .map(
            stored ->
                stored.orElseThrow(() -> Problem.of(ProblemType.CONFLICT).detail("reuse.gone")))
        .chain(
            stored ->
                uploads.keep(
                    stored.fileName(),
                    MaterialType.of(found.file().contentType()).orElseThrow(),
                    stored.content().getBytes(),
                    origin));
  }
}
