package org.sunlit.agency;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.sunlit.api.model.OwnAgency;
import org.sunlit.api.model.TakenMandate;
import org.sunlit.casework.OwnMandates;
import org.sunlit.identity.Actor;

/**
 * Mandates as those they bind see them, whole: for the list of who gave them, and for the copy of
 * one's own data of either side (个人信息保护法第四十五条). Of the other person it has what the letter and the
 * list show anyway: a name, and no address, telephone or number.
 */
@ApplicationScoped
class Mandates implements OwnMandates {
  private final Agencies agencies;
  private final AgencyStore store;
  private final AgencyWork work;

  Mandates(Agencies agencies, AgencyStore store, AgencyWork work) {
    this.agencies = agencies;
    this.store = store;
    this.work = work;
  }

  @Override
  public Uni<List<OwnAgency>> given(String account) {
    return store.ofPrincipal(account).chain(all -> each(all, this::given));
  }

  Uni<OwnAgency> given(Agency agency) {
    return agencies
        .letter(agency)
        .chain(
            letter ->
                work.acts(agency.id())
                    .map(acts -> new Shapes(agencies.today()).own(agency, letter, acts)));
  }

  /** All that an agent took on, those that have ended last. */
  Uni<List<TakenMandate>> taken(Actor agent) {
    return store.ofAgent(agent.accountId()).chain(all -> each(all, this::taken));
  }

  private Uni<TakenMandate> taken(Agency agency) {
    return agencies
        .letter(agency)
        .chain(
            letter ->
                work.acts(agency.id())
                    .map(acts -> new Shapes(agencies.today()).taken(agency, letter, acts)));
  }

  private static <T> Uni<List<T>> each(List<Agency> all, Function<Agency, Uni<? extends T>> shown) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(shown)
        .collect()
        .asList();
  }
}
