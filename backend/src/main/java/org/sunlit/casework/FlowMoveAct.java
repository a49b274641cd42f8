package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.Handler;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.ConfirmedAct;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Lets a move of running cases begin once a second person has agreed; {@link FlowMoveRunner}
 * carries it out. Who confirms it is the second person of every case.
 */
@Singleton
class FlowMoveAct implements ConfirmedAct {
  static final String KIND = "flow-move";

  private static final String BEGIN =
      """
      insert into flow_move (id, item_code, from_version, to_version, from_number, to_number, steps, reason, asked_by,
        confirmed_by, total, started_at)
      select :id, :item, :from, :to, :fromNumber, :toNumber, cast(cast(:steps as text) as jsonb), :reason,
        cast(cast(:asked as text) as jsonb), cast(cast(:confirmed as text) as jsonb),
        (select count(*) from case_file where open and item_version_id = :from), :at
      on conflict do nothing
      """;

  /** What was asked for; nothing in it is anybody's. */
  record Payload(
      String itemCode,
      String itemName,
      UUID from,
      UUID to,
      int fromNumber,
      int toNumber,
      Map<String, String> steps,
      String reason,
      Handler by,
      int total) {}

  private final Clock clock;

  FlowMoveAct(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission needs() {
    return Permission.POWER_LIST_EDIT;
  }

  @Override
  public Map<String, String> details(ConfirmationRequest request) {
    Payload payload = StoredJson.read(request.payload(), Payload.class);
    return Map.of(
        "item",
        payload.itemName(),
        "from",
        Integer.toString(payload.fromNumber()),
        "to",
        Integer.toString(payload.toNumber()),
        "count",
        Integer.toString(payload.total()),
        "why",
        payload.reason());
  }

  @Override
  public Uni<Deed> ready(ConfirmationRequest request, Actor confirmer) {
    return Uni.createFrom().item(() -> session -> begin(session, request, confirmer));
  }

  private Uni<Void> begin(Mutiny.Session session, ConfirmationRequest request, Actor confirmer) {
    Payload payload = StoredJson.read(request.payload(), Payload.class);
    return session
        .createNativeQuery(BEGIN)
        .setParameter("id", request.id())
        .setParameter("item", payload.itemCode())
        .setParameter("from", payload.from())
        .setParameter("to", payload.to())
        .setParameter("fromNumber", payload.fromNumber())
        .setParameter("toNumber", payload.toNumber())
        .setParameter("steps", StoredJson.write(payload.steps()))
        .setParameter("reason", payload.reason())
        .setParameter("asked", StoredJson.write(payload.by()))
        .setParameter("confirmed", StoredJson.write(FlowMoves.handler(confirmer)))
        .setParameter("at", CityTime.offset(clock.instant()))
        .executeUpdate()
        .invoke(
            begun -> {
              if (begun == 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("move.already-running");
              }
            })
        .replaceWithVoid();
  }
}
