package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.api.StaffApi;
import org.sunlit.api.model.Role;
import org.sunlit.api.model.StaffDetails;
import org.sunlit.api.model.StaffDraft;
import org.sunlit.api.model.StaffFile;
import org.sunlit.api.model.StaffPage;
import org.sunlit.api.model.StaffResult;
import org.sunlit.api.model.StaffState;
import org.sunlit.api.model.StaffStateChange;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Who works where. Whom somebody reaches is decided by {@link org.sunlit.identity.Scope}. */
class StaffResource implements StaffApi {
  private static final int MOST_LETTERS = 100;

  private final People people;
  private final PeopleStore store;
  private final Identities identities;
  private final AbsenceStore absences;
  private final AuthorisationStore letters;
  private final Asking asking;

  StaffResource(
      People people,
      PeopleStore store,
      Identities identities,
      AbsenceStore absences,
      AuthorisationStore letters,
      Asking asking) {
    this.people = people;
    this.store = store;
    this.identities = identities;
    this.absences = absences;
    this.letters = letters;
    this.asking = asking;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<StaffPage> listStaff(
      String q,
      String department,
      String region,
      Role role,
      StaffState state,
      Integer limit,
      String cursor) {
    Shapes shapes = new Shapes(asking.now());
    return store
        .list(
            new PeopleStore.Asked(
                q,
                department,
                region,
                role == null ? null : role.toString(),
                state == null ? null : state.toString(),
                limit,
                cursor),
            asking.scope())
        .map(
            listed ->
                new StaffPage()
                    .items(listed.page().items().stream().map(shapes::member).toList())
                    .nextCursor(listed.page().nextCursor())
                    .total((int) listed.total()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<StaffFile> getStaffMember(String account) {
    Shapes shapes = new Shapes(asking.now());
    var scope = asking.scope();
    var reader = asking.who();
    return store
        .find(account, scope)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(person -> asking.tell(person.version()))
        .chain(
            person ->
                absences
                    .of(account, scope)
                    .chain(
                        away ->
                            letters
                                .list(null, account, MOST_LETTERS, null, scope)
                                .chain(
                                    authority ->
                                        store
                                            .openSessions(account)
                                            .map(
                                                open ->
                                                    shapes.file(
                                                        person,
                                                        away,
                                                        authority.page().items(),
                                                        open,
                                                        reader)))));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> createStaffMember(StaffDraft draft, Boolean dryRun) {
    return shown(
        people.create(
            new PersonDraft(
                draft.getAccount(),
                draft.getName(),
                draft.getNameEn(),
                draft.getTitle(),
                draft.getDepartmentCode(),
                draft.getRegionCode(),
                roles(draft.getRoles()),
                identities.of(draft.getIdentityNumber())),
            asking.who(),
            dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> changeStaffMember(
      String account, StaffDetails details, Boolean dryRun, String ifMatch) {
    return shown(
        people.change(
            new PersonDraft(
                account,
                details.getName(),
                details.getNameEn(),
                details.getTitle(),
                details.getDepartmentCode(),
                details.getRegionCode(),
                roles(details.getRoles()),
                identities.of(details.getIdentityNumber())),
            EntityVersions.seen(ifMatch),
            asking.who(),
            dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> setStaffState(String account, StaffStateChange change, Boolean dryRun) {
    return shown(people.disable(account, change.getDisabled(), asking.who(), dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> renewActivation(String account, Boolean dryRun) {
    return shown(people.renew(account, asking.who(), dryRun));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> endStaffSessions(String account, Boolean dryRun) {
    return shown(people.endSessions(account, asking.who(), dryRun));
  }

  private Uni<StaffResult> shown(Uni<Done> done) {
    Language language = asking.language();
    return done.map(one -> Shapes.result(one, language));
  }

  private static Set<org.sunlit.identity.Role> roles(List<Role> roles) {
    return roles.stream()
        .map(role -> org.sunlit.identity.Role.of(role.toString()).orElseThrow())
        .collect(Collectors.toSet());
  }
}
