package org.sunlit.client;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sunlit.api.model.ClientKey;
import org.sunlit.api.model.ClientScope;
import org.sunlit.api.model.ClientUsage;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Between third-party applications and the contract's shapes of them. */
final class ClientShapes {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;

  private ClientShapes() {}

  static org.sunlit.api.model.Client shown(Client client, Instant now) {
    return new org.sunlit.api.model.Client()
        .id(client.id())
        .name(client.name())
        .purpose(client.purpose())
        .contactName(client.contactName())
        .contact(client.contact())
        .ownerName(client.ownerName())
        .wantedScopes(scopes(client.wantedScopes()))
        .scopes(scopes(client.scopes()))
        .perMinute(client.perMinute())
        .perDay(client.perDay())
        .suspended(client.suspended())
        .registeredAt(CityTime.offset(client.registeredAt()))
        .version(client.version())
        .keys(client.keys().stream().map(key -> shown(key, now)).toList());
  }

  private static ClientKey shown(Client.ClientKey key, Instant now) {
    ClientKey.StateEnum state =
        key.revokedAt() != null
            ? ClientKey.StateEnum.REVOKED
            : key.expiresAt().isAfter(now) ? ClientKey.StateEnum.GOOD : ClientKey.StateEnum.EXPIRED;
    return new ClientKey()
        .id(key.id())
        .hint(key.hint())
        .createdAt(CityTime.offset(key.createdAt()))
        .expiresAt(CityTime.offset(key.expiresAt()))
        .revokedAt(key.revokedAt() == null ? null : CityTime.offset(key.revokedAt()))
        .state(state);
  }

  private static List<ClientScope> scopes(Set<Scope> scopes) {
    return scopes.stream().sorted().map(scope -> ClientScope.fromValue(scope.code())).toList();
  }

  static Set<Scope> scopes(Collection<ClientScope> scopes) {
    Set<Scope> read = EnumSet.noneOf(Scope.class);
    scopes.forEach(scope -> read.add(Coded.of(Scope.class, scope.toString())));
    return read;
  }

  static List<ClientUsage> shown(List<ClientStore.Usage> usage) {
    return usage.stream()
        .map(
            one ->
                new ClientUsage()
                    .day(one.day())
                    .operation(one.operation())
                    .calls(one.calls())
                    .refused(one.refused()))
        .toList();
  }

  /** The days that use is asked for. */
  record Days(LocalDate from, LocalDate to) {
    static Days of(LocalDate from, LocalDate to, Clock clock) {
      LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), CityTime.ZONE) : to;
      LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
      if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
        throw Problem.of(ProblemType.INVALID_REQUEST).at("to", "client.days");
      }
      return new Days(first, last);
    }
  }
}
