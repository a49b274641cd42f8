package org.sunlit.inforequest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.inforequest.rules.RequestAct;
import org.sunlit.powerlist.DepartmentNames;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/** Requests as they are opened. */
@ApplicationScoped
class RequestReads {
  private static final String ONE = RequestStore.LOAD + "r.number = $1";
  private static final String WORDS =
      """
      select a.number, p.name, p.name_en, a.words
      from info_request_act a left join account p on p.account = a.account
      where a.request_id = $1 order by a.number
      """;

  /**
   * An act's words and who said them.
   *
   * @param name null for the applicant
   */
  record Said(String name, String nameEn, String words) {}

  /**
   * A request with all that belongs to it.
   *
   * @param said by act, in order
   */
  record Opened(
      RequestRecord request,
      Content content,
      List<Said> said,
      Map<String, DepartmentReference> departments) {

    /** The words of the act with this number. */
    String words(int act) {
      return said.get(act - 1).words();
    }
  }

  private final Pool pool;
  private final Vault vault;
  private final DepartmentNames names;

  RequestReads(Pool pool, Vault vault, DepartmentNames names) {
    this.pool = pool;
    this.vault = vault;
    this.names = names;
  }

  /** The whole of it, for whoever asks; empty when there is none. */
  Uni<Optional<RequestRecord>> find(String number) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(
            rows ->
                rows.stream().findFirst().map(row -> RequestStore.read(row.getString("record"))));
  }

  /** With its words unsealed, and the names of its departments. */
  Uni<Opened> open(RequestRecord request) {
    return vault
        .find(request.subject())
        .map(Optional::orElseThrow)
        .chain(
            key ->
                said(request.id(), key)
                    .chain(
                        said ->
                            names(request)
                                .map(
                                    names ->
                                        new Opened(
                                            request,
                                            Content.open(key, request.content()),
                                            said,
                                            names))));
  }

  private Uni<List<Said>> said(UUID id, DataKey key) {
    return pool.preparedQuery(WORDS)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Said(
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getBuffer("words") == null
                                    ? null
                                    : RequestWriter.words(
                                        key,
                                        row.getInteger("number"),
                                        row.getBuffer("words").getBytes())))
                    .toList());
  }

  private Uni<Map<String, DepartmentReference>> names(RequestRecord request) {
    Stream<String> authorities =
        request.acts().stream()
            .flatMap(
                act ->
                    act instanceof RequestAct.Drafted drafted
                        ? Stream.ofNullable(drafted.decision().authority())
                        : Stream.empty());
    return names.of(
        Stream.concat(Stream.of(request.standing().department()), authorities).toList());
  }
}
