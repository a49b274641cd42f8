package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.KiosksApi;
import org.sunlit.api.model.Kiosk;
import org.sunlit.board.rules.CarrierKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * What a touch screen 触摸屏 (K4) has to know of itself. Nobody signs in at one; who answers for it
 * and what its device said stay with those who keep the register.
 */
@PermitAll
class KiosksResource implements KiosksApi {
  /** As long as people with a stick or a child in their arms need to go on. */
  static final int USUAL_IDLE_SECONDS = 60;

  private final Carriers carriers;

  KiosksResource(Carriers carriers) {
    this.carriers = carriers;
  }

  @Override
  public Uni<Kiosk> getKiosk(String code) {
    return carriers.find(code).map(KiosksResource::kiosk);
  }

  private static Kiosk kiosk(CarrierRow row) {
    CarrierForm form = row.form();
    if (row.kind() != CarrierKind.TOUCH || form.closed()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return new Kiosk()
        .code(row.code())
        .name(form.name())
        .nameEn(form.nameEn())
        .place(form.place())
        .placeEn(form.placeEn())
        .regionCode(form.regionCode())
        .screenCode(form.screenCode())
        .idleSeconds(form.idleSeconds() == null ? USUAL_IDLE_SECONDS : form.idleSeconds())
        .printer(form.printer());
  }
}
