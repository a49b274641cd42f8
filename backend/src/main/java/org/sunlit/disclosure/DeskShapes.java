package org.sunlit.disclosure;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Set;
import org.sunlit.api.model.Publication;
import org.sunlit.api.model.PublicationAct;
import org.sunlit.api.model.PublicationContent;
import org.sunlit.api.model.PublicationPage;
import org.sunlit.api.model.PublicationRow;
import org.sunlit.disclosure.rules.PublicationDeed;
import org.sunlit.disclosure.rules.PublicationState;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TimeCursor;

/** What departments publish, in the contract's words. */
final class DeskShapes {
  private DeskShapes() {}

  static PublicationPage page(DeskReads.Page page, int limit) {
    return new PublicationPage()
        .items(page.rows().stream().limit(limit).map(DeskShapes::row).toList())
        .total(page.total())
        .nextCursor(TimeCursor.next(page.rows(), limit, last -> TimeCursor.of(last, "changed_at")));
  }

  private static PublicationRow row(Row row) {
    return new PublicationRow()
        .number(row.getString("number"))
        .title(row.getString("title"))
        .department(
            DisclosureShapes.department(
                row.getString("department_code"),
                row.getString("department"),
                row.getString("department_en")))
        .state(org.sunlit.api.model.PublicationState.fromString(row.getString("state")))
        .edition(row.getInteger("edition"))
        .draftedBy(row.getString("drafter"))
        .releaseAt(
            row.getString("state").equals(PublicationState.APPROVED.code())
                ? row.getOffsetDateTime("release_at")
                : null)
        .changedAt(row.getOffsetDateTime("changed_at"));
  }

  static Publication whole(DeskReads.Opened opened, Actor actor) {
    Row row = opened.row();
    Set<PublicationDeed> possible =
        PublicationDeed.possible(
            Coded.of(PublicationState.class, row.getString("state")),
            row.getInteger("public_edition") != null);
    PublicationDeed.Reader reader =
        StoredPublication.reader(
            actor, row.getString("department_code"), row.getString("drafted_by"));
    return new Publication()
        .row(row(row))
        .content(StoredJson.as(opened.content(), PublicationContent.class))
        .publicEdition(row.getInteger("public_edition"))
        .files(FileShapes.drafted(opened.files(), row.getInteger("edition")))
        .removedFiles(FileShapes.removed(opened.files(), row.getInteger("edition")))
        .acts(opened.acts().stream().map(DeskShapes::act).toList())
        .possible(
            possible.stream()
                .filter(deed -> deed.isFor(reader))
                .map(deed -> Publication.PossibleEnum.fromString(deed.code()))
                .toList())
        .version(row.getInteger("version"));
  }

  private static PublicationAct act(Row row) {
    return new PublicationAct()
        .kind(PublicationAct.KindEnum.fromString(row.getString("kind")))
        .edition(row.getInteger("edition"))
        .at(row.getOffsetDateTime("at"))
        .name(row.getString("name"))
        .words(row.getString("words"));
  }
}
