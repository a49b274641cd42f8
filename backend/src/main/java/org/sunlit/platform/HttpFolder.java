package org.sunlit.platform;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Files behind a base address, each asked for by its path; redirections are not followed. */
public final class HttpFolder {
  private final URI base;
  private final Optional<String> authorization;
  private final Duration timeout;
  private final HttpClient client;

  /**
   * @param authorization the Authorization header, such as {@code Bearer …}
   * @param timeout to connect, and to answer
   */
  public HttpFolder(String base, Optional<String> authorization, Duration timeout) {
    this.base = URI.create(base.endsWith("/") ? base : base + "/");
    this.authorization = authorization;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A request for a file, to be finished. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
    authorization.ifPresent(said -> request.header("Authorization", said));
    return request;
  }

  public <T> Uni<HttpResponse<T>> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    return Uni.createFrom().completionStage(() -> client.sendAsync(request.build(), body));
  }
}
