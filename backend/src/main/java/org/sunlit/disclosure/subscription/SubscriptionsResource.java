package org.sunlit.disclosure.subscription;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.sunlit.api.SubscriptionsApi;
import org.sunlit.api.model.Subscription;
import org.sunlit.api.model.SubscriptionAsked;
import org.sunlit.api.model.SubscriptionChange;
import org.sunlit.api.model.SubscriptionChoice;
import org.sunlit.api.model.SubscriptionForm;
import org.sunlit.api.model.SubscriptionToken;
import org.sunlit.edge.Address;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;

/** Subscriptions by e-mail, for everybody. */
@PermitAll
class SubscriptionsResource implements SubscriptionsApi {
  private static final int ACCEPTED = 202;

  private final Subscriptions subscriptions;
  private final CurrentVertxRequest currentRequest;

  SubscriptionsResource(Subscriptions subscriptions, CurrentVertxRequest currentRequest) {
    this.subscriptions = subscriptions;
    this.currentRequest = currentRequest;
  }

  @Override
  public Uni<SubscriptionAsked> askForSubscription(SubscriptionForm form) {
    RoutingContext http = currentRequest.getCurrent();
    return subscriptions
        .ask(
            new Subscriptions.Wanted(
                form.getEmail(), form.getLanguage().toString(), choice(form.getChoice())),
            Address.of(http.request()))
        .map(until -> new SubscriptionAsked().expiresAt(CityTime.offset(until)))
        .invoke(asked -> http.response().setStatusCode(ACCEPTED));
  }

  @Override
  public Uni<Subscription> confirmSubscription(SubscriptionToken token) {
    return subscriptions.confirm(token.getToken()).map(SubscriptionsResource::shown);
  }

  @Override
  public Uni<Subscription> openSubscription(SubscriptionToken token) {
    return subscriptions.open(token.getToken()).map(SubscriptionsResource::shown);
  }

  @Override
  public Uni<Subscription> changeSubscription(SubscriptionChange change) {
    return subscriptions
        .change(change.getToken(), change.getLanguage().toString(), choice(change.getChoice()))
        .map(SubscriptionsResource::shown);
  }

  @Override
  public Uni<Void> endSubscription(String token, String listUnsubscribe) {
    return subscriptions.end(token);
  }

  /** Behind the hash, which is sent to no server. */
  @Override
  public Uni<Void> goToSubscription(String token) {
    throw new WebApplicationException(
        Response.seeOther(URI.create("/subscriptions#token=" + token)).build());
  }

  private static Choice choice(SubscriptionChoice choice) {
    return StoredJson.as(choice, Choice.class);
  }

  private static Subscription shown(Subscriptions.Seen seen) {
    Stored stored = seen.stored();
    String address = seen.address();
    return new Subscription()
        .email(address.charAt(0) + "***" + address.substring(address.lastIndexOf('@')))
        .language(Subscription.LanguageEnum.fromString(stored.language()))
        .choice(StoredJson.as(stored.choice(), SubscriptionChoice.class))
        .confirmed(stored.confirmedAt() != null);
  }
}
