package org.sunlit.board;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.CarriersApi;
import org.sunlit.api.model.Carrier;
import org.sunlit.api.model.CarrierChange;
import org.sunlit.api.model.CarrierDetail;
import org.sunlit.api.model.CarrierImport;
import org.sunlit.api.model.CarrierKey;
import org.sunlit.api.model.CarrierKind;
import org.sunlit.api.model.CarrierPage;
import org.sunlit.api.model.CarrierPostingForm;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.Workers;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The register of carriers, for staff. */
class CarriersResource implements CarriersApi {
  private static final int MOST_BYTES = 5_000_000;
  private static final int CREATED = 201;

  private final CarrierStore store;
  private final Carriers carriers;
  private final CarrierImports imports;
  private final BeatSettings settings;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;
  private final Clock clock;

  CarriersResource(
      CarrierStore store,
      Carriers carriers,
      CarrierImports imports,
      BeatSettings settings,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest,
      Clock clock) {
    this.store = store;
    this.carriers = carriers;
    this.imports = imports;
    this.settings = settings;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
    this.clock = clock;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_READ)
  public Uni<CarrierPage> listCarriers(
      String words,
      CarrierKind kind,
      Boolean attention,
      Boolean mine,
      Integer limit,
      String cursor) {
    var asked =
        new CarrierStore.Asked(
            blankless(words),
            kind == null ? null : kind.toString(),
            attention,
            carriers.today(),
            Boolean.TRUE.equals(mine) ? currentActor.get().accountId() : null);
    return store
        .page(asked, cursor == null ? "" : cursor, limit + 1)
        .chain(
            found ->
                store
                    .total(asked)
                    .chain(
                        total ->
                            store
                                .counts(carriers.today())
                                .map(
                                    counts ->
                                        new CarrierPage()
                                            .items(
                                                found.stream()
                                                    .limit(limit)
                                                    .map(this::shown)
                                                    .toList())
                                            .total(total)
                                            .counts(CarrierShapes.counts(counts))
                                            .nextCursor(
                                                found.size() > limit
                                                    ? found.get(limit - 1).code()
                                                    : null))));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_READ)
  public Uni<CarrierDetail> getCarrier(String code) {
    var response = currentRequest.getCurrent().response();
    Actor actor = currentActor.get();
    return carriers
        .find(code)
        .invoke(row -> response.putHeader(HttpHeaders.ETAG, EntityVersions.tag(row.version())))
        .chain(
            row ->
                store
                    .outages(code)
                    .chain(
                        outages ->
                            store
                                .postings(code)
                                .map(
                                    postings ->
                                        new CarrierDetail()
                                            .carrier(shown(row))
                                            .outages(
                                                outages.stream()
                                                    .map(CarrierShapes::outage)
                                                    .toList())
                                            .postings(
                                                postings.stream()
                                                    .map(CarrierShapes::posting)
                                                    .toList())
                                            .may(may(actor, row)))));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_MANAGE)
  public Uni<CarrierChange> keepCarrier(
      String code, org.sunlit.api.model.CarrierForm form, Boolean dryRun, String ifMatch) {
    return carriers
        .keep(
            code,
            new CarrierForm(
                form.getKind().toString(),
                form.getName().strip(),
                blankless(form.getNameEn()),
                form.getPlace().strip(),
                blankless(form.getPlaceEn()),
                form.getRegionCode(),
                form.getDepartmentCode(),
                form.getResponsible(),
                blankless(form.getSize()),
                blankless(form.getScreenCode()),
                form.getPostingDays(),
                form.getIdleSeconds(),
                Boolean.TRUE.equals(form.getPrinter()),
                Boolean.TRUE.equals(form.getClosed())),
            EntityVersions.seen(ifMatch),
            currentActor.get(),
            Boolean.TRUE.equals(dryRun))
        .map(CarrierShapes::change);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_MANAGE)
  public Uni<CarrierKey> pairCarrier(String code) {
    var response = currentRequest.getCurrent().response();
    return carriers
        .find(code)
        .chain(
            row ->
                carriers
                    .pair(code, currentActor.get())
                    .invoke(key -> response.setStatusCode(CREATED))
                    .map(key -> new CarrierKey().key(key).address(address(row, key))));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_READ)
  public Uni<Void> noteCarrierPosting(String code, CarrierPostingForm form, String idempotencyKey) {
    return carriers.post(
        code, form.getPostedOn(), form.getWhat(), currentActor.get(), idempotencyKey);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_MANAGE)
  public Uni<CarrierImport> importCarriers(FileUpload file, Boolean dryRun) {
    if (file == null) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("file", "field.multipart-file");
    }
    if (file.size() > MOST_BYTES) {
      throw Problem.of(ProblemType.TOO_LARGE, "5 MB");
    }
    Language language =
        Language.of(currentRequest.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    Actor by = currentActor.get();
    return Workers.call(() -> bytes(file))
        .chain(bytes -> imports.take(bytes, by, Boolean.TRUE.equals(dryRun)))
        .map(report -> CarrierShapes.imported(report, language));
  }

  private Carrier shown(CarrierRow row) {
    return CarrierShapes.carrier(row, settings.health(), clock.instant());
  }

  private static List<CarrierDetail.MayEnum> may(Actor actor, CarrierRow row) {
    List<CarrierDetail.MayEnum> may = new ArrayList<>();
    boolean keeps = Carriers.keeps(actor, row.form());
    if (keeps) {
      may.add(CarrierDetail.MayEnum.CHANGE);
    }
    if (keeps && row.kind().device() && !row.form().closed()) {
      may.add(CarrierDetail.MayEnum.PAIR);
    }
    if (Carriers.posts(actor, row)) {
      may.add(CarrierDetail.MayEnum.POST);
    }
    return may;
  }

  /** The key stands in the fragment, which no browser sends and no server logs. */
  private static String address(CarrierRow row, String key) {
    String screen = row.form().screenCode() == null ? "all" : row.form().screenCode();
    String page =
        row.kind() == org.sunlit.board.rules.CarrierKind.TOUCH
            ? "/kiosk/" + row.code()
            : "/board/" + URLEncoder.encode(screen, StandardCharsets.UTF_8);
    return "%s#carrier=%s&key=%s".formatted(page, row.code(), key);
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The uploaded file can't be read", unreadable);
    }
  }
}
