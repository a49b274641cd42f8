package org.sunlit.powerlist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.powerlist.PublishPlan.Latest;

/** From understood rows to a publication, given what is published. Pure. */
final class ImportDrafts {
  private final ColumnMapping mapping;
  private final ImportErrors errors;

  ImportDrafts(ColumnMapping mapping, ImportErrors errors) {
    this.mapping = mapping;
    this.errors = errors;
  }

  /** A publication, and which row each of its items came from. */
  record Drafted(Publication publication, List<RowDraft> rows) {}

  Drafted draft(
      List<RowDraft> rows,
      DirectoryResolver.Resolved resolved,
      Map<String, Latest> latest,
      LocalDate effectiveFrom,
      UUID importId) {
    List<ItemDraft> items = new ArrayList<>();
    List<RowDraft> used = new ArrayList<>();
    for (RowDraft row : rows) {
      String department = resolved.departmentOf().get(row.row().number());
      if (department != null) {
        items.add(
            draft(
                row,
                department,
                resolved.regionOf().get(row.row().number()),
                latest.get(row.code())));
        used.add(row);
      }
    }
    return new Drafted(
        new Publication(
            resolved.newRegions(),
            resolved.newDepartments(),
            resolved.newCodes(),
            items,
            effectiveFrom,
            importId),
        used);
  }

  private static ItemDraft draft(RowDraft row, String department, String region, Latest before) {
    ItemContent content =
        row.patch().apply(before == null ? null : before.content(), department, region);
    // A list has no column for flows.
    return new ItemDraft(
        row.code(),
        row.patch().get(ItemField.EFFECTIVE_FROM),
        content,
        KeptFlow.of(before, content));
  }

  /** Refuses rows of items that whoever imports them may not change, or may not make such. */
  void checkRights(Drafted drafted, Map<String, Latest> latest, EditRights rights) {
    for (int place = 0; place < drafted.rows().size(); place++) {
      ItemDraft item = drafted.publication().items().get(place);
      Latest before = latest.get(item.code());
      boolean theirs = before == null || rights.reaches(before.content());
      if (!theirs || !rights.reaches(item.content())) {
        RowDraft row = drafted.rows().get(place);
        errors.add(
            row.row().number(),
            mapping.headers().get(ItemField.CODE),
            row.code(),
            "item.not-yours");
      }
    }
  }

  /** Says the publisher's findings by row and column. */
  void add(List<ItemFinding> findings, List<RowDraft> rows) {
    for (ItemFinding finding : findings) {
      RowDraft row = rows.get(finding.index());
      String column = finding.field() == null ? null : mapping.headers().get(finding.field());
      errors.add(
          ImportError.of(
              row.row().number(),
              column,
              column == null ? null : mapping.cell(row.row(), finding.field()),
              finding.messageKey(),
              finding.args()));
    }
  }
}
