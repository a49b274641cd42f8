package org.sunlit.privacy;

import org.sunlit.api.model.ComplaintMark;
import org.sunlit.api.model.ComplaintPublicationDraft;
import org.sunlit.api.model.ComplaintPublicationProposal;

/** Redactions as the contract has them, whatever was asked and answered. */
public final class RedactionShapes {
  private RedactionShapes() {}

  public static PublicAnswer of(ComplaintPublicationDraft draft) {
    return new PublicAnswer(draft.getTitle(), draft.getQuestion(), draft.getAnswer());
  }

  public static ComplaintPublicationProposal proposal(Redaction redaction) {
    PublicAnswer text = redaction.text();
    return new ComplaintPublicationProposal()
        .title(text.title())
        .question(text.question())
        .answer(text.answer())
        ._public(redaction.published())
        .marks(redaction.marks().stream().map(RedactionShapes::mark).toList());
  }

  public static ComplaintMark mark(Redaction.Marked mark) {
    return new ComplaintMark()
        .field(ComplaintMark.FieldEnum.fromString(mark.field()))
        .kind(ComplaintMark.KindEnum.fromString(mark.kind().code()))
        .text(mark.text());
  }
}
