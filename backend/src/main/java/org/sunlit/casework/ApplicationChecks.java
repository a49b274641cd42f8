package org.sunlit.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.identity.Reach;
import org.sunlit.platform.Regions;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.powerlist.ServiceFor;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What an application has to be before it becomes a case. Pure. Everything wrong is said at once
 * (一次性告知, C6).
 */
final class ApplicationChecks {
  private final List<FieldProblem> errors = new ArrayList<>();

  /**
   * The item a case may start on today.
   *
   * @throws Problem 422 when there is no such item in force, 409 when it is suspended or cancelled
   */
  static ItemInForce open(Optional<ItemInForce> found) {
    ItemInForce item =
        found.orElseThrow(
            () -> Problem.of(ProblemType.UNPROCESSABLE).at("/itemCode", "apply.item-unknown"));
    if (item.status() != ItemStatus.IN_FORCE) {
      throw Problem.of(ProblemType.CONFLICT)
          .detail(
              item.status() == ItemStatus.SUSPENDED
                  ? "apply.item-suspended"
                  : "apply.item-cancelled",
              new Localised(item.name(), item.nameEn()));
    }
    return item;
  }

  /**
   * Checks the rest.
   *
   * @param objections what is wrong with what it promises
   * @throws Problem 422 with everything that is wrong
   */
  static void check(
      ApplyCommand command, ItemInForce item, LocalDate today, List<FieldProblem> objections) {
    ApplicationChecks checks = new ApplicationChecks();
    checks.errors.addAll(objections);
    checks.applicant(command.applicant(), item, today);
    checks.region(command.regionCode(), item);
    checks.materials(command.materials(), item);
    checks.nothingMissing(command, item);
    checks.finish();
  }

  /**
   * Checks what comes with a supplement.
   *
   * @throws Problem 422 with everything that is wrong
   */
  static void checkSupplement(List<HandedIn> materials, ItemInForce item) {
    ApplicationChecks checks = new ApplicationChecks();
    if (materials.isEmpty()) {
      checks.error("/materials", "apply.nothing-handed-in");
    }
    checks.materials(materials, item);
    checks.finish();
  }

  private void applicant(ApplicantDetails applicant, ItemInForce item, LocalDate today) {
    if (applicant.name().isBlank()) {
      error("/applicant/name", "field.not-blank");
    }
    ServiceFor serves = item.serviceFor();
    if (serves == ServiceFor.PERSON && !applicant.person()) {
      error("/applicant/kind", "apply.for-persons");
    } else if (serves == ServiceFor.ORGANISATION && applicant.person()) {
      error("/applicant/kind", "apply.for-organisations");
    }
    if (applicant.choice() != null) {
      errors.addAll(applicant.choice().objections("/notices"));
    }
    String number = applicant.identityNumber();
    if (number == null) {
      return;
    }
    if (applicant.person() && !IdentityNumbers.isResident(number, today)) {
      error("/applicant/identityNumber", "apply.identity-number");
    } else if (!applicant.person() && !IdentityNumbers.isSocialCredit(number)) {
      error("/applicant/identityNumber", "apply.credit-code");
    }
  }

  private void region(String regionCode, ItemInForce item) {
    String region = regionCode == null ? item.regionCode() : regionCode;
    if (!Regions.within(region, item.regionCode())) {
      error("/regionCode", "apply.region-outside");
    } else if (handledLocally(item) && !Regions.townshipOrBelow(region)) {
      // Otherwise nobody's post would be responsible for the step in the township.
      error("/regionCode", "apply.region-township");
    }
  }

  static boolean handledLocally(ItemInForce item) {
    return item.flow().steps().stream()
        .anyMatch(step -> step.post() != null && Reach.LOCAL_POSTS.contains(step.post().code()));
  }

  private void materials(List<HandedIn> materials, ItemInForce item) {
    Set<UUID> uploads = new HashSet<>();
    for (int place = 0; place < materials.size(); place++) {
      HandedIn one = materials.get(place);
      if (item.material(one.code()) == null) {
        error("/materials/" + place + "/code", "apply.material-unknown", one.code());
      }
      if (one.uploadId() != null && !uploads.add(one.uploadId())) {
        error("/materials/" + place + "/uploadId", "apply.upload-twice");
      }
    }
  }

  /**
   * Originals to be shown at a window can still be uploaded as pictures, so an online application
   * brings everything the applicant has to provide; what government already holds is not asked for
   * again (B17). What may be late may be late (B13): on a signed promise where the item says by
   * when, else without.
   */
  private void nothingMissing(ApplyCommand command, ItemInForce item) {
    for (Material material : item.materials()) {
      boolean wanted =
          material.required()
              && material.source() == MaterialSource.APPLICANT
              && command.materials().stream().noneMatch(one -> one.code().equals(material.code()))
              && !promised(material, command.promise(), item);
      if (wanted && !material.deferrable()) {
        missing("apply.material-missing", material);
      } else if (wanted && material.promisable()) {
        missing("apply.material-or-promise", material);
      }
    }
  }

  private void missing(String key, Material material) {
    error("/materials", key, material.code(), new Localised(material.name(), material.nameEn()));
  }

  private static boolean promised(Material material, SignedPromise promise, ItemInForce item) {
    return promise != null
        && (promise.late().contains(material.code()) && material.promisable()
            || promise.conditions() && item.terms().replaces().contains(material.code()));
  }

  private void error(String pointer, String key, Object... args) {
    errors.add(new FieldProblem(pointer, key, List.of(args)));
  }

  private void finish() {
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
    }
  }
}
