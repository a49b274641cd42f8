package org.sunlit.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Limits of addresses and of persons, a class of cost at a time (ADR 0061). */
@Singleton
class Limiter {
  static final String FAILURES = "sunlit.edge.failures";
  static final String FAILURES_MEAN = "Calls let through because the limiter itself failed";

  private final Map<Cost, Buckets<Address>> addresses;
  private final Map<Cost, Buckets<Address>> crowded;
  private final Map<Cost, Buckets<String>> persons;
  private final Map<Cost, Buckets<String>> crowdedPersons;
  private final List<Network> crowds;
  private final Map<Cost, Counter> refused = new EnumMap<>(Cost.class);

  Limiter(EdgeSettings settings, MeterRegistry meters) {
    EdgeSettings.Address address = settings.address();
    EdgeSettings.Person person = settings.person();
    this.crowds = List.copyOf(settings.crowds());
    this.addresses = buckets(cost -> rate(address, cost));
    this.crowded = buckets(cost -> rate(address, cost).times(settings.crowdFactor()));
    this.persons = buckets(cost -> rate(person, cost));
    this.crowdedPersons = buckets(cost -> rate(person, cost).times(settings.crowdFactor()));
    for (Cost cost : Cost.values()) {
      refused.put(
          cost,
          Counter.builder("sunlit.edge.refused")
              .description("Calls refused because there were too many")
              .tag("cost", cost.code())
              .register(meters));
    }
  }

  private static <K> Map<Cost, Buckets<K>> buckets(Function<Cost, Rate> rates) {
    Map<Cost, Buckets<K>> buckets = new EnumMap<>(Cost.class);
    for (Cost cost : Cost.values()) {
      if (cost != Cost.FREE) {
        buckets.put(cost, new Buckets<>(cost.code(), rates.apply(cost)));
      }
    }
    return buckets;
  }

  private static Rate rate(EdgeSettings.Address limits, Cost cost) {
    return switch (cost) {
      case FREE, READ -> limits.read();
      case SEARCH -> limits.search();
      case WRITE -> limits.write();
      case SIGN_IN -> limits.signIn();
      case UPLOAD -> limits.upload();
    };
  }

  private static Rate rate(EdgeSettings.Person limits, Cost cost) {
    return switch (cost) {
      case FREE, READ -> limits.read();
      case SEARCH -> limits.search();
      case WRITE -> limits.write();
      case SIGN_IN -> limits.signIn();
      case UPLOAD -> limits.upload();
    };
  }

  /** For whoever asks from there. */
  Verdict ofAddress(Address address, Cost cost, long amount) {
    Buckets<Address> buckets = (isCrowd(address) ? crowded : addresses).get(cost);
    return counted(cost, buckets.take(address, amount));
  }

  /** For an account, wherever it is; one's own machine may do more, for programs work there. */
  Verdict ofPerson(String account, Address address, Cost cost, long amount) {
    Map<Cost, Buckets<String>> buckets = isCrowd(address) ? crowdedPersons : persons;
    return counted(cost, buckets.get(cost).take(account, amount));
  }

  private Verdict counted(Cost cost, Verdict verdict) {
    if (!verdict.allowed()) {
      refused.get(cost).increment();
    }
    return verdict;
  }

  private boolean isCrowd(Address address) {
    if (crowds.isEmpty()) {
      return false;
    }
    byte[] bytes = address.bytes();
    return crowds.stream().anyMatch(network -> network.contains(bytes));
  }
}
