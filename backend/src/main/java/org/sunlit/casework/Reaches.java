package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.Handler;
import org.sunlit.citizen.Citizen;
import org.sunlit.citizen.Citizens;
import org.sunlit.notice.NoticeChoice;
import org.sunlit.notice.Reach;

/**
 * Where the applicant of a case is told of it: as their account says now when it was the account
 * that applied, or its agent, else as the application says. Somebody who added a guest's case to
 * their account reads along in their inbox, and takes nothing away from the guest.
 */
@ApplicationScoped
class Reaches {
  private final Citizens citizens;

  Reaches(Citizens citizens) {
    this.citizens = citizens;
  }

  Uni<Reach> of(Mutiny.Session session, CaseNow now) {
    String account = now.stored().ownership().account();
    Handler appliedBy = now.stored().events().get(0).by();
    boolean byAccount = appliedBy.agent() || Objects.equals(account, appliedBy.account());
    return account == null || !byAccount
        ? Uni.createFrom().item(given(now, account))
        : citizens
            .find(session, account)
            .map(found -> found.map(Reaches::said).orElseGet(() -> given(now, account)));
  }

  private static Reach said(Citizen citizen) {
    return new Reach(
        citizen.details().phone(), citizen.account(), citizen.details().choiceOrUsual());
  }

  private static Reach given(CaseNow now, String account) {
    ApplicantDetails applicant = now.stored().applicant();
    NoticeChoice choice = applicant.choice() == null ? NoticeChoice.USUAL : applicant.choice();
    return new Reach(applicant.phone(), account, choice);
  }
}
