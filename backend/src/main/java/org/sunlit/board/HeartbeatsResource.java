package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import org.sunlit.api.HeartbeatsApi;
import org.sunlit.api.model.Heartbeat;
import org.sunlit.api.model.HeartbeatHeard;

/** Devices say that they are alive. */
@PermitAll
class HeartbeatsResource implements HeartbeatsApi {
  private final Heartbeats heartbeats;

  HeartbeatsResource(Heartbeats heartbeats) {
    this.heartbeats = heartbeats;
  }

  @Override
  public Uni<HeartbeatHeard> reportHeartbeat(Heartbeat beat) {
    return heartbeats
        .hear(
            new Heartbeats.Said(
                beat.getCarrier(),
                beat.getKey(),
                beat.getVersion(),
                beat.getShows(),
                beat.getDataAgeSeconds()))
        .replaceWith(
            new HeartbeatHeard().nextInSeconds((int) Math.max(1, heartbeats.every().toSeconds())));
  }
}
