package org.sunlit.citizen;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.sunlit.api.ProfileApi;
import org.sunlit.api.model.ApplicantKind;
import org.sunlit.api.model.Closing;
import org.sunlit.api.model.NoticeChoice;
import org.sunlit.api.model.PhoneChange;
import org.sunlit.api.model.PhoneCode;
import org.sunlit.api.model.PhoneConfirmation;
import org.sunlit.api.model.Profile;
import org.sunlit.api.model.ProfileChange;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.notice.NoticeChoices;
import org.sunlit.platform.CityTime;

/** What an account says of whose it is. */
class ProfileResource implements ProfileApi {
  private final Citizens citizens;
  private final Profiles profiles;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ProfileResource(
      Citizens citizens,
      Profiles profiles,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.citizens = citizens;
    this.profiles = profiles;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<Profile> getProfile() {
    return citizens.own(account()).map(ProfileResource::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<Profile> changeProfile(ProfileChange change) {
    return profiles
        .change(account(), change.getAddress(), change.getContactName())
        .map(ProfileResource::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<NoticeChoice> getNoticeChoice() {
    return citizens.own(account()).map(ProfileResource::choice);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<NoticeChoice> chooseNotices(NoticeChoice choice) {
    return profiles.choose(account(), NoticeChoices.read(choice)).map(ProfileResource::choice);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<PhoneConfirmation> askPhoneChange(PhoneChange change) {
    return profiles.askPhoneChange(account(), change.getPhone()).map(RegistrationsResource::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<Profile> confirmPhoneChange(UUID id, PhoneCode code) {
    return profiles.confirmPhoneChange(account(), id, code.getCode()).map(ProfileResource::shown);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.OWN_CASES)
  public Uni<Void> closeAccount(Closing closing) {
    return profiles.close(currentRequest.getCurrent(), currentActor.get(), closing.getPassword());
  }

  private static NoticeChoice choice(Citizen citizen) {
    return NoticeChoices.shown(citizen.details().choiceOrUsual());
  }

  private String account() {
    return currentActor.get().accountId();
  }

  private static Profile shown(Citizen citizen) {
    CitizenDetails details = citizen.details();
    return new Profile()
        .kind(ApplicantKind.fromValue(details.kind().code()))
        .account(details.signInName())
        .name(details.name())
        .identityNumberMasked(IdentityNumbers.masked(details.identityNumber()))
        .phone(details.phone())
        .address(details.address())
        .contactName(details.contactName())
        .registeredAt(CityTime.offset(citizen.registeredAt()));
  }
}
