package org.sunlit.citizen;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.sunlit.api.RegistrationsApi;
import org.sunlit.api.model.ForgottenPassword;
import org.sunlit.api.model.PhoneCode;
import org.sunlit.api.model.PhoneConfirmation;
import org.sunlit.api.model.PhonePasswordReset;
import org.sunlit.api.model.Registration;
import org.sunlit.citizen.PhoneCodes.Sent;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;

/** An account of one's own. */
@PermitAll
class RegistrationsResource implements RegistrationsApi {
  private final Registrations registrations;
  private final PasswordResets resets;

  RegistrationsResource(Registrations registrations, PasswordResets resets) {
    this.registrations = registrations;
    this.resets = resets;
  }

  @Override
  public Uni<PhoneConfirmation> register(Registration registration) {
    return registrations
        .ask(details(registration), registration.getPassword())
        .map(RegistrationsResource::shown);
  }

  @Override
  public Uni<Void> confirmRegistration(UUID id, PhoneCode code) {
    return registrations.confirm(id, code.getCode());
  }

  @Override
  public Uni<PhoneConfirmation> askForgottenPassword(ForgottenPassword asked) {
    return resets.ask(asked.getAccount()).map(RegistrationsResource::shown);
  }

  @Override
  public Uni<Void> confirmForgottenPassword(UUID id, PhonePasswordReset reset) {
    return resets.confirm(id, reset.getCode(), reset.getPassword());
  }

  static PhoneConfirmation shown(Sent sent) {
    return new PhoneConfirmation().id(sent.id()).expiresAt(CityTime.offset(sent.expiresAt()));
  }

  private static CitizenDetails details(Registration registration) {
    return new CitizenDetails(
        Coded.of(CitizenKind.class, registration.getKind().toString()),
        registration.getAccount() == null ? registration.getPhone() : registration.getAccount(),
        registration.getName().strip(),
        IdentityNumbers.plain(registration.getIdentityNumber()),
        registration.getPhone(),
        given(registration.getAddress()),
        given(registration.getContactName()),
        null);
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
