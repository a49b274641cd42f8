package org.sunlit.demo;

import org.sunlit.casework.ApplicantDetails;
import org.sunlit.powerlist.ServiceFor;

/** Invents applicants: names from the pools, numbers that no telephone has. */
record Applicants(DemoNames names, Dice dice) {

  private static final double SHARE_OF_ORGANISATIONS = 0.4;

  ApplicantDetails invent(ServiceFor serviceFor) {
    boolean organisation =
        serviceFor == ServiceFor.ORGANISATION
            || serviceFor != ServiceFor.PERSON && dice.happens(SHARE_OF_ORGANISATIONS);
    String person = person();
    return new ApplicantDetails(
        organisation ? ApplicantDetails.ORGANISATION : ApplicantDetails.PERSON,
        organisation ? enterprise() : person,
        null,
        "0990-00%05d".formatted(dice.random().nextInt(100_000)),
        "晴川市" + dice.any(names.streets()) + (1 + dice.random().nextInt(300)) + "号",
        organisation ? person : null);
  }

  private String person() {
    return dice.weighted(names.surnames(), DemoNames.Surname::weight).text()
        + dice.any(names.givenNames());
  }

  private String enterprise() {
    DemoNames.Enterprises pools = names.enterprises();
    return dice.any(pools.patterns())
        .replace("{brand}", dice.any(pools.brands()))
        .replace("{trade}", dice.any(pools.trades()));
  }
}
