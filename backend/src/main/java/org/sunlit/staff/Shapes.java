package org.sunlit.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.api.model.Absence;
import org.sunlit.api.model.AbsenceReason;
import org.sunlit.api.model.Authorisation;
import org.sunlit.api.model.AuthorisedAct;
import org.sunlit.api.model.ChiefRepresentative;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.FieldChange;
import org.sunlit.api.model.PostFile;
import org.sunlit.api.model.PostHolder;
import org.sunlit.api.model.PostHolding;
import org.sunlit.api.model.PostLevel;
import org.sunlit.api.model.PostPart;
import org.sunlit.api.model.StaffFile;
import org.sunlit.api.model.StaffMember;
import org.sunlit.api.model.StaffName;
import org.sunlit.api.model.StaffPost;
import org.sunlit.api.model.StaffRegion;
import org.sunlit.api.model.StaffResult;
import org.sunlit.api.model.StaffState;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Holder;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Role;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Named;
import org.sunlit.problem.Language;
import org.sunlit.staff.AbsenceStore.StoredAbsence;
import org.sunlit.staff.AuthorisationStore.StoredLetter;
import org.sunlit.staff.PostStore.StoredPost;
import org.sunlit.staff.rules.RoleRules;
import org.sunlit.staff.rules.Stage;

/** Puts people, posts and changes into the contract's words, as they are at a moment. */
record Shapes(Instant now) {

  static StaffResult result(Done done, Language language) {
    StaffResult result =
        new StaffResult()
            .applied(done.applied())
            .id(done.subject().id())
            .effectiveFrom(CityTime.offset(done.effectiveFrom()))
            .changes(done.changes().stream().map(Shapes::change).toList())
            .notes(done.notes().stream().map(note -> note.text(language)).toList());
    return done.activation() == null
        ? result
        : result
            .activationCode(done.activation().code())
            .activationExpiresAt(CityTime.offset(done.activation().expiresAt()));
  }

  static FieldChange change(org.sunlit.staff.rules.FieldChange change) {
    return new FieldChange().field(change.field()).before(change.before()).after(change.after());
  }

  StaffMember member(Person person) {
    return new StaffMember()
        .account(person.account())
        .name(person.name())
        .nameEn(person.nameEn())
        .title(person.title())
        .department(department(person.department()))
        .region(region(person.region()))
        .roles(roles(person))
        .state(state(person))
        .activated(person.activated())
        .posts(posts(person));
  }

  StaffFile file(
      Person person,
      List<StoredAbsence> absences,
      List<StoredLetter> letters,
      long openSessions,
      Actor reader) {
    return new StaffFile()
        .account(person.account())
        .name(person.name())
        .nameEn(person.nameEn())
        .title(person.title())
        .department(department(person.department()))
        .region(region(person.region()))
        .roles(roles(person))
        .state(state(person))
        .activated(person.activated())
        .activationExpiresAt(
            person.activated() ? null : CityTime.offset(person.activationExpiresAt()))
        .posts(posts(person))
        .identityKnown(person.identity() != null)
        .version(person.version())
        .createdAt(CityTime.offset(person.createdAt()))
        .openSessions((int) openSessions)
        .manageable(
            reader.may(Permission.STAFF_MANAGE)
                && RoleRules.manageable(Scope.of(reader), person.roles()))
        .holdings(
            person.postings().posts().stream()
                .flatMap(posting -> holdings(posting, person.account()))
                .toList())
        .absences(absences.stream().map(this::absence).toList())
        .authorisations(letters.stream().map(this::letter).toList());
  }

  PostFile post(StoredPost stored, Actor reader) {
    Posting posting = stored.posting();
    return new PostFile()
        .id(posting.post().id())
        .code(posting.post().code())
        .name(posting.post().name())
        .nameEn(posting.post().nameEn())
        .level(PostLevel.fromValue(posting.post().level()))
        .department(department(stored.department()))
        .region(region(stored.region()))
        .closedAt(CityTime.offset(stored.closedAt()))
        .version(stored.version())
        .manageable(reader.may(Permission.STAFF_MANAGE) && stored.closedAt() == null)
        .acting(posting.actingAt(now).stream().map(Shapes::name).toList())
        .holders(posting.holders().stream().map(holder -> holder(posting, holder)).toList());
  }

  Absence absence(StoredAbsence absence) {
    return new Absence()
        .id(absence.id())
        .account(absence.account())
        .name(absence.name())
        .nameEn(absence.nameEn())
        .from(CityTime.offset(absence.span().from()))
        .until(CityTime.offset(absence.span().until()))
        .reason(AbsenceReason.fromValue(absence.reason()))
        .state(Absence.StateEnum.fromString(Stage.of(absence.span(), now).code()))
        .recordedBy(absence.recordedBy())
        .recordedAt(CityTime.offset(absence.recordedAt()))
        .endedBy(absence.endedBy());
  }

  Authorisation letter(StoredLetter letter) {
    return new Authorisation()
        .id(letter.id())
        .documentNumber(letter.documentNumber())
        .account(letter.account())
        .name(letter.name())
        .nameEn(letter.nameEn())
        .department(department(letter.department()))
        .acts(acts(letter))
        .itemCodes(letter.itemCodes())
        .from(letter.from())
        .until(letter.until())
        .issuedBy(letter.issuedBy())
        .state(
            Authorisation.StateEnum.fromString(
                letter.state(LocalDate.ofInstant(now, CityTime.ZONE))))
        .revokedAt(CityTime.offset(letter.revokedAt()))
        .revokedBy(letter.revokedBy())
        .revokedWhy(letter.revokedWhy());
  }

  static ChiefRepresentative chief(StoredLetter letter) {
    return new ChiefRepresentative()
        .name(letter.name())
        .nameEn(letter.nameEn())
        .documentNumber(letter.documentNumber())
        .acts(acts(letter))
        .itemCodes(letter.itemCodes())
        .from(letter.from())
        .until(letter.until());
  }

  static StaffName name(Holder holder) {
    return new StaffName().account(holder.account()).name(holder.name()).nameEn(holder.nameEn());
  }

  private PostHolder holder(Posting posting, Holder holder) {
    return new PostHolder()
        .holderId(holder.id())
        .account(holder.account())
        .name(holder.name())
        .nameEn(holder.nameEn())
        .part(PostPart.fromValue(holder.part()))
        .from(CityTime.offset(holder.held().from()))
        .until(CityTime.offset(holder.held().until()))
        .state(PostHolder.StateEnum.fromString(Stage.of(holder.held(), now).code()))
        .absent(holder.absentAt(now))
        .acting(acts(posting, holder));
  }

  private Stream<PostHolding> holdings(Posting posting, String account) {
    List<PostHolder> others =
        posting.holders().stream()
            .filter(holder -> !holder.account().equals(account))
            .filter(holder -> Stage.of(holder.held(), now) != Stage.OVER)
            .map(holder -> holder(posting, holder))
            .toList();
    return posting.holders().stream()
        .filter(holder -> holder.account().equals(account))
        .map(
            holder ->
                new PostHolding()
                    .holderId(holder.id())
                    .postId(posting.post().id())
                    .code(posting.post().code())
                    .name(posting.post().name())
                    .nameEn(posting.post().nameEn())
                    .level(PostLevel.fromValue(posting.post().level()))
                    .part(PostPart.fromValue(holder.part()))
                    .from(CityTime.offset(holder.held().from()))
                    .until(CityTime.offset(holder.held().until()))
                    .state(PostHolding.StateEnum.fromString(Stage.of(holder.held(), now).code()))
                    .acting(acts(posting, holder))
                    .others(others));
  }

  private List<StaffPost> posts(Person person) {
    return person.postings().posts().stream()
        .flatMap(
            posting ->
                posting.holders().stream()
                    .filter(holder -> holder.account().equals(person.account()))
                    .filter(holder -> holder.held().covers(now))
                    .map(
                        holder ->
                            new StaffPost()
                                .code(posting.post().code())
                                .name(posting.post().name())
                                .nameEn(posting.post().nameEn())
                                .part(PostPart.fromValue(holder.part()))
                                .acting(acts(posting, holder))))
        .toList();
  }

  private boolean acts(Posting posting, Holder holder) {
    return posting.actingAt(now).stream().anyMatch(each -> each.id().equals(holder.id()));
  }

  private StaffState state(Person person) {
    if (person.disabled()) {
      return StaffState.DISABLED;
    }
    return person.postings().absentAt(now) ? StaffState.ABSENT : StaffState.ACTIVE;
  }

  private static List<org.sunlit.api.model.Role> roles(Person person) {
    return person.roles().stream()
        .sorted()
        .map(Role::code)
        .map(org.sunlit.api.model.Role::fromValue)
        .toList();
  }

  private static List<AuthorisedAct> acts(StoredLetter letter) {
    return letter.acts().stream().map(AuthorisedAct::fromValue).toList();
  }

  private static DepartmentReference department(Named department) {
    return department == null
        ? null
        : new DepartmentReference()
            .code(department.code())
            .name(department.name())
            .nameEn(department.nameEn());
  }

  private static StaffRegion region(Named region) {
    return region == null
        ? null
        : new StaffRegion().code(region.code()).name(region.name()).nameEn(region.nameEn());
  }
}
