package org.sunlit.camera;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sunlit.api.model.Camera;
import org.sunlit.api.model.CameraClip;
import org.sunlit.api.model.CameraSpan;
import org.sunlit.api.model.CameraViewing;
import org.sunlit.api.model.CameraViewingReason;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.api.model.InspectionNamed;
import org.sunlit.camera.rules.Span;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.PartialAnswers;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The room's things as the contract has them. */
final class CameraShapes {
  private CameraShapes() {}

  static CameraForm form(org.sunlit.api.model.CameraForm sent) {
    return new CameraForm(
        sent.getName().strip(),
        sent.getNameEn() == null ? null : sent.getNameEn().strip(),
        sent.getPlaceCode(),
        sent.getWindow().strip(),
        sent.getDepartmentCode(),
        sent.getFrom(),
        sent.getUntil());
  }

  static Camera camera(CameraRow row) {
    CameraForm form = row.form();
    return new Camera()
        .code(row.code())
        .name(form.name())
        .nameEn(form.nameEn())
        .window(form.window())
        .place(named(form.placeCode(), row.placeName(), row.placeNameEn()))
        .department(
            new DepartmentReference()
                .code(form.departmentCode())
                .name(row.departmentName())
                .nameEn(row.departmentNameEn()))
        .from(form.from())
        .until(form.until())
        .version(row.version());
  }

  static CameraViewing viewing(Viewing viewing) {
    return new CameraViewing()
        .id(viewing.id())
        .camera(camera(viewing.camera()))
        .from(CityTime.offset(viewing.footage().span().from()))
        .until(CityTime.offset(viewing.footage().span().until()))
        .reasonKind(CameraViewingReason.fromString(viewing.kind().code()))
        .reason(viewing.reason())
        .account(named(viewing.account(), viewing.name(), viewing.nameEn()))
        .at(CityTime.offset(viewing.at()))
        .openUntil(CityTime.offset(viewing.until()))
        .recorded(spans(viewing.footage().recorded()))
        .gaps(spans(viewing.footage().gaps()));
  }

  static CameraClip clip(Clip clip) {
    return new CameraClip()
        .id(clip.id())
        .camera(camera(clip.camera()))
        .from(CityTime.offset(clip.footage().span().from()))
        .until(CityTime.offset(clip.footage().span().until()))
        .note(clip.note())
        .sha256(clip.sha256())
        .bytes(clip.bytes())
        .attachedBy(named(clip.account(), clip.name(), clip.nameEn()))
        .attachedAt(CityTime.offset(clip.at()))
        .gaps(spans(clip.footage().gaps()));
  }

  /** The span of a request; fails with 422 when it ends before it begins. */
  static Span span(OffsetDateTime from, OffsetDateTime until) {
    OffsetDateTime start = from.truncatedTo(ChronoUnit.SECONDS);
    OffsetDateTime end = until.truncatedTo(ChronoUnit.SECONDS);
    if (!start.isBefore(end)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/until", "camera.span");
    }
    return new Span(start.toInstant(), end.toInstant());
  }

  /** A file, or the range of it that was asked for; see {@link PartialAnswers} for the status. */
  static Buffer file(byte[] bytes, String asked, RoutingContext http) {
    Buffer whole = Buffer.buffer(bytes);
    return PartialAnswers.begin(http, asked, bytes.length)
        .map(part -> whole.slice((int) part.first(), (int) part.last() + 1))
        .orElse(whole);
  }

  private static List<CameraSpan> spans(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                new CameraSpan()
                    .from(CityTime.offset(span.from()))
                    .until(CityTime.offset(span.until())))
        .toList();
  }

  private static InspectionNamed named(String code, String name, String nameEn) {
    return new InspectionNamed().code(code).name(name).nameEn(nameEn);
  }
}
