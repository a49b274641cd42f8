package org.sunlit.privacy;

import org.sunlit.api.model.ComplaintMark;
import org.sunlit.api.model.ComplaintPublicationDraft;
import org.sunlit.api.model.ComplaintPublicationProposal;
import org.sunlit.api.model.EarlierPublication;

/** Redactions as the contract has them, whatever was asked and answered. */
public final class RedactionShapes {
  private RedactionShapes() {}

  public static PublicationDraft of(ComplaintPublicationDraft draft) {
    return new PublicationDraft(
        new PublicAnswer(draft.getTitle(), draft.getQuestion(), draft.getAnswer()),
        draft.getReplaces());
  }

  public static ComplaintPublicationProposal proposal(PublicationProposal proposal) {
    PublicAnswer text = proposal.text();
    return new ComplaintPublicationProposal()
        .title(text.title())
        .question(text.question())
        .answer(text.answer())
        ._public(proposal.current() != null)
        .publicationId(proposal.current())
        .marks(proposal.redaction().marks().stream().map(RedactionShapes::mark).toList())
        .earlier(proposal.earlier().stream().map(RedactionShapes::earlier).toList());
  }

  private static EarlierPublication earlier(PublicationProposal.Earlier earlier) {
    return new EarlierPublication()
        .title(earlier.text().title())
        .question(earlier.text().question())
        .answer(earlier.text().answer())
        .publishedAt(earlier.publishedAt())
        .publishedBy(earlier.publishedBy())
        .endedAt(earlier.endedAt())
        .endedBy(earlier.endedBy())
        .reason(earlier.reason());
  }

  public static ComplaintMark mark(Redaction.Marked mark) {
    return new ComplaintMark()
        .field(ComplaintMark.FieldEnum.fromString(mark.field()))
        .kind(ComplaintMark.KindEnum.fromString(mark.kind().code()))
        .text(mark.text());
  }
}
